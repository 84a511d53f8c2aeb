/// What the cells of a sheet refer to.
struct SheetContext {
  let strings: SharedStrings
  let styles: CellStyles
  let countsFrom1904: Bool
}

/// Reads the cells of one sheet into a text.
struct SheetReading {
  private(set) var text = SheetText()
  private let context: SheetContext
  private var row = -1
  private var column = -1
  private var type = "n"
  private var style = 0
  private var value = ""
  private var isInValue = false
  private var inline = RichText()

  init(_ context: SheetContext) { self.context = context }

  /// The next step through the sheet's XML; false where it is damaged.
  mutating func take(_ event: XMLEvent) -> Bool {
    switch event {
    case .start("row", let attributes):
      guard let number = attributes["r"].map({ Int($0) }) ?? row + 2, number > row + 1 else { return false }
      (row, column) = (number - 1, -1)
      return text.startRow(row)
    case .start("c", let attributes): return startCell(attributes)
    case .start("v", _): isInValue = true
    case .end("v"): isInValue = false
    case .end("c"): return endCell()
    case .text(let part):
      if isInValue { value += part } else if type == "inlineStr" { inline.take(event) }
    case .start, .end: if type == "inlineStr" { inline.take(event) }
    }
    return true
  }

  private mutating func startCell(_ attributes: [String: String]) -> Bool {
    guard let place = attributes["r"].map(CellPlace.init) ?? CellPlace(row: row, column: column + 1),
      place.row == row, place.column > column
    else { return false }
    column = place.column
    type = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    value = ""
    _ = inline.takeText()
    return true
  }

  private mutating func endCell() -> Bool {
    defer { type = "n" }
    guard let written = written() else { return false }
    return text.add(written, column: column)
  }

  /// The text of the cell; nil where it refers to a text that is not there.
  private mutating func written() -> String? {
    switch type {
    case "s":
      if value.isEmpty { return "" }
      return Int(value).flatMap { context.strings[$0] }
    case "inlineStr": return inline.takeText()
    case "str": return unescaped(value)
    case "b": return value.isEmpty ? "" : value == "1" || value == "true" ? "TRUE" : "FALSE"
    case "n":
      let format = context.styles[style]
      guard format != .number, let days = Double(value) else { return plainNumber(value) }
      return SerialDate(days: days, countsFrom1904: context.countsFrom1904).text(as: format)
        ?? plainNumber(value)
    default: return value
    }
  }
}

/// A place such as `B12`, counted from 0.
struct CellPlace: Equatable {
  let row: Int
  let column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// nil for anything but letters and a number within the bounds of a sheet.
  init?(_ text: String) {
    let letters = text.utf8.prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    guard (1...3).contains(letters.count), let number = Int(text.dropFirst(letters.count)),
      (1...SheetText.mostRows).contains(number)
    else { return nil }
    row = number - 1
    column = letters.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 } - 1
  }
}

/// A number as it would be typed: workbooks keep 0.000001 as `9.9999999999999995E-7`.
///
/// Large exponents stay, since digits were lost there.
func plainNumber(_ text: String) -> String {
  guard text.contains("E") || text.contains("e"), let number = Double(text), abs(number) < 1e15 else {
    return text
  }
  let shortest = "\(number)"
  guard let mark = shortest.firstIndex(of: "e") else { return shortest }
  let exponent = Int(shortest[mark...].dropFirst()) ?? 0
  let mantissa = shortest[..<mark].filter(\.isNumber).drop { $0 == "0" }
  // Here only small numbers are written with an exponent.
  guard (-40..<0).contains(exponent) else { return text }
  let digits = mantissa.hasSuffix("0") && mantissa.count > 1 ? mantissa.dropLast() : mantissa
  return (number < 0 ? "-" : "") + "0." + String(repeating: "0", count: -exponent - 1) + digits
}
