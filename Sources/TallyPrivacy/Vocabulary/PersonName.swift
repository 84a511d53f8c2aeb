/// Names made of several words that tell one person from another: `user_id`, `hashedEmail`, `saved_by`.
///
/// Read by whole words, in snake case, camel case or written together. `user_generated`, `ip_series` and
/// `follower_growth` join words that do not make an identifier, and pass.
package enum PersonName {
  /// Whoever the name is about.
  package static let holders: Set<String> = [
    "user", "users", "usr", "viewer", "viewers", "follower", "followers", "subscriber", "subscribers",
    "account",
    "accounts", "acct", "fan", "fans", "member", "members", "customer", "customers", "commenter",
    "commenters", "liker",
    "likers", "saver", "savers", "sharer", "sharers", "gifter", "gifters", "author", "authors", "person",
    "people",
    "individual", "profile", "visitor", "visitors", "listener", "sender", "recipient", "friend", "buyer",
    "donor",
    "supporter", "reviewer", "watcher",
  ]

  /// What tells one holder from another.
  package static let tellers: Set<String> = [
    "id", "ids", "uid", "uids", "uuid", "guid", "key", "name", "names", "url", "urls", "link", "links",
    "handle", "handles",
    "hash", "token", "username", "usernames", "nickname", "avatar", "no", "num", "pic", "picture", "photo",
    "image", "list",
    "email", "emails", "mail", "phone", "phones", "ip", "ips", "address", "addresses", "birthday",
    "birthdate",
    "login", "fingerprint",
  ]

  /// Tellers that reach a person or a device.
  private static let contacts: Set<String> = [
    "email", "emails", "mail", "phone", "phones", "ip", "ips", "address", "addresses",
  ]

  /// Pairs that identify without naming a holder.
  package static let pairs: [(first: String, second: String, sense: PersonSense)] = [
    ("unique", "id", .identifier), ("sec", "uid", .identifier), ("sec", "id", .identifier),
    ("open", "id", .identifier),
    ("union", "id", .identifier), ("session", "id", .identifier), ("client", "id", .identifier),
    ("android", "id", .contact), ("client", "ip", .contact), ("remote", "ip", .contact),
    ("device", "fingerprint", .contact),
    ("device", "hash", .contact), ("mail", "addresses", .contact), ("cookie", "id", .contact),
    ("device", "id", .contact), ("advertising", "id", .contact), ("ad", "uid", .contact),
    ("advertiser", "uid", .contact), ("mac", "address", .contact), ("ip", "address", .contact),
    ("ip", "addresses", .contact), ("ip", "addr", .contact), ("ip", "hash", .contact),
    ("hashed", "ip", .contact),
    ("email", "address", .contact), ("email", "addresses", .contact), ("email", "hash", .contact),
    ("email", "id", .contact), ("hashed", "email", .contact), ("hashed", "emails", .contact),
    ("mail", "address", .contact),
    ("e", "mail", .contact), ("e", "mails", .contact), ("phone", "number", .contact),
    ("phone", "numbers", .contact),
    ("phone", "no", .contact), ("phone", "hash", .contact), ("hashed", "phone", .contact),
    ("mobile", "number", .contact),
    ("mobile", "numbers", .contact), ("cell", "number", .contact), ("telephone", "number", .contact),
    ("home", "address", .contact), ("street", "address", .contact), ("postal", "address", .contact),
    ("mailing", "address", .contact), ("contact", "info", .contact), ("contact", "details", .contact),
    ("contact", "information", .contact), ("contact", "list", .contact),
    ("first", "name", .identifier), ("last", "name", .identifier), ("full", "name", .identifier),
    ("display", "name", .identifier), ("real", "name", .identifier), ("screen", "name", .identifier),
    ("given", "name", .identifier), ("family", "name", .identifier), ("nick", "name", .identifier),
    ("user", "agent", .contact), ("first", "names", .identifier), ("last", "names", .identifier),
    ("full", "names", .identifier), ("real", "names", .identifier), ("display", "names", .identifier),
    ("screen", "names", .identifier), ("saved", "by", .identifier), ("liked", "by", .identifier),
    ("commented", "by", .identifier), ("shared", "by", .identifier), ("viewed", "by", .identifier),
    ("watched", "by", .identifier), ("followed", "by", .identifier), ("gifted", "by", .identifier),
    ("bookmarked", "by", .identifier), ("who", "saved", .identifier), ("who", "liked", .identifier),
    ("who", "commented", .identifier), ("who", "shared", .identifier), ("who", "viewed", .identifier),
    ("who", "watched", .identifier), ("who", "followed", .identifier),
  ]

  /// One person at the end of a longer name, `top_fan`: a column of persons, unless the name says `per`.
  private static let endings: Set<String> = [
    "user", "usr", "viewer", "follower", "subscriber", "saver", "liker", "commenter", "sharer", "gifter",
    "fan",
    "superfan",
  ]

  /// Endings that identify whatever stands before them: `contact_email`, `tiktok_username`.
  private static let endingIdentifiers: [String: PersonSense] = [
    "email": .contact, "emails": .contact, "phone": .contact, "username": .identifier,
    "usernames": .identifier,
    "nickname": .identifier, "userid": .identifier, "uid": .identifier, "idfa": .contact, "idfv": .contact,
    "handle": .identifier,
  ]

  /// What a name of several words says about a person; nil for a single word, and for every other name.
  static func entry(for name: String, lowercased lower: String) -> Vocabulary.Entry? {
    let isOneWord = lower == name && name.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
    let entry = isOneWord ? nil : entry(for: words(of: name))
    return entry ?? writtenTogether(lower)
  }

  /// The same for words that stand side by side, `user name`; names of people that do so by accident
  /// (`saved by week`) are not joined.
  static func joined(_ first: String, _ second: String) -> Vocabulary.Entry? {
    guard second != "by", first != "who" else { return nil }
    return pair(first, second)
  }

  private static func entry(for words: [String]) -> Vocabulary.Entry? {
    guard words.count >= 2, let last = words.last else { return nil }
    for index in words.indices.dropLast() {
      guard let found = pair(words[index], words[index + 1]) else { continue }
      if words[(index + 2)...].allSatisfy(tellers.contains) { return found }
    }
    if words.contains("per") { return nil }
    if let sense = endingIdentifiers[last] { return Vocabulary.Entry(spelling: last, sense: sense) }
    return endings.contains(last) ? Vocabulary.Entry(spelling: last, sense: .person) : nil
  }

  private static func pair(_ first: String, _ second: String) -> Vocabulary.Entry? {
    let spelling = first + "_" + second
    if holders.contains(first), tellers.contains(second) {
      return Vocabulary.Entry(spelling: spelling, sense: contacts.contains(second) ? .contact : .identifier)
    }
    return pairSenses[spelling].map { Vocabulary.Entry(spelling: spelling, sense: $0) }
  }

  private static let pairSenses: [String: PersonSense] = Dictionary(
    pairs.map { ($0.first + "_" + $0.second, $0.sense) }, uniquingKeysWith: { first, _ in first })

  /// `userid`, `hashedemail`: the same names without a mark between the words.
  private static func writtenTogether(_ name: String) -> Vocabulary.Entry? {
    if let spelling = pairsTogether[name] {
      return pairSenses[spelling].map { .init(spelling: spelling, sense: $0) }
    }
    for teller in name.utf8.last.flatMap({ tellersByEnd[$0] }) ?? [] where name.hasSuffix(teller) {
      if let entry = pair(String(name.dropLast(teller.count)), teller) { return entry }
    }
    return nil
  }

  /// The tellers by their last letter, so that few of them are compared with a name.
  private static let tellersByEnd = Dictionary(grouping: tellers.sorted()) { $0.utf8.last ?? 0 }

  private static let pairsTogether: [String: String] = Dictionary(
    pairs.filter { $0.second != "by" }.map { ($0.first + $0.second, $0.first + "_" + $0.second) },
    uniquingKeysWith: { first, _ in first })

  /// The words of a name, in lower case: split at anything but letters and digits, and where a capital follows a small
  /// letter.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var previousIsSmall = false
    for scalar in name.unicodeScalars {
      let isCapital = "A"..."Z" ~= scalar
      let isLetter = scalar != "_" && scalar.isNameASCII || !scalar.isASCII
      if !word.isEmpty, !isLetter || (isCapital && previousIsSmall) {
        words.append(word)
        word = ""
      }
      if isLetter { word += scalar.properties.lowercaseMapping }
      previousIsSmall = "a"..."z" ~= scalar
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
