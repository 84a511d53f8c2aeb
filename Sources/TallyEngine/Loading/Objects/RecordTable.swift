import TallyLanguage
import TallyPrivacy

/// Records as a table: a header, and RFC 4180 rows, which the rest of loading reads as it reads any file.
///
/// Objects in a record are taken apart into columns with paths for headers, `stats.playCount`; a list of texts, or of
/// objects with a name each, becomes a cell of tags; other lists are not loaded.
struct RecordTable {
  private(set) var headers: [String] = []
  private(set) var text: [UInt8] = []
  /// Where each row starts in `text`: of row N, its line is that of record N.
  private(set) var starts: [Int] = []
  /// Columns in which something else stands than zeros and nothing.
  private var columnsWithValues: Set<Int> = []
  /// Headers of lists that are not loaded.
  private(set) var lists: [String] = []

  static let mostColumns = 1000
  private static let longestRow = 16 << 20

  /// Headers of lists of texts that lead to people.
  private(set) var setAside: [String] = []

  private enum Column: Equatable {
    case unseen
    case number(Int)
    case notLoaded
    case setAside
  }

  /// - Parameter records: the numbers of objects, all at the path `base`.
  /// - Throws: F157 where there are too many columns, or a record is too long.
  init(
    _ json: JSONValues, records: [Int], base: UInt32, lines: [Int]?, file: String
  ) throws(Diagnostic) {
    var columns = [Column](repeating: .unseen, count: json.paths.count)
    for path in listsOfPeople(json) { columns[Int(path)] = .setAside }
    for record in records {
      var index = record + 1
      while index < json.next(record) {
        let value = json.values[index]
        let path = Int(value.path)
        switch value.kind {
        case .object: index += 1
        case .array:
          // An empty list says nothing of what its column is.
          let isTags = isTags(index, json)
          let isNews = columns[path] == .unseen || (isTags && columns[path] == .notLoaded)
          if isNews, json.next(index) > index + 1 {
            columns[path] = isTags ? .number(addHeader(json, value.path, base)) : .notLoaded
          }
          index = json.next(index)
        case .null, .no, .yes, .number, .text:
          if columns[path] == .unseen || columns[path] == .notLoaded {
            columns[path] = .number(addHeader(json, value.path, base))
          }
          index += 1
        }
      }
      guard headers.count <= Self.mostColumns else { throw .tooManyFields(file, most: Self.mostColumns) }
    }
    for path in columns.indices {
      let header = json.paths.header(of: UInt32(path), below: base)
      if columns[path] == .notLoaded { lists.append(header) }
      if columns[path] == .setAside { setAside.append(header) }
    }
    for (number, record) in records.enumerated() {
      let start = text.count
      starts.append(start)
      appendRow(cells(of: record, json, columns), json)
      guard text.count - start < Self.longestRow else {
        throw .recordTooLarge(file, record: number + 1, line: lines?[number])
      }
    }
  }

  /// Rows of lists of values under headers of their own.
  init(_ json: JSONValues, headers: [String], rows: [Int], file: String) throws(Diagnostic) {
    self.headers = headers
    for (number, row) in rows.enumerated() {
      let cells = json.children(of: row)
      guard cells.count == headers.count, cells.allSatisfy({ json.values[$0].kind.isScalar }) else {
        throw .unevenReport(file, row: number + 1, expected: headers.count)
      }
      starts.append(text.count)
      appendRow(cells.map { $0 }, json)
    }
  }

  /// Gives the columns other headers.
  mutating func rename(_ headers: [String]) { self.headers = headers }

  /// Whether a column holds anything but zeros.
  func holdsOtherThanZero(_ column: Int) -> Bool { columnsWithValues.contains(column) }

  private mutating func addHeader(_ json: JSONValues, _ path: UInt32, _ base: UInt32) -> Int {
    headers.append(json.paths.header(of: path, below: base))
    return headers.count - 1
  }

  /// The value of each column in one record, nil where it has none.
  private func cells(of record: Int, _ json: JSONValues, _ columns: [Column]) -> [Int?] {
    var cells = [Int?](repeating: nil, count: headers.count)
    var index = record + 1
    while index < json.next(record) {
      let value = json.values[index]
      if value.kind == .object {
        index += 1
        continue
      }
      // A list that is no tags stands at the path of a column where other records have tags there.
      if case .number(let column) = columns[Int(value.path)], value.kind != .array || isTags(index, json) {
        cells[column] = index
      }
      index = json.next(index)
    }
    return cells
  }

  private mutating func appendRow(_ cells: [Int?], _ json: JSONValues) {
    for (column, cell) in cells.enumerated() {
      if column > 0 { text.append(UInt8(ascii: ",")) }
      if let cell {
        let value = json.values[cell]
        if json.isPresent(value), json.bytes(value) != [48] { columnsWithValues.insert(column) }
        appendCell(cell, json)
      }
      // A line without any byte would be no row.
      if cells.count == 1, text.count == starts.last { text += [34, 34] }
    }
    text.append(10)
  }

  private mutating func appendCell(_ index: Int, _ json: JSONValues) {
    let value = json.values[index]
    switch value.kind {
    case .array:
      let tags = json.children(of: index).compactMap { tag($0, json) }.map { json.string(json.values[$0]) }
      appendQuoted(Array(tags.joined(separator: ", ").utf8)[...])
    case .number: text += plainNumber(json.bytes(value))
    case .text: appendQuoted(json.bytes(value))
    case .null, .no, .yes, .object: text += json.bytes(value)
    }
  }

  private mutating func appendQuoted(_ bytes: ArraySlice<UInt8>) {
    let needsQuotes = bytes.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
    guard needsQuotes else { return text += bytes }
    text.append(34)
    for byte in bytes {
      if byte == 34 { text.append(34) }
      text.append(byte)
    }
    text.append(34)
  }
}

extension JSONValues.Kind {
  var isScalar: Bool { self != .object && self != .array }
}

/// The paths of lists of texts that lead to people: handles, addresses, links to profiles.
private func listsOfPeople(_ json: JSONValues) -> [UInt32] {
  var shapes: [UInt32: PersonShapes] = [:]
  for value in json.values where value.kind == .text && json.paths.isElement(value.path) {
    shapes[value.path, default: PersonShapes()].scan(json.bytes(value).span)
  }
  return shapes.filter(\.value.isAboutPeople).map { json.paths.parent($0.key) }
}

/// Whether a list holds texts alone, or objects that have a name each, under a key of tags.
private func isTags(_ list: Int, _ json: JSONValues) -> Bool {
  json.children(of: list).allSatisfy { tag($0, json) != nil }
}

/// The value that is the text of a tag: an element of a list, or the name in it.
private func tag(_ element: Int, _ json: JSONValues) -> Int? {
  switch json.values[element].kind {
  case .text: return element
  case .object:
    let fields = json.children(of: element)
    for name in tagNames {
      let field = fields.first {
        json.values[$0].kind == .text && json.isPresent(json.values[$0])
          && json.paths.key(json.values[$0].path) == name
      }
      if let field { return field }
    }
    return nil
  case .null, .no, .yes, .number, .array: return nil
  }
}
