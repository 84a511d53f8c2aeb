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
  ///
  /// - Parameter decimals: see `Style.decimals`.
  package mutating func add(
    query: String, _ released: Released<ResultTable>, decimals: Int? = nil
  ) -> String {
    var style = style
    style.decimals = decimals
    return add(
      query: query, machine: { MachineTable(released) }, human: { HumanTable(released, style: style) },
      style: style)
  }

  /// The next answer, of a statement such as `show columns`.
  package mutating func add(query: String, _ listing: Listing) -> String {
    let style = style
    return add(
      query: query, machine: { MachineTable(listing) }, human: { HumanTable(listing, style: style) },
      style: style)
  }

  /// The next answers, of queries that were set side by side: next to each other where a format for terminals has the
  /// room, else one after the other.
  ///
  /// - Parameter notes: said below them; json puts them to the last.
  package mutating func add(
    beside answers: [(query: String, released: Released<ResultTable>)], notes: [String], decimals: Int? = nil
  ) -> String {
    var style = style
    style.decimals = decimals
    let closing = [HumanTable.sideBySide] + notes
    let tables = answers.map { HumanTable($0.released, style: style) }
    let frame: Frame? =
      switch format {
      case .box: .box
      case .plain: .open
      case .csv, .tsv, .json, .ndjson, .markdown, .html, .vertical: nil
      }
    if let frame, let row = TablesInARow(tables, frame: frame, style: style) {
      defer { count += 1 }
      return (count == 0 ? "" : "\n")
        + (row.lines + HumanTable.footers(closing, style: style))
        .map { $0 + "\n" }.joined()
    }
    return answers.indices.map { index in
      let more = index == answers.count - 1 ? closing : []
      var table = tables[index]
      table.notes += more
      return add(
        query: answers[index].query,
        machine: {
          var machine = MachineTable(answers[index].released)
          machine.notes += more
          return machine
        }, human: { table }, style: style)
    }.joined()
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
    query: String, machine: () -> MachineTable, human: () -> HumanTable, style: Style
  ) -> String {
    let isFirst = count == 0
    count += 1
    let gap = isFirst ? "" : "\n"
    return switch format {
    case .box: gap + human().framed(.box, style: style)
    case .plain: gap + human().framed(.open, style: style)
    case .csv: gap + machine().csv()
    case .tsv: gap + machine().tsv()
    case .json: (isFirst ? "[\n" : ",\n") + machine().json(query: query)
    case .ndjson: machine().ndjson(answer: hasSeveral ? count : nil)
    case .markdown: gap + human().markdown()
    case .html: gap + human().html()
    case .vertical: gap + human().vertical(style: style)
    }
  }
}

/// One answer, whole; `query` is repeated by json and is the heading where nil.
package func render(
  _ released: Released<ResultTable>, query: String? = nil, as format: OutputFormat, style: Style,
  decimals: Int? = nil
) -> String {
  var writer = AnswerWriter(format, style: style, hasSeveral: false)
  return writer.add(query: query ?? released.result.heading, released, decimals: decimals) + writer.finish()
}

/// One table of what Tally itself knows, whole; `query` is the statement that asked for it, which json repeats.
package func render(_ listing: Listing, query: String, as format: OutputFormat, style: Style) -> String {
  var writer = AnswerWriter(format, style: style, hasSeveral: false)
  return writer.add(query: query, listing) + writer.finish()
}
