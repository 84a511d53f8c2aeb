// Somebody by name, by what they did, or out of a crowd.
extension Reading {
  /// A given name where something is asked about somebody: P108.
  var named: ClosedRange<Int>? {
    guard let name = index(where: { !$0.isBracketed && GivenNames.holds($0.text) }) else { return nil }
    let isValue = terms.prefix(name).contains {
      $0.isWord(in: ["about", "with", "titled", "called", "featuring"])
    }
    return isValue ? nil : name...name
  }

  /// `notify me when ... saves`, `saves where liked by "..."`: P108.
  var waitedFor: ClosedRange<Int>? {
    if let notice = index(where: {
      ["notify", "alert", "ping", "warn", "remind", "inform", "tell"].contains($0.text)
    }),
      let when = terms[notice...].firstIndex(where: { $0.isWord(in: ["when", "if", "once", "whenever"]) }),
      let deed = somebodysDeed(from: when + 1)
    {
      return notice...deed
    }
    if let notice = index(where: { $0.text == "notify" }), terms[notice...].contains(where: { isDone($0) }),
      !terms.contains(where: { $0.isWord(in: ["when", "if", "once", "whenever"]) })
    {
      return notice...notice
    }
    for (place, term) in terms.enumerated() where term.isWord("by") {
      guard let deed = self.term(at: place - 1), deed.text.hasSuffix("ed"),
        Surroundings.deeds.contains(deed.text),
        let name = self.term(at: place + 1), name.kind == .value || name.isPerson || isUnknownName(name)
      else { continue }
      return place - 1...place
    }
    return nil
  }

  /// A deed after one to three words that are nothing that is counted: `when Laura watches`, not `when my saves drop`.
  private func somebodysDeed(from start: Int) -> Int? {
    guard let subject = terms[start...].firstIndex(where: { !$0.isWord(in: Surroundings.determiners) }),
      terms[subject].kind == .name, !isDone(terms[subject]),
      !terms[subject].isWord(in: Surroundings.impersonal)
    else { return nil }
    return terms[(subject + 1)...].prefix(4).firstIndex(where: isDone)
  }

  private func isDone(_ term: Term) -> Bool {
    term.isWord(in: Surroundings.deeds)
      || term.isWord(in: ["watches", "views", "sees", "unfollows", "opens", "visits"])
      || (term.kind == .name && Surroundings.isAction(term.text))
  }

  /// A name that is no time, content or place by which creators count.
  private func isUnknownName(_ term: Term) -> Bool {
    term.kind == .name && !term.isWord(in: Surroundings.harmlessGroups)
      && !term.isWord(in: Surroundings.impersonal)
      && !term.isWord(in: Surroundings.determiners) && !ForeignWords.isHarmlessGroup(term.text)
  }

  /// `Sandra's saves by week`: P108.
  var ownedDeeds: ClosedRange<Int>? {
    for (place, term) in terms.enumerated() where term.isWord("s") && place >= 2 {
      guard terms[place - 1].kind == .symbol, let deed = self.term(at: place + 1),
        Surroundings.isAction(deed.text),
        isUnknownName(terms[place - 2]), !isImpersonalOwner(terms[place - 2])
      else { continue }
      return place - 2...place + 1
    }
    return nil
  }

  /// `did a journalist save my post`, `has that plumber liked it`: P108.
  var deedOfUnknown: ClosedRange<Int>? {
    guard
      let verb = terms.prefix(4).firstIndex(where: { $0.isWord(in: ["did", "has", "does", "was", "is"]) }),
      let deed = terms[verb...].firstIndex(where: { $0.isWord(in: Surroundings.deeds) }), deed > verb + 1,
      deed < verb + 6
    else { return nil }
    let subject = terms[(verb + 1)..<deed].filter { !$0.isWord(in: Surroundings.determiners) }
    guard let who = subject.last, subject.allSatisfy({ isUnknownName($0) && !isImpersonalOwner($0) }),
      !isContent(deed - 1), !who.text.hasSuffix("ing")
    else { return nil }
    let object = terms[(deed + 1)...]
    guard
      object.isEmpty
        || object.contains(where: { $0.isWord(in: Surroundings.deedObjects) || $0.kind != .name })
    else { return nil }
    return verb...deed
  }

