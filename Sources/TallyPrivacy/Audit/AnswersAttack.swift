/// What follows from answers about the groups of a table, by arithmetic alone.
///
/// It knows how answers are meant and which groups there are, and nothing of how groups are folded: every number of an
/// answer becomes a sum of groups. A labelled number is that of the groups that are shown with the label, or of all
/// groups with it, whichever is true of the file; somebody who takes it for what it is not concludes nothing.
struct AnswersAttack {
  /// A number of an answer, and the groups whose sum it is.
  private struct Reading: Hashable {
    let places: Set<Int>
    let value: Double
    let slack: Double
  }

  private let number: AuditedTable.Number
  /// By the attack that they were asked for; most lines stand in many answers.
  private var readings: [AttackKind: Set<Reading>] = [:]
  /// Groups that are told alone, by place.
  let shown: Set<Int>
  /// How many numbers are no sum of groups in any way that an answer may be meant.
  private(set) var unexplained = 0

  init(_ table: AuditedTable, _ number: AuditedTable.Number, answers: [SeenAnswer]) {
    self.number = number
    let answers = answers.filter { $0.number == number.name }
    let groups = Groups(table, answers, hasRest: number.hasRest)
    shown = groups.shown
    for answer in answers {
      let senses = Groups.Sense.allCases.lazy.map { groups.places(of: answer, $0) }
      let whole = senses.first { places in
        zip(places, answer.lines).allSatisfy { isTrue($0.0, $0.1) }
      }
      for (index, line) in answer.lines.enumerated() {
        guard let places = whole?[index] ?? senses.lazy.map({ $0[index] }).first(where: { isTrue($0, line) })
        else {
          unexplained += 1
          continue
        }
        readings[answer.attack, default: []].insert(
          Reading(
            places: places, value: line.value * number.scale,
            slack: (line.slack + rounding(of: places)) * number.scale))
      }
    }
  }

  /// The range of each group, in people or views, as it follows from the answers to some attacks.
  func ranges(from attacks: Set<AttackKind>) -> [OpenRange] {
    var equations = Equations(count: number.amounts.count + 1)
    for reading in readings.filter({ attacks.contains($0.key) }).values.joined() {
      equations.add(reading.places, comeTo: reading.value, slack: reading.slack)
    }
    return Array(equations.ranges().dropLast())
  }

  /// Whether groups come to what a line says, in the file.
  private func isTrue(_ places: Set<Int>, _ line: SeenAnswer.Line) -> Bool {
    let sum = places.reduce(0) {
      $0 + (number.amounts.indices.contains($1) ? number.amounts[$1] : number.rest)
    }
    return (sum - line.value).magnitude <= line.slack + rounding(of: places) + 1e-9 * max(1, sum.magnitude)
  }

  /// What rounding may hide in a sum; what is not shown is told by all that is.
  private func rounding(of places: Set<Int>) -> Double {
    let isOfShown = places.isSubset(of: shown)
    return isOfShown
      ? number.step / 2 * Double(places.count)
      : number.step / 2 * Double(number.amounts.count + 1) + number.foldSlack
  }
}

/// The groups of a table by their labels; the rest of a printed total is one more, behind the others.
private struct Groups {
  /// How a labelled number may be meant.
  enum Sense: CaseIterable { case ofShown, ofAll }

  /// All groups that no other one is a part of, the rest with them.
  private let all: Set<Int>
  /// Those that an answer by all dimensions names.
  let shown: Set<Int>
  /// For each list of dimensions that is asked for, and each dimension alone, the groups by their labels.
  private let byLabels: [Sense: [[String]: [[String?]: Set<Int>]]]

  init(_ table: AuditedTable, _ answers: [SeenAnswer], hasRest: Bool) {
    let groups = table.labels.indices.filter { !table.leftOut.contains(table.labels[$0]) }
    all = Set(groups + (hasRest ? [table.labels.count] : []))
    var ofAll: [[String]: [[String?]: Set<Int>]] = [:]
    for names in Set(answers.map(\.dimensions) + table.dimensions.map { [$0] }) {
      let places = names.compactMap { table.dimensions.firstIndex(of: $0) }
      guard places.count == names.count else { continue }
      ofAll[names] = Dictionary(grouping: groups) { group in places.map { table.labels[group][$0] } }
        .mapValues { Set($0) }
    }
    var named: Set<Int> = []
    for answer in answers where Set(answer.dimensions) == Set(table.dimensions) {
      for line in answer.lines where line.row == .group && !line.labels.contains(ProtectedTable.foldedLabel) {
        named.formUnion(ofAll[answer.dimensions]?[line.labels] ?? [])
      }
    }
    shown = named
    byLabels = [
      .ofAll: ofAll, .ofShown: ofAll.mapValues { $0.mapValues { $0.intersection(named) } },
    ]
  }

  /// The groups whose sum each line is.
  func places(of answer: SeenAnswer, _ sense: Sense) -> [Set<Int>] {
    let listed = answer.lines.filter { $0.row == .group }
      .reduce(into: Set<Int>()) { $0.formUnion(with($1.labels, by: answer.dimensions, sense)) }
    return answer.lines.map { line in
      switch line.row {
      case .total: all
      case .group: with(line.labels, by: answer.dimensions, sense)
      case .others: rest(line.labels, by: answer.dimensions, sense).subtracting(listed)
      }
    }
  }

  private func with(_ labels: [String?], by names: [String], _ sense: Sense) -> Set<Int> {
    if labels.contains(ProtectedTable.foldedLabel) { return all.subtracting(shown) }
    if names.isEmpty { return all }
    return byLabels[sense]?[names]?[labels] ?? []
  }

  /// The groups of a row of others: a label that is missing in it is none that it is about.
  private func rest(_ labels: [String?], by names: [String], _ sense: Sense) -> Set<Int> {
    let about = zip(names, labels).filter { $0.1 != nil }
    return about.reduce(all) { $0.intersection(with([$1.1], by: [$1.0], sense)) }
  }
}
