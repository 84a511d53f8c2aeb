import TallyLanguage

/// One cell of an answer.
enum NaiveCell: Hashable, CustomStringConvertible {
  case missing
  case text(String)
  case number(Quantity)
  case day(Day)

  var description: String {
    switch self {
    case .missing: "–"
    case .text(let text): "\"\(text)\""
    case .number(.whole(let value)): "\(value)"
    case .number(.real(let value)): "\(value)"
    case .day(let day): "\(day)"
    }
  }

  /// Equal, or a double within 1e-12 of the other number.
  ///
  /// A difference of two equal ones may be as far from 0.
  func matches(_ other: NaiveCell) -> Bool {
    switch (self, other) {
    case (.number(.whole(let left)), .number(.whole(let right))): return left == right
    case (.number(let left), .number(let right)):
      let (a, b) = (left.real, right.real)
      return a == b || (a - b).magnitude <= 1e-12 * max(a.magnitude, b.magnitude, 0.01)
    default: return self == other
    }
  }
}

/// An answer as rows of cells, the same for the naive evaluator, the engine and SQL.
struct NaiveAnswer: CustomStringConvertible {
  var columns: [String]
  /// `data`, `others` or `total`, beside `rows`.
  var kinds: [String]
  var rows: [[NaiveCell]]

  func matches(_ other: NaiveAnswer) -> Bool {
    columns == other.columns && kinds == other.kinds && rows.count == other.rows.count
      && zip(rows, other.rows).allSatisfy { left, right in
        left.count == right.count && zip(left, right).allSatisfy { $0.matches($1) }
      }
  }

  var description: String {
    ([columns.joined(separator: " | ")]
      + zip(kinds, rows).map { kind, row in "\(kind): " + row.map(\.description).joined(separator: " | ") })
      .joined(separator: "\n")
  }
}
