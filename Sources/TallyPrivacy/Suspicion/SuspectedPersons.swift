// Somebody by name, by what they did, or out of a crowd.
extension Reading {
  /// A given name where something is asked about somebody: P108.
  var named: ClosedRange<Int>? {
    let name =
      index(where: { !$0.isBracketed && GivenNames.holds($0.text) })
      ?? terms.indices.first { place in
        GivenNames.ambiguous.contains(terms[place].text)
          && term(at: place - 1)?.isWord(in: ["by", "from", "did", "does", "has", "is", "when", "if", "that"])
            == true
      }
    guard let name else { return nil }
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
      || (term.kind == .name && Surroundings.isAction(term.text) && !term.text.hasSuffix("_count"))
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

  /// `saves by hfre (rot13)`, `likes by chr(117)`, `likes by &#117`: P110.
  var encoded: ClosedRange<Int>? {
    let functions: Set<String> = [
      "base64", "rot13", "atob", "unhex", "unescape", "md5", "sha256", "sha1", "hex", "chr", "char", "nchar",
      "fromcharcode", "reverse", "concat", "decode", "frombase64", "unicode", "caesar", "substr", "substring",
      "decodeuri", "b64", "backwards", "reversed", "latin",
    ]
    return terms.indices.first { place in
      guard terms[place].position != .item else { return false }
      if terms[place].isWord(in: functions) { return true }
      return terms[place].text == "&"
        && term(at: place + 1).map { $0.text == "#" || $0.isWord(in: ["shy", "zwj", "zwnj", "nbsp"]) } == true
    }.map { $0...$0 }
  }

  /// `my gf watched`, `my bf's likes`: P108.
  var acquaintanceDoes: ClosedRange<Int>? {
    for (place, term) in terms.enumerated() where term.entry?.sense == .acquaintance || term.text == "friend"
    {
      guard self.term(at: place - 1)?.isWord(in: ["my", "his", "her", "their"]) == true, !isContent(place),
        !terms[..<place].contains(where: { $0.isWord(in: ["about", "with", "featuring", "for"]) }),
        let deed = terms[(place + 1)...].prefix(5).prefix(while: { $0.text != ":" }).firstIndex(where: isDone)
      else { continue }
      return place...deed
    }
    return nil
  }

  /// `show what bakerboy did`, `what did zuzu_k do next`: P108.
  var deedsOfOne: ClosedRange<Int>? {
    guard let what = index(where: { $0.text == "what" }) else { return nil }
    if let who = term(at: what + 1), isUnknownName(who), !isImpersonalOwner(who),
      term(at: what + 2)?.isWord(in: ["did", "does", "watched", "saved", "liked"]) == true,
      term(at: what + 3).map({
        $0.kind == .symbol || $0.isWord(in: ["next", "first", "after", "last", "then"])
      }) ?? true,
      !who.text.hasSuffix("s"), !who.text.hasSuffix("ed"), !who.text.hasSuffix("ing")
    {
      return what...what + 2
    }
    return nil
  }

  /// `fingerprint devices`, `link saves to accounts`: P108.
  var fingerprinted: ClosedRange<Int>? {
    if let anonymity = index(where: { $0.text == "anonymity" }) { return anonymity...anonymity }
    if terms.first?.isWord(in: [
      "fingerprint", "reidentify", "deanonymise", "deanonymize", "unmask", "doxx", "dox",
    ]) == true {
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
      }),
      let deed = terms[verb...].firstIndex(where: {
        $0.isWord(in: Surroundings.deeds) || $0.isWord(in: LooseWords.slyDeeds)
      }), deed > verb + 1
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
    let topics: Set<String> = ["for", "about", "with", "on"]
    guard let which = index(where: { ["which", "what"].contains($0.text) }),
      let deed = terms[which...].firstIndex(where: {
        $0.isWord(in: Surroundings.deeds) || $0.isWord(in: LooseWords.presentDeeds)
      }),
      terms[which..<deed].contains(where: {
        $0.isWord(in: Surroundings.demographicGroups) || $0.isPerson || $0.entry?.sense == .acquaintance
          || $0.isWord(in: ["one", "them"])
      }), !terms[which..<deed].contains(where: { $0.isWord(in: topics) })
    else { return nil }
    return which...deed
  }
}
