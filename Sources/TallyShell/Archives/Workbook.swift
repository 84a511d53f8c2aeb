import TallyLanguage

/// An XLSX workbook (ECMA-376, part 1) as the tables in it; formulas are never worked out, macros never looked at.
struct Workbook {
  /// A sheet with something in it.
  struct Sheet {
    let name: String
    /// From 1, empty ones counted.
    let number: Int
    /// RFC 4180, UTF-8.
    let csv: [UInt8]
  }

  private let parts: WorkbookParts
  /// For messages.
  private let name: String

  init(_ parts: WorkbookParts, name: String) {
    self.parts = parts
    self.name = name
  }

  private var unreadable: Failure { .diagnostics([.unreadableWorkbook(name)]) }

  /// The sheets that are not empty, in the order of the workbook, hidden ones too.
  ///
  /// - Throws: F142, F144; `.cancelled`.
  func sheets(_ budget: inout UnpackingBudget, _ watch: inout ReadingWatch) throws(Failure) -> [Sheet] {
    guard let path = parts.targets(of: "", kind: "officeDocument")?.values.first, let workbook = parts[path],
      let index = SheetIndex(workbook),
      let places = parts.targets(of: path, kind: "worksheet"),
      let strings = try part(of: path, kind: "sharedStrings", SharedStrings.init),
      let styles = try part(of: path, kind: "styles", CellStyles.init)
    else { throw unreadable }
    let context = SheetContext(strings: strings, styles: styles, countsFrom1904: index.countsFrom1904)
    var sheets: [Sheet] = []
    for (position, entry) in index.entries.enumerated() {
      // A sheet that is one chart or a dialogue has no cells.
      guard let place = places[entry.relation] else { continue }
      guard let bytes = parts[place] else { throw unreadable }
      try watch.tick("unpacking", name, budget.unpacked)
      var reading = SheetReading(context)
      guard readXML(bytes, { reading.take($0) }) else { throw unreadable }
      try budget.take(reading.text.length)
      if let csv = reading.text.csv { sheets.append(Sheet(name: entry.name, number: position + 1, csv: csv)) }
    }
    return sheets
  }

  /// A part that a workbook need not have; nil where it is damaged.
  private func part<Part>(
    of path: String, kind: String, _ read: ([UInt8]) -> Part?
  ) throws(Failure) -> Part? {
    guard let targets = parts.targets(of: path, kind: kind) else { return nil }
    guard let target = targets.values.first else { return read(Array("<none/>".utf8)) }
    return parts[target].flatMap(read)
  }
}

/// The list of sheets.
struct SheetIndex {
  private(set) var entries: [(name: String, relation: String)] = []
  /// Whether days count from 1904-01-01, as on old Macintosh computers.
  private(set) var countsFrom1904 = false

  /// nil where it is damaged.
  init?(_ bytes: [UInt8]) {
    let isWhole = readXML(bytes) { event in
      switch event {
      case .start("workbookPr", let attributes):
        countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
      case .start("sheet", let attributes):
        guard let name = attributes["name"], let relation = attributes["id"] else { return false }
        entries.append((name, relation))
      default: break
      }
      return true
    }
    if !isWhole { return nil }
  }
}

/// The texts that cells share.
struct SharedStrings {
  private var texts: [String] = []

  /// nil where it is damaged.
  init?(_ bytes: [UInt8]) {
    var rich = RichText()
    let isWhole = readXML(bytes) { event in
      if case .end("si") = event { texts.append(rich.takeText()) } else { rich.take(event) }
      return true
    }
    if !isWhole { return nil }
  }

  /// nil where there is no such text.
  subscript(_ index: Int) -> String? { texts.indices.contains(index) ? texts[index] : nil }
}

/// A text that is put together from runs; how it is spoken is left out.
struct RichText {
  private var text = ""
  private var isInText = false
  private var isInPhonetics = false

  mutating func take(_ event: XMLEvent) {
    switch event {
    case .start("rPh", _): isInPhonetics = true
    case .end("rPh"): isInPhonetics = false
    case .start("t", _): isInText = true
    case .end("t"): isInText = false
    case .text(let part): if isInText && !isInPhonetics { text += part }
    case .start, .end: break
    }
  }

  /// What there is so far, which begins anew.
  mutating func takeText() -> String {
    defer { text = "" }
    return unescaped(text)
  }
}

/// A text with `_x000D_` and its like as the characters that XML cannot hold.
func unescaped(_ text: String) -> String {
  guard text.contains("_x") else { return text }
  var result = ""
  var rest = Substring(text)
  while let start = rest.firstIndex(of: "_") {
    result += rest[..<start]
    let code = rest[start...].prefix(7)
    if code.count == 7, code.hasPrefix("_x"), code.hasSuffix("_"),
      let value = UInt32(code.dropFirst(2).dropLast(), radix: 16), let scalar = Unicode.Scalar(value)
    {
      result.unicodeScalars.append(scalar)
      rest = rest[start...].dropFirst(7)
    } else {
      result.append("_")
      rest = rest[start...].dropFirst()
    }
  }
  return result + rest
}
