/// Looser rules for statements that are none of the language: what reads like a question about people although no word of
/// it is refused in a sentence.
enum SuspicionRules {
  /// The refusal of the first rule that finds something; nil where none does.
  static func refusal(of reading: Reading) -> Refusal? {
    for (code, find) in all {
      if let range = find(reading), let first = reading.term(at: range.lowerBound),
        let last = reading.term(at: range.upperBound)
      {
        let end = max(first.span.upperBound, last.span.upperBound)
        return Refusal(code, at: first.span.lowerBound..<end, words: [])
      }
    }
    return nil
  }

  private static let all: [(RefusalCode, @Sendable (Reading) -> ClosedRange<Int>?)] = [
    (.finerThanTimeFloor, { $0.momentOfDeeds }),
    (.personalJourney, { $0.singleDeeds }),
    (.demographicsOfActors, { $0.kindOfPeople }),
    (.demographicsOfActors, { $0.placeOfActors }),
    (.contactDetail, { $0.detailOfCrowd }),
    (.listOfPeople, { $0.membersOfCrowd }),
    (.lookUpPerson, { $0.named }),
    (.lookUpPerson, { $0.fingerprinted }),
    (.lookUpPerson, { $0.askedAboutSomebody }),
    (.whoQuestion, { $0.pickedSomebody }),
  ]
}

extension Reading {
  private func index(where isMeant: (Term) -> Bool) -> Int? {
    terms.indices.first { terms[$0].kind == .name && isMeant(terms[$0]) }
  }

  private var hasCrowd: Bool {
    terms.contains { term in
      term.entry.map { [.crowd, .member, .person, .actor].contains($0.sense) } ?? false
    }
  }

  private var hasAudience: Bool { terms.contains { $0.isWord(in: ["audience", "community", "channel"]) } }

  private var hasDeed: Bool {
    terms.contains {
      $0.kind == .name && (Surroundings.isAction($0.text) || Surroundings.deeds.contains($0.text))
    }
  }

  /// `saves by minute`, `saves by timestamp`: P203.
  fileprivate var momentOfDeeds: ClosedRange<Int>? {
    hasDeed
      ? index { term in
        term.position == .group
          && ["minute", "minutes", "second", "seconds", "timestamp", "timestamps", "time_of_day", "datetime"]
            .contains(term.text)
      }.map { $0...$0 } : nil
  }

  /// `each save`, `save log`, `timestamp of every save`, `what else did ... save`: P107.
  fileprivate var singleDeeds: ClosedRange<Int>? {
    let traces: Set<String> = [
      "timestamp", "timestamps", "log", "logs", "events", "event", "records", "record",
    ]
    let moments: Set<String> = ["time", "times", "moment", "date", "dates", "history"]
    for (place, term) in terms.enumerated() where term.kind == .name && term.position != .condition {
      guard let next = self.term(at: place + 1), next.kind == .name else { continue }
      let isDeed = Surroundings.actionStems.contains(next.text) || next.text == "view"
      if ["each", "every", "single"].contains(term.text), isDeed { return place...place + 1 }
      if Surroundings.actionStems.contains(term.text),
        ["log", "logs", "events", "event", "history"].contains(next.text)
      {
        return place...place + 1
      }
      guard traces.contains(term.text) || moments.contains(term.text), next.text == "of" else { continue }
      let near = terms.indices.dropFirst(place + 2).prefix(4)
      let isSingle = near.contains {
        terms[$0].isWord(in: ["each", "every", "single", "a"]) || terms[$0].entry != nil
      }
      guard traces.contains(term.text) || isSingle else { continue }
      if let deed = near.first(where: {
        Surroundings.actionStems.contains(terms[$0].text) || Surroundings.isAction(terms[$0].text)
          || terms[$0].entry?.sense == .crowd
      }) {
        return place...deed
      }
    }
    return nil
  }

  /// `gay followers`, `religion of my followers`, `do kids watch my videos`, `what do men like`: P106.
  fileprivate var kindOfPeople: ClosedRange<Int>? {
    let kinds: Set<String> = [
      "gay", "lesbian", "queer", "trans", "straight", "muslim", "christian", "jewish", "hindu", "black",
      "white", "asian",
      "latino", "latina", "pregnant", "underage", "rich", "poor", "single", "married", "disabled",
      "republican",
      "democrat", "teen", "teenage", "german", "american", "french", "british", "indian",
    ]
    if let kind = index(where: { kinds.contains($0.text) }), let crowd = term(at: kind + 1),
      crowd.entry != nil
    {
      return kind...kind + 1
    }
    guard hasDeed || hasCrowd else { return nil }
    if hasDeed, let group = terms.indices.first(where: { isGroupOfPeople($0) }) {
      let asks = terms.contains {
        $0.isWord(in: [
          "do", "does", "did", "what", "which", "are", "were", "how", "that", "saves", "by", "where", "with",
        ])
      }
      return asks || group == 0 ? group...group : nil
    }
    // A word such as income was read as a dimension.
    guard let dimension = index(where: { $0.text == "gender" && $0.position == .item }),
      let of = term(at: dimension + 1), of.isWord("of"), hasCrowd
    else { return nil }
    return dimension...dimension
  }

