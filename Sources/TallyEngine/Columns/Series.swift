import TallyLanguage

/// Numbers that were computed: one per video, or one per row of the answer.
struct Series {
  enum Values {
    case integers([Int64])
    case decimals([Double])
  }
  var values: Values
  /// Beside `values`; a missing number is stored as 0.
  var present: [Bool]

  var count: Int { present.count }

  init(_ values: Values, present: [Bool]) {
    self.values = values
    self.present = present
  }

  /// The same number throughout, exact where it is whole.
  init(repeating value: Double, whole: Int64?, count: Int) {
    values =
      whole.map { .integers([Int64](repeating: $0, count: count)) }
      ?? .decimals([Double](repeating: value, count: count))
    present = [Bool](repeating: true, count: count)
  }

  var decimals: [Double] {
    switch values {
    case .integers(let values): values.map(Double.init)
    case .decimals(let values): values
    }
  }

  /// The number of one row as a double.
  func decimals(_ row: Int) -> Double {
    switch values {
    case .integers(let values): Double(values[row])
    case .decimals(let values): values[row]
    }
  }

  /// A series without any number.
  static func missing(count: Int) -> Series {
    Series(.integers([Int64](repeating: 0, count: count)), present: [Bool](repeating: false, count: count))
  }

  /// -1, 0 or 1 as the number of a row is less than, equal to or greater than another series' number of a
  /// row; whole numbers are compared exactly.
  ///
  /// Both must be present.
  func compare(_ row: Int, to other: Series, _ otherRow: Int) -> Int {
    switch (values, other.values) {
    case (.integers(let left), .integers(let right)):
      left[row] < right[otherRow] ? -1 : left[row] > right[otherRow] ? 1 : 0
    case (.integers(let left), .decimals(let right)): ordering(Double(left[row]), right[otherRow])
    case (.decimals(let left), .integers(let right)): ordering(left[row], Double(right[otherRow]))
    case (.decimals(let left), .decimals(let right)): ordering(left[row], right[otherRow])
    }
  }

  private func ordering(_ left: Double, _ right: Double) -> Int { left < right ? -1 : left > right ? 1 : 0 }
}

extension Series {
  /// `left OP right`, row by row; missing where either is, or where a division is by zero.
  ///
  /// Whole numbers stay whole under `+ - *`.
  /// - Throws: N001 when a whole number leaves 64 bits.
  static func combine(_ left: Series, _ operation: Arithmetic, _ right: Series) throws(Diagnostic) -> Series {
    var present = zip(left.present, right.present).map { $0 && $1 }
    if case .integers(let a) = left.values, case .integers(let b) = right.values, operation != .divide {
      var values = [Int64](repeating: 0, count: a.count)
      for row in a.indices where present[row] {
        let (value, overflow) =
          switch operation {
          case .add: a[row].addingReportingOverflow(b[row])
          case .subtract: a[row].subtractingReportingOverflow(b[row])
          case .multiply, .divide: a[row].multipliedReportingOverflow(by: b[row])
          }
        if overflow { throw .overflow() }
        values[row] = value
      }
      return Series(.integers(values), present: present)
    }
    let a = left.decimals
    let b = right.decimals
    var values = [Double](repeating: 0, count: a.count)
    for row in a.indices where present[row] {
      switch operation {
      case .add: values[row] = a[row] + b[row]
      case .subtract: values[row] = a[row] - b[row]
      case .multiply: values[row] = a[row] * b[row]
      case .divide:
        if b[row] == 0 { present[row] = false } else { values[row] = a[row] / b[row] }
      }
    }
    return Series(.decimals(values), present: present)
  }

  /// The number with its sign changed.
  ///
  /// - Throws: N001 for the one whole number that has no opposite.
  func negated() throws(Diagnostic) -> Series {
    try Series.combine(Series(repeating: 0, whole: 0, count: count), .subtract, self)
  }

  /// Whether a row's number stands in a relation to another's; false where either is missing.
  func holds(_ comparison: Comparison, _ row: Int, _ other: Series, _ otherRow: Int) -> Bool {
    guard present[row], other.present[otherRow] else { return false }
    let order = compare(row, to: other, otherRow)
    return switch comparison {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}
