extension DateLiteral {
  /// Reads one date as a query would: `2026-03-14`, `2026-03`, `2026-Q1`, `2026-W12` or `2026`; nil for anything else.
  package init?(written text: String) {
    let tokens = lex(SourceText(text, name: "date")).filter { $0.kind != .end }
    guard tokens.count == 1, let token = tokens.first else { return nil }
    switch token.kind {
    case .date(let date): self = date
    case .number(let number):
      guard let year = number.whole, (1...9999).contains(year), number.text.count == 4 else { return nil }
      self = .year(Int(year))
    default: return nil
    }
  }
}