  private func isGroupOfPeople(_ index: Int) -> Bool {
    terms[index].isWord(in: Surroundings.demographicGroups) && !isContent(index)
  }

  /// `saves from germany`, `likes in france`, `which countries save my soups`: P106.
  fileprivate var placeOfActors: ClosedRange<Int>? {
    let countries: Set<String> = [
      "germany", "austria", "switzerland", "france", "italy", "spain", "portugal", "england", "britain", "uk",
      "usa",
      "america", "canada", "mexico", "brazil", "argentina", "india", "pakistan", "china", "japan", "korea",
      "vietnam",
      "indonesia", "thailand", "philippines", "australia", "russia", "ukraine", "poland", "turkey", "egypt",
      "nigeria",
      "kenya", "europe", "asia", "africa", "netherlands", "belgium", "sweden", "norway", "denmark", "finland",
      "ireland",
      "scotland", "greece", "berlin", "vienna", "london", "paris", "tokyo", "abroad",
    ]
    for (place, term) in terms.enumerated() where term.isWord(in: ["from", "in"]) {
      guard let country = self.term(at: place + 1), countries.contains(country.text),
        let action = terms[..<place].lastIndex(where: { Surroundings.isAction($0.text) })
      else { continue }
      return action...place + 1
    }
    for (place, term) in terms.enumerated()
    where ["countries", "cities", "regions", "country", "city"].contains(term.text) {
      guard self.term(at: place - 1)?.isWord(in: ["which", "what"]) == true,
        let deed = self.term(at: place + 1), Surroundings.deeds.contains(deed.text)
      else { continue }
      return place...place + 1
    }
    return nil
  }

  /// `birthdays of my fans`, `device ids of viewers`, `mailing addresses`: P105.
  fileprivate var detailOfCrowd: ClosedRange<Int>? {
    let details: Set<String> = [
      "birthday", "birthdays", "addresses", "ids", "pictures", "photos", "dms", "dm", "numbers", "avatars",
      "handles",
      "faces", "emails", "phones",
    ]
    for (place, term) in terms.enumerated() where term.kind == .name && details.contains(term.text) {
      let before = self.term(at: place - 1)?.text ?? ""
      let isPersonal = ["device", "mailing", "home", "street", "profile", "mac", "anonymous", "phone"]
        .contains(before)
      let isOf = self.term(at: place + 1)?.isWord(in: ["of", "from", "for"]) == true
      if isPersonal { return place - 1...place }
      if isOf, terms[(place + 1)...].contains(where: { $0.entry != nil }) || term.text == "dms" {
        return place...place
      }
    }
    return nil
  }

  /// `ghost followers`, `accounts following me`, `members of my audience`, `list of followers`: P102.
  fileprivate var membersOfCrowd: ClosedRange<Int>? {
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
      if isOver, let before, kinds.contains(terms[before].text) { return before...place }
      if let next, next.isWord(in: ["following", "i", "that", "from"]),
        terms[(place + 1)...].contains(where: { $0.isWord(in: ["follow", "following", "me", "back"]) })
      {
        return place...place
      }
      let lists: Set<String> = [
        "list", "leaderboard", "ranking", "members", "log", "directory", "roster", "export", "table", "index",
        "one",
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
    if terms.count == 1, let entry = terms[0].entry, [.person, .actor, .identifier].contains(entry.sense) {
      return 0...0
    }
    return nil
  }

  /// `fingerprint devices`, `link saves to accounts`: P108.
  fileprivate var fingerprinted: ClosedRange<Int>? {
    if terms.first?.isWord(in: ["fingerprint", "deanonymize", "unmask", "doxx", "dox"]) == true {
      return 0...0
    }
    guard terms.first?.isWord(in: ["link", "match", "join", "map", "connect", "tie"]) == true,
      let to = terms.firstIndex(where: { $0.isWord(in: ["to", "with"]) }), let who = term(at: to + 1),
      who.entry != nil
    else { return nil }
    return 0...to + 1
  }

  /// A given name where something is asked about somebody: P108.
  fileprivate var named: ClosedRange<Int>? {
    guard let name = index(where: { !$0.isBracketed && GivenNames.holds($0.text) }) else { return nil }
    let isValue = terms.prefix(name).contains {
      $0.isWord(in: ["about", "with", "titled", "called", "featuring"])
    }
    return isValue ? nil : name...name
  }

  /// `did that neighbour save v012`, `are my classmates following me`, `check whether someone liked it`: P108.
  fileprivate var askedAboutSomebody: ClosedRange<Int>? {
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
  fileprivate var pickedSomebody: ClosedRange<Int>? {
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
