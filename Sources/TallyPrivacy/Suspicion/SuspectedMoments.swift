// Single moments, and deeds one by one.
extension Reading {
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
