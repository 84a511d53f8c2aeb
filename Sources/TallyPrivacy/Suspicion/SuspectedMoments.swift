// Single moments, and deeds one by one.
extension Reading {
  /// `dump the likes table`, `event log with ids`, `every row of the saves data`: P109.
  var recordsOfDeeds: ClosedRange<Int>? {
    if let from = index(where: { $0.text == "from" }), terms.first?.isWord("select") == true,
      let table = term(at: from + 1), table.kind == .name, Surroundings.isAction(table.text),
      terms[..<from].contains(where: { $0.text == "*" })
    {
      return from + 1...from + 1
    }
    for (place, term) in terms.enumerated() where term.isWord(in: ["raw", "unaggregated", "row"]) {
      // `row-level saves`.
      let next = terms[(place + 1)...].prefix(3).first { $0.kind == .name && !$0.isWord("level") }
      let isLevel = terms[place...].prefix(3).contains { $0.isWord("level") }
      if place > 0 || isLevel || term.isWord("unaggregated"),
        next.map({ Surroundings.isAction($0.text) }) == true
      {
        return place...place
      }
    }
    let records: Set<String> = [
      "table", "rows", "row", "log", "logs", "records", "entries", "events", "database", "db", "data",
      "stream", "feed", "replays", "recordings", "traces", "clickstream", "sessions",
    ]
    for (place, term) in terms.enumerated() where term.isWord(in: records) && term.position == .item {
      let isDumped = terms[..<place].contains {
        $0.isWord(in: [
          "dump", "raw", "unaggregated", "row", "every", "each", "single", "event", "individual",
          "underlying", "unredacted", "unmasked", "uncensored",
        ])
      }
      guard isDumped,
        hasDeed || hasCrowd
          || terms.contains(where: {
            $0.isWord(in: ["ids", "id", "raw", "unaggregated", "unredacted", "unmasked", "uncensored"])
          })
      else {
        continue
      }
      return place...place
    }
    return nil
  }

  /// `journey of one viewer`, `path from the first view to the follow`: P107.
  var journeyOfOne: ClosedRange<Int>? {
    if let session = index(where: { ["session", "screen", "user"].contains($0.text) }),
      term(at: session + 1)?.isWord(in: ["replay", "replays", "recording", "recordings", "trace"]) == true
    {
      return session...session + 1
    }
    guard
      let journey = index(where: {
        ["journey", "path", "trajectory", "history", "timeline", "trail", "footprint"].contains($0.text)
      }),
      let person = terms.firstIndex(where: { term in
        term.isPerson && term.entry.map { [.member, .person, .actor].contains($0.sense) } ?? false
      })
    else { return nil }
    return min(journey, person)...max(journey, person)
  }

  /// `each save`, `save log`, `timestamp of every save`, `what else did ... save`: P107.
  var singleDeeds: ClosedRange<Int>? {
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
}
