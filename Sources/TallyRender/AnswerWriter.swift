package import TallyPlan
package import TallyPrivacy

/// Writes the answers of one run to one stream, as the format joins them.
///
/// csv, tsv and the formats for people have a blank line between answers; json is one array of all; ndjson numbers the
/// rows' answers where there are several. Each call returns the text to append; lines end in LF.
package struct AnswerWriter: Sendable {
  private let format: OutputFormat
  private let style: Style
  private let hasSeveral: Bool
  private var count = 0

  /// - Parameter hasSeveral: whether the run will give more than one answer, which ndjson has to know from the first on.
  package init(_ format: OutputFormat, style: Style, hasSeveral: Bool) {
    self.format = format
    self.style = style
    self.hasSeveral = hasSeveral
  }

  /// The next answer; `query` is the text that was asked, which json repeats.
  package mutating func add(query: String, _ released: Released<ResultTable>) -> String {
    add(query: query, machine: { MachineTable(released) }, human: { HumanTable(released, style: $0) })
  }

  /// The next answer, of a statement such as `show columns`.
  package mutating func add(query: String, _ listing: Listing) -> String {
    add(query: query, machine: { MachineTable(listing) }, human: { HumanTable(listing, style: $0) })
  }

  /// What closes the stream: the end of the array for json (`[]` where there was no answer), nothing for other formats.
  ///
  /// To be written after a failed statement too, so that what came before stays readable.
  package mutating func finish() -> String {
    guard format == .json else { return "" }
    defer { count = 0 }
    return count == 0 ? "[]\n" : "\n]\n"
  }

  private mutating func add(
    query: String, machine: () -> MachineTable, human: (Style) -> HumanTable
  ) -> String {
    let isFirst = count == 0
    count += 1
    let gap = isFirst ? "" : "\n"
    return switch format {
    case .box: gap + human(style).framed(.box, style: style)
    case .plain: gap + human(style).framed(.open, style: style)
    case .csv: gap + machine().csv()
    case .tsv: gap + machine().tsv()
    case .json: (isFirst ? "[\n" : ",\n") + machine().json(query: query)
    case .ndjson: machine().ndjson(answer: hasSeveral ? count : nil)
    case .markdown: gap + human(style).markdown()
    case .html: gap + human(style).html()
    case .vertical: gap + human(style).vertical(style: style)
    }
  }
}

/// One answer, whole; `query` is repeated by json and is the heading where nil.
package func render(
  _ released: Released<ResultTable>, query: String? = nil, as format: OutputFormat, style: Style
) -> String {
  var writer = AnswerWriter(format, style: style, hasSeveral: false)
  return writer.add(query: query ?? released.result.heading, released) + writer.finish()
}

/// One table of what Tally itself knows, whole; `query` is the statement that asked for it, which json repeats.
package func render(_ listing: Listing, query: String, as format: OutputFormat, style: Style) -> String {
  var writer = AnswerWriter(format, style: style, hasSeveral: false)
  return writer.add(query: query, listing) + writer.finish()
}
