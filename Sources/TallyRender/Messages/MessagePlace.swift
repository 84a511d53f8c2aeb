import TallyLanguage

/// Where a finding is, as people and editors count: from 1, columns in Unicode scalars.
struct MessagePlace: Sendable, Hashable {
  let file: String?
  let line: Int?
  let column: Int?
  /// The column just behind the span, on the line of its start.
  let endColumn: Int?

  init(_ place: Diagnostic.Place, in source: SourceText?) {
    switch place {
    case .query(let span): self.init(span, in: source)
    case .file(let name, let line, let column):
      self.init(file: name, line: line, column: column, endColumn: nil)
    case .none: self.init(file: source?.name, line: nil, column: nil, endColumn: nil)
    }
  }

  /// The place of a span; of a source without text, which stands for a data file, its name alone.
  init(_ span: SourceSpan, in source: SourceText?) {
    guard let source, !source.bytes.isEmpty else {
      self.init(file: source?.name, line: nil, column: nil, endColumn: nil)
      return
    }
    let start = source.position(of: span.lowerBound)
    let end = source.position(of: span.upperBound)
    let length = source.text(span).prefix { $0 != "\n" && $0 != "\r\n" }.unicodeScalars.count
    self.init(
      file: source.name, line: start.line, column: start.column,
      endColumn: end.line == start.line ? end.column : start.column + length)
  }

  private init(file: String?, line: Int?, column: Int?, endColumn: Int?) {
    (self.file, self.line, self.column, self.endColumn) = (file, line, column, endColumn)
  }

  /// `weekly.tally:3:7`, as far as it is known; nil where nothing is.
  var text: String? {
    guard let file else { return nil }
    return ([file] + [line, column].prefix { $0 != nil }.compactMap { $0.map(String.init) }).joined(
      separator: ":")
  }

  /// The members of a JSON line, in order.
  var members: [(name: String, value: String)] {
    [
      ("file", JSON.string(file)), ("line", JSON.number(line)), ("column", JSON.number(column)),
      ("end_column", JSON.number(endColumn)),
    ]
  }
}
