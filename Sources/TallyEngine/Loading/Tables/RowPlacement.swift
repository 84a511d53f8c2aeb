/// Where the rows of one source go in a table of rows with distinct keys.
struct RowPlacement {
  enum Action: UInt8 {
    /// The first row of its key.
    case place
    /// Its values replace those that stand there; a missing one replaces nothing.
    case replace
    /// Its counts are added to those that stand there.
    case add
    /// It says nothing new.
    case skip
  }

  /// The row of the table for each row of the source.
  var targets: [Int] = []
  var actions: [Action] = []

  mutating func append(_ target: Int, _ action: Action) {
    targets.append(target)
    actions.append(action)
  }
}

/// One column of one source, and where its rows go.
struct PlacedColumn {
  let values: Column
  let placement: RowPlacement
}

/// A column put together from several sources, in order, and how many values were replaced by another one in each.
///
/// - Returns: nil where one source has text and another numbers.
func combine(_ parts: [PlacedColumn], rowCount: Int, addsUp: Bool) -> (column: Column, replaced: [Int])? {
  switch parts.first?.values {
  case .texts: combineTexts(parts, rowCount)
  case .tags: combineTags(parts, rowCount)
  case .instants: combineInstants(parts, rowCount)
  case .integers, .decimals:
    parts.allSatisfy { if case .integers = $0.values { true } else { false } }
      ? combineIntegers(parts, rowCount, addsUp: addsUp) : combineDecimals(parts, rowCount, addsUp: addsUp)
  case nil: nil
  }
}

/// The cells of a table being put together: values, and whether each is there.
private struct Cells<Value: Equatable> {
  var values: [Value]
  var isPresent: [Bool]
  var replaced: [Int] = []

  init(_ blank: Value, _ rows: Int) {
    values = [Value](repeating: blank, count: rows)
    isPresent = [Bool](repeating: false, count: rows)
  }

  /// Brings in one source.
  ///
  /// `sum` adds two values, nil where the column does not add up.
  mutating func bring(
    _ placement: RowPlacement, value: (Int) -> Value?, sum: ((Value, Value) -> Value?)?, blank: Value
  ) {
    var replaced = 0
    for (row, target) in placement.targets.enumerated() {
      let new = value(row)
      switch placement.actions[row] {
      case .skip: break
      case .place, .replace:
        guard let new else { break }
        if isPresent[target], values[target] != new { replaced += 1 }
        values[target] = new
        isPresent[target] = true
      case .add:
        if let sum {
          guard let new else { break }
          let total = isPresent[target] ? sum(values[target], new) : new
          values[target] = total ?? blank
          isPresent[target] = total != nil
        } else if !isPresent[target] || new != values[target] || !keepsEqual {
          values[target] = blank
          isPresent[target] = false
        }
      }
    }
    self.replaced.append(replaced)
  }

  /// True for text, of which equal values stay when rows are added up.
  var keepsEqual = false
  var validity: Validity { Validity(isPresent) }
}

private func combineIntegers(_ parts: [PlacedColumn], _ rows: Int, addsUp: Bool) -> (Column, [Int])? {
  var cells = Cells<Int64>(0, rows)
  for part in parts {
    guard case .integers(let column) = part.values else { return nil }
    cells.bring(
      part.placement, value: { column[$0] },
      sum: addsUp
        ? { left, right in
          let (sum, overflow) = left.addingReportingOverflow(right)
          return overflow ? nil : sum
        } : nil, blank: 0)
  }
  return (.integers(IntegerColumn(cells.values, validity: cells.validity)), cells.replaced)
}

private func combineDecimals(_ parts: [PlacedColumn], _ rows: Int, addsUp: Bool) -> (Column, [Int])? {
  var cells = Cells<Double>(0, rows)
  for part in parts {
    let value: (Int) -> Double?
    switch part.values {
    case .integers(let column): value = { column[$0].map(Double.init) }
    case .decimals(let column): value = { column[$0] }
    case .texts, .tags, .instants: return nil
    }
    cells.bring(part.placement, value: value, sum: addsUp ? { $0 + $1 } : nil, blank: 0)
  }
  return (.decimals(DecimalColumn(cells.values, validity: cells.validity)), cells.replaced)
}

private func combineTexts(_ parts: [PlacedColumn], _ rows: Int) -> (Column, [Int])? {
  var cells = Cells<UInt32>(0, rows)
  cells.keepsEqual = true
  var dictionary: [String] = []
  var codeOf: [String: UInt32] = [:]
  for part in parts {
    guard case .texts(let column) = part.values else { return nil }
    let codes = column.dictionary.map { value -> UInt32 in
      if let code = codeOf[value] { return code }
      let code = UInt32(dictionary.count)
      dictionary.append(value)
      codeOf[value] = code
      return code
    }
    cells.bring(
      part.placement, value: { column.validity[$0] ? codes[Int(column.codes[$0])] : nil }, sum: nil, blank: 0)
  }
  let text = CodedText(
    codes: zip(cells.values, cells.isPresent).map { $1 ? $0 : CodedText.missingCode }, values: dictionary)
  return (.texts(text.withoutUnused.column()), cells.replaced)
}

private func combineTags(_ parts: [PlacedColumn], _ rows: Int) -> (Column, [Int])? {
  var cells = Cells<[UInt32]>([], rows)
  cells.keepsEqual = true
  var builder = TagsBuilder()
  for part in parts {
    guard case .tags(let column) = part.values else { return nil }
    let codes = column.dictionary.map { builder.code($0) }
    cells.bring(
      part.placement, value: { column.validity[$0] ? column[$0].map { codes[Int($0)] } : nil }, sum: nil,
      blank: [])
  }
  for row in cells.values { builder.append(row) }
  return (.tags(builder.column), cells.replaced)
}

private func combineInstants(_ parts: [PlacedColumn], _ rows: Int) -> (Column, [Int])? {
  struct Instant: Equatable {
    var seconds: Int64
    var isDate: Bool
  }
  let blank = Instant(seconds: 0, isDate: false)
  var cells = Cells<Instant>(blank, rows)
  cells.keepsEqual = true
  for part in parts {
    guard case .instants(let column) = part.values else { return nil }
    cells.bring(
      part.placement,
      value: { column.validity[$0] ? Instant(seconds: column.seconds[$0], isDate: column.isDate[$0]) : nil },
      sum: nil, blank: blank)
  }
  let column = InstantColumn(
    seconds: cells.values.map(\.seconds), isDate: cells.values.map(\.isDate), validity: cells.validity)
  return (.instants(column), cells.replaced)
}

extension CodedText {
  /// The same column without values that no row has any more, in order of first appearance.
  var withoutUnused: CodedText {
    var newCode = [UInt32](repeating: Self.missingCode, count: values.count)
    var kept: [String] = []
    let codes = self.codes.map { code -> UInt32 in
      guard code != Self.missingCode else { return code }
      if newCode[Int(code)] == Self.missingCode {
        newCode[Int(code)] = UInt32(kept.count)
        kept.append(values[Int(code)])
      }
      return newCode[Int(code)]
    }
    return CodedText(codes: codes, values: kept)
  }
}
