/// A small table of what Tally itself knows, for `show`, `help` and the like: names, kinds, settings, how many rows.
///
/// Never of values from a file: those leave the program in a `Released` result alone.
package struct Listing: Sendable, Hashable {
  /// One cell of a listing.
  package enum Cell: Sendable, Hashable {
    case text(String)
    case count(Int)
    case missing
  }

  /// One line above the table, shown to people; nil for none.
  package let heading: String?
  package let headers: [String]
  /// A row shorter than `headers` ends in missing cells; cells beyond are not shown.
  package let rows: [[Cell]]
  /// Sentences below the table.
  package let notes: [String]

  package init(heading: String? = nil, headers: [String], rows: [[Cell]], notes: [String] = []) {
    self.heading = heading
    self.headers = headers
    self.rows = rows
    self.notes = notes
  }

  /// All cells as text.
  package init(heading: String? = nil, headers: [String], texts: [[String]], notes: [String] = []) {
    self.init(heading: heading, headers: headers, rows: texts.map { $0.map(Cell.text) }, notes: notes)
  }
}

extension Listing.Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
  package init(integerLiteral count: Int) { self = .count(count) }
}
