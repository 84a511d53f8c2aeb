/// How an answer is written; the names that `--format` and `.format` take.
package enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  /// A framed table fitted to the terminal, with bars beside a time series.
  case box
  /// Aligned columns without a frame.
  case plain
  /// RFC 4180 with LF and without byte order mark.
  case csv
  /// Columns parted by tabs; tab, newline and backslash are escaped.
  case tsv
  /// One array with one object an answer.
  case json
  /// One JSON object a row.
  case ndjson
  /// A GitHub-flavoured table.
  case markdown
  /// A `table` element to paste into a page.
  case html
  /// One cell a line, row after row.
  case vertical

  /// Formats that are planned and not part of this version; the shell says so instead of calling them unknown.
  package static let notBuiltYet: Set<String> = ["chart"]

  /// Whether programs read it: no heading, no separators in numbers, ids in place of titles.
  package var isMachineFormat: Bool {
    switch self {
    case .csv, .tsv, .json, .ndjson: true
    case .box, .plain, .markdown, .html, .vertical: false
    }
  }
}

extension OutputFormat {
  /// The format that a file's name asks for by its ending; nil where it asks for none.
  package init?(pathEnding path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "tsv": self = .tsv
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    default: return nil
    }
  }
}
