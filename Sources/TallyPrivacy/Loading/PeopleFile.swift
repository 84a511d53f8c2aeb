/// A file whose rows are people, by the kind that its refusal speaks of; such a file is refused whole (P303).
package enum PeopleFile: String, Sendable, Hashable, CaseIterable {
  case followers = "followers list"
  case members = "members list"
  case comments = "comments"
  case account = "whole account"
  case authors = "other accounts"
  case lists = "people in lists"
  case survey = "one row per person"

  /// Why nothing of it was read, one sentence.
  package var reason: String {
    switch self {
    case .followers: "This file has one line per follower, so none of it was read; Tally keeps totals only."
    case .members:
      "This file has one line per member or subscriber, so none of it was read; Tally keeps totals only."
    case .comments: "This file has one line per comment, written by other people, so none of it was read."
    case .account: "This is a whole account, with messages, followers and logins; none of it was read."
    case .authors: "This file names accounts; Tally reads your own exports only, and none of it was read."
    case .lists:
      "This file has people in it beside the numbers, so none of it was read; Tally keeps totals only."
    case .survey: "This file has one line per person, so none of it was read; Tally keeps totals only."
    }
  }

  /// What can be loaded instead, one sentence.
  package var instead: String {
    switch self {
    case .followers, .members, .survey:
      "For followers by day, load a file with the columns date and followers, such as an analytics export by day."
    case .lists: "Export your videos without them: how many liked, followed or commented is enough."
    case .comments:
      "For the number of comments, load the export of your posts, which has a column of comment counts."
    case .account:
      "Load the analytics export of your platform instead, such as Video.csv of TikTok Business Suite."
    case .authors:
      "Load the analytics export of your own account; a column of names must hold yours alone, beside one of video ids."
    }
  }

  /// The refusal of a file of this kind.
  package var refusal: Refusal { Refusal(.peopleFile, at: 0..<0, words: [rawValue]) }

  /// The refusal of a file of this kind, told by a column; which is left out where it is none of Tally's own words.
  package func refusal(toldBy word: String?) -> Refusal {
    Refusal(.peopleFile, at: 0..<0, words: [rawValue] + [word].compactMap { $0 }.filter(isOwnWord))
  }

  /// What told a P303 refusal: a column or key by Tally's own word, or a number of accounts; nil where nothing is named.
  package static func evidence(of refusal: Refusal) -> String? {
    guard refusal.code == .peopleFile else { return nil }
    return refusal.words.first { PeopleFile(rawValue: $0) == nil }
  }

  /// The refusal of a file that names more than one account; how many, and none of them.
  package static func refusal(ofAccounts count: Int) -> Refusal {
    Refusal(.peopleFile, at: 0..<0, words: [authors.rawValue, "\(count) accounts"])
  }

  /// The kind that a P303 refusal speaks of; nil for every other refusal.
  package init?(_ refusal: Refusal) {
    guard refusal.code == .peopleFile,
      let kind = refusal.words.lazy.compactMap(PeopleFile.init(rawValue:)).first
    else { return nil }
    self = kind
  }
}

extension PeopleFile {
  /// Recognises a file of people by its headers, in any order; nil where they say nothing of the kind.
  package init?(headers: [String]) {
    let folded = Set(headers.map(fold))
    func has(_ names: String...) -> Bool { names.allSatisfy(folded.contains) }
    func hasAny(_ names: String...) -> Bool { names.contains(where: folded.contains) }
    let hasAuthor = folded.contains {
      $0.hasPrefix("author") || $0 == "commenter" || $0 == "username" || $0 == "user"
    }
    // Columns that are called after people: a table turned on its side.
    if headers.count(where: { $0.hasPrefix("@") }) > 1 {
      self = .survey
    } else if hasAny("comment_id", "commentid")
      && (hasAuthor || hasAny("textdisplay", "text", "comment", "comment_text"))
    {
      self = .comments
    } else if has("link_to_profile") || (has("member") && hasAny("current_level", "last_update", "tier"))
      || (has("username") && hasAny("subscribe_date", "current_tier", "tenure")) || has("member", "email")
    {
      self = .members
    } else if hasAny("authordisplayname", "authorchannelid") {
      self = .authors
    } else if hasAny("subscribe_date", "subscribed_on", "member_since", "joined_on") {
      self = .members
    } else if hasAny("followed_at", "followed_on", "follow_date", "fan_since", "following_since")
      || hasAny("follower", "follower_name", "follower_username") || has("username", "followed_at")
      || has("username", "follow_date")
    {
      self = .followers
    } else {
      return nil
    }
  }
}
