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
    (.personalJourney, { $0.singleDeeds }),
    (.demographicsOfActors, { $0.kindOfPeople }),
    (.demographicsOfActors, { $0.sortOfCrowd }),
    (.demographicsOfActors, { $0.placeOfActors }),
    (.demographicsOfActors, { $0.sensitiveKind }),
    (.contactDetail, { $0.detailOfCrowd }),
    (.listOfPeople, { $0.membersOfCrowd }),
    (.listOfPeople, { $0.oneOfCrowd }),
    (.rawRows, { $0.recordsOfDeeds }),
    (.personalJourney, { $0.journeyOfOne }),
    (.disguisedName, { $0.encoded }),
    (.lookUpPerson, { $0.named }),
    (.listOfPeople, { $0.doersOfDeeds }),
    (.lookUpPerson, { $0.fingerprinted }),
    (.lookUpPerson, { $0.waitedFor }),
    (.lookUpPerson, { $0.ownedDeeds }),
    (.lookUpPerson, { $0.deedOfUnknown }),
    (.lookUpPerson, { $0.acquaintanceDoes }),
    (.lookUpPerson, { $0.deedsOfOne }),
    (.lookUpPerson, { $0.askedAboutSomebody }),
    (.whoQuestion, { $0.pickedSomebody }),
  ]
}

extension Reading {
  func index(where isMeant: (Term) -> Bool) -> Int? {
    terms.indices.first { terms[$0].kind == .name && isMeant(terms[$0]) }
  }

  var hasCrowd: Bool {
    terms.contains { term in
      term.entry.map { [.crowd, .member, .person, .actor].contains($0.sense) } ?? false
    }
  }

  var hasAudience: Bool { terms.contains { $0.isWord(in: ["audience", "community", "channel"]) } }

  var hasDeed: Bool {
    terms.contains {
      $0.kind == .name && (Surroundings.isAction($0.text) || Surroundings.deeds.contains($0.text))
    }
  }
}
