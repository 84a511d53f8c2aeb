import CLineEditor

/// Columns that text takes in the line editor, by the same measure as libedit's.
enum TextColumns {
  static func count(_ scalar: Unicode.Scalar) -> Int { Int(tally_scalar_columns(scalar.value)) }

  static func count(_ text: some StringProtocol) -> Int { text.unicodeScalars.reduce(0) { $0 + count($1) } }

  /// The text in one row of at most so many columns, newlines shown as `⏎` and what is cut as `…`.
  static func row(_ text: String, columns: Int) -> String {
    let flat =
      text.contains("\n")
      ? text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ⏎ ") : text
    if count(flat) <= columns { return flat }
    return head(flat, columns: columns - 1) + (columns > 0 ? "…" : "")
  }

  /// As many characters of the beginning as fit.
  static func head(_ text: String, columns: Int) -> String {
    var used = 0
    return String(
      text.prefix { character in
        used += count(String(character))
        return used <= columns
      })
  }

  /// As many characters of the end as fit.
  static func tail(_ text: String, columns: Int) -> String {
    var used = 0
    var kept = text[text.endIndex...]
    for index in text.indices.reversed() {
      used += count(String(text[index]))
      if used > columns { break }
      kept = text[index...]
    }
    return String(kept)
  }
}
