/// What a word of the vocabulary says about people.
package enum PersonSense: String, Sendable, Hashable, CaseIterable {
  /// Asks for a person: who, whose.
  case asking
  /// Someone who did something to a post: saver, liker. No platform tells a creator who.
  case actor
  /// A person, or persons, in so many words: user, people, everyone.
  case person
  /// One of a crowd: viewer, follower. Refused alone, harmless before a word such as `growth`.
  case member
  /// A crowd that is also a number: viewers, followers. Refused only where the persons in it are meant.
  case crowd
  /// Tells one person from another: username, user_id, avatar.
  case identifier
  /// Reaches a person or a device: e-mail, phone, ip_address.
  case contact
  /// Somebody the asker knows: refused after `my`.
  case acquaintance
}

/// The words and shapes of names that Tally keeps for questions about people.
///
/// Whole names only, never parts of one: `persona`, `fandom` and `user_generated` mean nothing here. The vocabulary
/// chooses which refusal is shown; what can be answered at all is settled by types.
package enum Vocabulary {
  /// What a whole name says about people; nil for every other name.
  ///
  /// `spelling` is the vocabulary's own, never the text that was asked about.
  package struct Entry: Sendable, Hashable {
    package let spelling: String
    package let sense: PersonSense
  }

  /// The words by sense, each list in the order in which it is documented.
  package static let words: [(sense: PersonSense, words: [String])] = [
    (.asking, ["who", "whom", "whose", "whos", "whoever", "whomever"]),
    (
      .actor,
      both([
        "saver", "liker", "commenter", "sharer", "gifter", "reposter", "bookmarker", "favoriter",
        "favouriter",
        "watcher", "rewatcher", "unfollower", "hater", "lurker", "stalker", "superfan", "admirer", "tipper",
        "donor",
        "donator", "buyer", "purchaser", "shopper", "voter", "reviewer",
      ]) + ["commentor", "commentors"]
    ),
    (
      .person,
      both(["user", "usr", "person", "individual", "human", "customer", "author", "friend"]) + [
        "people", "peoples", "someone", "somebody", "anyone", "anybody", "everyone", "everybody",
      ]
    ),
    (.member, crowds.map(\.one)),
    (.crowd, crowds.map(\.many) + ["subs", "profiles"]),
    (
      .identifier,
      both(["username", "nickname", "handle", "avatar", "uid", "surname", "forename", "userid", "screenname"])
        + ["names", "birthdate", "dob", "date_of_birth"]
    ),
    (
      .contact,
      both(["email", "phone", "telephone", "ip", "udid"]) + [
        "emailaddress", "idfa", "idfv", "gaid", "aaid", "imei", "imsi", "msisdn", "whatsapp", "gmail",
      ]
    ),
    (
      .acquaintance,
      [
        "ex", "boyfriend", "girlfriend", "husband", "wife", "partner", "crush", "boss", "mom", "mum",
        "mother", "dad",
        "father", "brother", "sister", "neighbor", "neighbour", "cousin", "roommate", "classmate", "coworker",
        "colleague", "teacher", "rival", "competitor",
      ]
    ),
  ]

  /// Crowds that creators count; `one` of them is a person.
  private static let crowds: [(one: String, many: String)] = [
    ("viewer", "viewers"), ("follower", "followers"), ("subscriber", "subscribers"), ("account", "accounts"),
    ("acct", "accts"), ("fan", "fans"), ("member", "members"), ("visitor", "visitors"),
    ("listener", "listeners"),
    ("supporter", "supporters"),
  ]

  /// What a whole name means, in lower case or as typed; nil where it says nothing about a person.
  ///
  /// Reads `user`, `user_name`, `userName` and `username` alike, and joins of a person with an identifier such as
  /// `follower_id` or `viewer_email_hash`.
  ///
  /// - Complexity: O(length).
  package static func entry(for name: String) -> Entry? {
    let lower = name.lowercased()
    return entries[lower] ?? entries[droppingDigits(lower)] ?? PersonName.entry(for: name, lowercased: lower)
  }

  private static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for (sense, words) in words {
      for word in words { entries[word] = Entry(spelling: word, sense: sense) }
    }
    return entries
  }()

  /// `user42` names one user.
  private static func droppingDigits(_ name: String) -> String {
    guard let last = name.utf8.last, isDigit(last) else { return name }
    let length = name.utf8.reversed().prefix(while: isDigit).count
    return String(name.dropLast(length))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private static func both(_ singulars: [String]) -> [String] {
    singulars.flatMap { [$0, $0 + "s"] }
  }
}