  /// Whose numbers a creator may mean: those of a post, a time, a platform.
  private func isImpersonalOwner(_ term: Term) -> Bool {
    term.isWord(in: Surroundings.contentNouns)
      || term.isWord(in: [
        "video", "post", "reel", "channel", "today", "yesterday", "it", "that", "what", "let", "there",
        "here", "last", "this",
        "youtube", "tiktok", "instagram", "facebook", "algorithm", "monday", "sunday", "spring", "summer",
        "autumn", "winter",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
        "competitor", "brand", "platform", "episode", "season", "playlist", "hashtag", "audience",
        "thumbnail", "caption", "title",
        "trend", "campaign", "giveaway", "challenge",
      ])
  }

  /// `saves by hfre (rot13)`: P110.
  var encoded: ClosedRange<Int>? {
    terms.indices.first {
      terms[$0].position != .item
        && terms[$0].isWord(in: ["base64", "rot13", "atob", "unhex", "unescape", "md5", "sha256"])
    }.map { $0...$0 }
  }

  /// `fingerprint devices`, `link saves to accounts`: P108.
  var fingerprinted: ClosedRange<Int>? {
    if terms.first?.isWord(in: ["fingerprint", "deanonymize", "unmask", "doxx", "dox"]) == true {
      return 0...0
    }
    guard terms.first?.isWord(in: ["link", "match", "join", "map", "connect", "tie"]) == true,
      let to = terms.firstIndex(where: { $0.isWord(in: ["to", "with"]) }),
      let who = terms[(to + 1)...].prefix(3).firstIndex(where: { $0.entry != nil })
    else { return nil }
    return 0...who
  }

  /// `did that neighbour save v012`, `are my classmates following me`, `check whether someone liked it`: P108.
  var askedAboutSomebody: ClosedRange<Int>? {
    guard
      let verb = terms.indices.first(where: {
        terms[$0].isWord(in: Surroundings.questionVerbs) || terms[$0].isWord(in: ["if", "whether", "when"])
      }), let deed = terms[verb...].firstIndex(where: { $0.isWord(in: Surroundings.deeds) }), deed > verb + 1
    else { return nil }
    let subject = terms[(verb + 1)..<deed]
    let isSomebody = subject.contains { term in
      (term.isPerson
        && term.entry.map { [.person, .acquaintance, .asking, .actor].contains($0.sense) } ?? false)
        || term.isWord(in: Surroundings.demographicGroups)
    }
    return isSomebody ? verb...deed : nil
  }

  /// `which girl saved this`, `the ones that saved v100`, `those that liked`: P101.
  var pickedSomebody: ClosedRange<Int>? {
    for (place, term) in terms.enumerated()
    where term.isWord(in: ["that", "of", "them", "this", "who", "one", "ones"]) {
      guard let deed = self.term(at: place + 1), deed.kind == .name, Surroundings.deeds.contains(deed.text),
        deed.text.hasSuffix("ed") || deed.text.hasSuffix("ing") || deed.text == "seen",
        let before = self.term(at: place - 1),
        before.isWord(in: ["ones", "those", "one", "of", "anyone", "whoever"]) || before.isPerson
      else { continue }
      return place - 1...place + 1
    }
    guard let which = index(where: { ["which", "what"].contains($0.text) }),
      let deed = terms[which...].firstIndex(where: { $0.isWord(in: Surroundings.deeds) }),
      terms[which..<deed].contains(where: {
        $0.isWord(in: Surroundings.demographicGroups) || $0.isPerson || $0.entry?.sense == .acquaintance
          || $0.isWord(in: ["one", "them"])
      })
    else { return nil }
    return which...deed
  }
}
