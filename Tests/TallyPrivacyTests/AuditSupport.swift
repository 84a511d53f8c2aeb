import Testing

@testable import TallyPrivacy

/// A table as its file says it, for attacks on answers that no rule of Tally's has seen.
func audited(
  _ labels: [[String?]], _ amounts: [Double], by dimensions: [String] = ["country"], crowd: Int64 = 10,
  rest: Double = 0, number: String = "followers"
) -> AuditedTable {
  AuditedTable(
    source: .people(reading: 0, place: 0), dimensions: dimensions, labels: labels, leftOut: [],
    numbers: [
      AuditedTable.Number(name: number, amounts: amounts, rest: rest, scale: 1, step: 0, crowd: crowd)
    ], isOpen: true)
}

/// An answer with a line for each group, others and total as they are.
func seen(
  _ attack: AttackKind, by dimensions: [String] = ["country"], number: String = "followers",
  _ lines: [(labels: [String?], value: Double)], others: Double? = nil, total: Double? = nil
) -> SeenAnswer {
  func none(_ row: SeenAnswer.Row, _ value: Double?) -> [SeenAnswer.Line] {
    value.map { [SeenAnswer.Line(row, labels: dimensions.map { _ in nil }, value: $0)] } ?? []
  }
  return SeenAnswer(
    attack, number: number, by: dimensions,
    lines: lines.map { SeenAnswer.Line(.group, labels: $0.labels, value: $0.value) } + none(.others, others)
      + none(.total, total))
}

extension AuditVerdict: CustomTestStringConvertible {
  /// What did not hold.
  package var testDescription: String {
    let failed = findings.filter { !$0.isHeld }.map { "\($0.attack.rawValue) \($0.sizes ?? -1)" }
    return "\(shown) shown, \(folded) folded, \(leftOut) left out, \(unexplained) unexplained; \(failed)"
  }
  /// How many numbers an attack leaves open.
  func sizes(_ attack: AttackKind) -> Int64? { findings.first { $0.attack == attack }?.sizes }
}

extension ProtectedTable {
  /// What is seen of it when it is asked for by its dimensions with a total, in every number that it has.
  var seenWhole: [SeenAnswer] {
    let names = dimensions.map(\.name)
    func answer(_ number: String, _ values: [Double]) -> SeenAnswer {
      seen(
        .totalMinusShown, by: names, number: number, zip(rows, values).map { ($0.labels, $1) },
        total: values.reduce(0, +))
    }
    return [
      counted.map { answer($0.name, rows.map { Double($0.people ?? 0) }) },
      share.map { answer($0.name, rows.map { $0.share ?? 0 }) },
    ].compactMap { $0 }
  }
}

extension ProtectedExposure {
  /// The same of views and impressions.
  var seenWhole: [SeenAnswer] {
    counted.enumerated().map { place, handle in
      let values = rows.map { Double($0.counts[place]) }
      return seen(
        .totalMinusShown, by: dimensions.map(\.name), number: handle.name,
        zip(rows, values).map { ($0.labels, $1) }, total: values.reduce(0, +))
    }
  }
}
