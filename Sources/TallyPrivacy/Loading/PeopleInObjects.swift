/// What a key of a file of JSON says about the people in what stands under it.
///
/// Whole keys are compared, folded. Numbers of people are no people: under `followers` may stand a count.
package enum PeopleKey {
  /// Stands only in an export of a whole account, or of people: the file is one, whatever else it holds.
  case export(PeopleFile)
  /// A list under it is of people: likers, members.
  case people(PeopleFile)
  /// A list under it is of words by others: comments, messages.
  case words
  /// A list under it is of tags, whose names are names of no person.
  case tags
  /// None of these.
  case other

  /// - Complexity: O(length).
  package init(_ key: String) {
    let folded = fold(key)
    let together = folded.split(separator: "_").joined()
    if let kind = exportKeys[folded] {
      self = .export(kind)
    } else if let kind = listKeys[together] {
      self = .people(kind)
    } else if wordKeys.contains(together) {
      self = .words
    } else if tagKeys.contains(together) {
      self = .tags
    } else {
      self = .other
    }
  }

  /// Whether what stands under it may be people, or their words.
  package var isAboutOthers: Bool {
    switch self {
    case .people, .words: true
    case .export, .tags, .other: false
    }
  }

  /// The key as it may be shown: one of Tally's own words, or nil.
  package static func shown(_ key: String) -> String? {
    let folded = fold(key)
    return exportKeys[folded] == nil && PeopleKey(key).isOther ? nil : folded
  }

  private var isOther: Bool { if case .other = self { true } else { false } }
}

extension PeopleFile {
  /// The refusal of a file of this kind, found by a key.
  package func refusal(naming key: String) -> Refusal {
    let shown = PeopleKey.shown(key).flatMap { $0 == rawValue ? nil : $0 }
    return Refusal(.peopleFile, at: 0..<0, words: [rawValue] + (shown.map { [$0] } ?? []))
  }

  /// The order in which a file that is several things at once is called one of them.
  package var rank: Int {
    switch self {
    case .account: 0
    case .comments: 1
    case .members: 2
    case .followers: 3
    case .authors: 4
    case .lists: 5
    case .survey: 6
    }
  }
}

/// Keys of exports of whole accounts and of people, folded.
private let exportKeys: [String: PeopleFile] = [
  "chathistory": .account, "loginhistorylist": .account, "direct_message": .account,
  "direct_messages": .account,
  "searchlist": .account, "participants": .account, "sender_name": .account, "thread_path": .account,
  "string_list_data": .followers, "fanslist": .followers, "relationships_following": .followers,
  "relationships_followers": .followers, "relationships_unfollowed_users": .followers,
  "relationships_follow_requests_sent": .followers, "relationships_close_friends": .followers,
  "relationships_blocked_users": .followers, "likes_media_likes": .followers,
  "likes_comment_likes": .followers,
  "comments_media_comments": .comments, "comments_reels_comments": .comments, "commentslist": .comments,
  "authordisplayname": .comments, "authorchannelid": .comments, "textoriginal": .comments,
  "textdisplay": .comments,
]

/// Keys of lists of people, written together.
private let listKeys: [String: PeopleFile] = {
  var keys: [String: PeopleFile] = [:]
  for key in ["followers", "following", "followings", "fans", "followerlist", "followinglist", "friends"] {
    keys[key] = .followers
  }
  for key in ["members", "subscribers", "patrons", "supporters", "donors", "customers"] {
    keys[key] = .members
  }
  for key in [
    "users", "userlist", "viewers", "viewerlist", "likers", "savers", "sharers", "gifters", "buyers",
    "visitors",
    "commenters", "likedby", "savedby", "sharedby", "viewedby", "commentedby", "people", "persons",
    "profiles",
    "accounts", "usernames", "names", "mentionedusers", "taggedusers", "usertags", "audience", "guests",
    "attendees", "contacts", "recipients", "respondents",
  ] { keys[key] = .lists }
  return keys
}()

/// Keys of lists of words by others, written together.
private let wordKeys: Set<String> = [
  "comment", "comments", "commentlist", "topcomments", "latestcomments", "replies", "replylist", "messages",
  "chat",
  "chats", "livechat", "reviews", "questions", "answers", "feedback", "duets", "stitches",
]

/// Keys of lists of tags, written together.
private let tagKeys: Set<String> = [
  "hashtag", "hashtags", "hashtagnames", "hashtaglist", "tag", "tags", "challenge", "challenges", "textextra",
  "topic", "topics", "category", "categories", "keyword", "keywords", "label", "labels", "effects",
  "effectstickers", "playlists",
]
