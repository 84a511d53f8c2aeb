/// One answer as somebody reads it who wants to know about people: labels and numbers, and nothing else.
package struct SeenAnswer: Sendable, Hashable {
  /// What a row says that it is.
  package enum Row: Sendable, Hashable {
    /// A group, or those that are counted together.
    case group
    /// What is left of the rows that are listed; labels that it has hold for it.
    case others
    case total
  }

  /// A row with one number.
  package struct Line: Sendable, Hashable {
    let row: Row
    /// One for each dimension of the answer; nil where it is missing, and for dimensions that the row is not about.
    let labels: [String?]
    let value: Double
    /// By how much the number may miss what it stands for, in its own unit.
    let slack: Double

    package init(_ row: Row, labels: [String?], value: Double, slack: Double = 0) {
      self.row = row
      self.labels = labels
      self.value = value
      self.slack = slack
    }
  }

  /// For what it was asked.
  let attack: AttackKind
  /// The plain name of what its lines count.
  package let number: String
  /// Plain names, in the order of the answer.
  let dimensions: [String]
  let lines: [Line]

  package init(_ attack: AttackKind, number: String, by dimensions: [String], lines: [Line]) {
    self.attack = attack
    self.number = number
    self.dimensions = dimensions
    self.lines = lines
  }
}

extension SeenAnswer {
  /// How many rows it has.
  package var rowCount: Int { lines.count }

  /// Some of its numbers, as they are written in a sentence, for questions that lie around them.
  package var someValues: [String] {
    let values = Set(lines.map(\.value)).sorted()
    let few = values.count <= 9 ? values : Array(values.prefix(4) + values.suffix(4))
    return few.map { $0 == $0.rounded() && $0.magnitude < 1e15 ? String(Int64($0)) : $0.description }
  }
}
