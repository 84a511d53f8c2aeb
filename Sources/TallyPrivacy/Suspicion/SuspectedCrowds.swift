// The members of a crowd and what reaches them.
extension Reading {
  /// `birthdays of my fans`, `device ids of viewers`, `mailing addresses`: P105.
  var detailOfCrowd: ClosedRange<Int>? {
    let details: Set<String> = [
      "birthday", "birthdays", "addresses", "ids", "pictures", "photos", "dms", "dm", "numbers", "avatars",
      "handles",
      "faces", "emails", "phones", "street", "streets", "address",
    ]
    for (place, term) in terms.enumerated() where term.kind == .name && details.contains(term.text) {
      let before = self.term(at: place - 1)?.text ?? ""
      let isPersonal = ["device", "mailing", "home", "street", "profile", "mac", "anonymous", "phone"]
        .contains(before)
      let isOf = self.term(at: place + 1)?.isWord(in: ["of", "from", "for", "to"]) == true
      if isPersonal { return place - 1...place }
      if isOf,
        hasAudience && term.text != "numbers" || terms[(place + 1)...].contains(where: { $0.entry != nil })
          || term.text == "dms"
      {
        return place...place
      }
    }
    return nil
  }

  /// `can I reach the people who saved`, `sync my followers with the CRM`: P102.
  var doersOfDeeds: ClosedRange<Int>? {
    let counts = Surroundings.counts.union(["many", "percent", "much", "average"])
    guard !terms.contains(where: { $0.isWord(in: counts) }) else { return nil }
    for (place, term) in terms.enumerated() where term.isWord(in: ["who", "that", "whom"]) {
      guard let before = self.term(at: place - 1), let entry = before.entry,
        [.person, .actor, .crowd, .member].contains(entry.sense),
        terms[(place + 1)...].prefix(3).contains(where: { $0.isWord(in: Surroundings.deeds) })
      else { continue }
      return place - 1...place
    }
    guard
      terms.first?.isWord(in: [
        "sync", "upload", "push", "merge", "retarget", "target", "import", "invite", "search", "browse",
        "scan", "grep", "stalk",
        "monitor", "identify", "ranking", "sorting", "listing", "rating", "scoring",
      ])
        == true
    else { return nil }
    return terms.prefix(5).firstIndex {
      $0.entry.map { [.person, .actor, .crowd].contains($0.sense) } ?? false
    }
    .map { 0...$0 }
  }

  /// `one of my followers`, `some of my viewers`: P102.
  var oneOfCrowd: ClosedRange<Int>? {
    for (place, term) in terms.enumerated() where term.entry?.sense == .crowd && term.position == .item {
      guard
        let of = terms[..<place].lastIndex(where: {
          !$0.isWord(in: Surroundings.modifiers.subtracting(["of"]))
        }),
        terms[of].isWord("of"),
        self.term(at: of - 1)?.isWord(in: ["one", "some", "any", "each", "none", "which", "someone"]) == true
      else { continue }
      return of - 1...place
    }
    return nil
  }

  /// `ghost followers`, `accounts following me`, `members of my audience`, `list of followers`: P102.
  var membersOfCrowd: ClosedRange<Int>? {
    let kinds: Set<String> = [
      "ghost", "silent", "inactive", "fake", "real", "raw", "least", "super", "lost", "cat", "anonymous",
      "fingerprint",
      "nearby", "celebrity", "verified", "secret", "unfollow", "block",
    ]
    for (place, term) in terms.enumerated() {
      guard let entry = term.entry, [.crowd, .person, .actor].contains(entry.sense), term.position == .item
      else { continue }
      let next = self.term(at: place + 1)
      let isOver =
        next == nil || next?.kind == .symbol
        || next?.isWord("by") == true
          && self.term(at: place + 2).map { Surroundings.isAction($0.text) } == true
      let before = terms[..<place].lastIndex { $0.kind == .name && !$0.isWord(in: Surroundings.modifiers) }
      if isOver, let before, !terms[..<before].contains(where: { $0.isWord("vs") }),
        kinds.contains(terms[before].text)
      {
        return before...place
      }
      if let next, next.isWord(in: ["following", "i", "that", "from", "with", "without"]),
        terms[(place + 1)...].contains(where: { $0.isWord(in: ["follow", "following", "me", "back"]) })
      {
        return place...place
      }
      let lists: Set<String> = [
        "list", "mailing", "leaderboard", "ranking", "members", "log", "directory", "roster", "export",
        "table", "index",
        "one", "download", "extract", "spreadsheet", "csv", "sheet", "file", "copy", "scrape", "breakdown",
      ]
      if let of = terms[..<place].lastIndex(where: { $0.isWord("of") }), of > 0,
        lists.contains(terms[of - 1].text), isOver
      {
        return of - 1...place
      }
    }
    if let list = index(where: { $0.text == "list" }), list > 0,
      terms[list - 1].isWord(in: ["audience", "community", "fan"])
    {
      return list - 1...list
    }
    for (place, term) in terms.enumerated() where term.entry?.sense == .crowd {
      // `followers list`, and `my followers one by one`.
      if self.term(at: place + 1)?.isWord(in: ["list", "names"]) == true, self.term(at: place + 2) == nil {
        return place...place + 1
      }
      if self.term(at: place + 1)?.isWord("one") == true, self.term(at: place + 2)?.isWord("by") == true {
        return place...place + 1
      }
    }
    if let members = index(where: { ["members", "member"].contains($0.text) }) {
      let isOf = self.term(at: members + 1)?.isWord("of") == true && hasAudience
      if isOf || self.term(at: members - 1)?.isWord(in: ["community", "audience"]) == true {
        return members...members
      }
    }
    if terms.first?.isWord(in: ["get", "fetch", "select", "find", "load"]) == true, terms.count <= 4,
      let crowd = term(at: 1)?.entry, [.person, .actor, .crowd].contains(crowd.sense),
      terms.dropFirst(2).allSatisfy({ $0.kind == .symbol })
    {
      return 0...1
    }
    if terms.count == 1, let entry = terms[0].entry, [.person, .actor, .identifier].contains(entry.sense) {
      return 0...0
    }
    return nil
  }
}
