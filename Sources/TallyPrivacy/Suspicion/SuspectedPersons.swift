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
    if let notice = index(where: { ["notify", "alert", "ping", "warn", "remind"].contains($0.text) }),
      let when = terms[notice...].firstIndex(where: { $0.isWord(in: ["when", "if", "once", "whenever"]) })
    {
      return notice...when
    }
    for (place, term) in terms.enumerated() where term.isWord("by") {
      guard let deed = self.term(at: place - 1), deed.text.hasSuffix("ed"),
        Surroundings.deeds.contains(deed.text),
        let name = self.term(at: place + 1), name.kind == .value || name.isPerson
      else { continue }
      return place - 1...place
    }
    return nil
  }

  /// `fingerprint devices`, `link saves to accounts`: P108.
  var fingerprinted: ClosedRange<Int>? {
    if terms.first?.isWord(in: ["fingerprint", "deanonymize", "unmask", "doxx", "dox"]) == true {
      return 0...0
    }
    guard terms.first?.isWord(in: ["link", "match", "join", "map", "connect", "tie"]) == true,
      let to = terms.firstIndex(where: { $0.isWord(in: ["to", "with"]) }), let who = term(at: to + 1),
      who.entry != nil
    else { return nil }
    return 0...to + 1
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
        $0.isWord(in: Surroundings.demographicGroups) || $0.isPerson || $0.isWord(in: ["one", "them"])
      })
    else { return nil }
    return which...deed
  }
}
