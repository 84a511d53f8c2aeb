extension Parser {
  /// `Name = NAME | BRACKETED .`.
  mutating func name(_ role: NameRole) throws(Diagnostic) -> Name {
    guard let name = optionalName(role) else { throw unexpected() }
    return name
  }

  mutating func optionalName(_ role: NameRole) -> Name? {
    guard case .bracketed(let text) = current.kind else { return optionalBareName(role) }
    let name = Name(text, isBracketed: true, span: current.span)
    advance()
    return name
  }

  /// The token NAME.
  mutating func bareName(_ role: NameRole) throws(Diagnostic) -> Name {
    guard let name = optionalBareName(role) else { throw unexpected() }
    return name
  }

  mutating func optionalBareName(_ role: NameRole) -> Name? {
    note(.name(role))
    guard case .name(let text) = current.kind else { return nil }
    let name = Name(text, span: current.span)
    advance()
    return name
  }

  /// The token STRING.
  mutating func string(_ role: TextRole) throws(Diagnostic) -> Located<String> {
    guard let text = optionalString(role) else { throw missingQuotes(role) }
    return text
  }

  mutating func optionalString(_ role: TextRole) -> Located<String>? {
    note(.text(role))
    guard case .string(let text, _) = current.kind else { return nil }
    let located = Located(text, current.span)
    advance()
    return located
  }

  /// The token NUMBER.
  mutating func number() throws(Diagnostic) -> Located<Number> {
    guard let number = optionalNumber() else { throw unexpected() }
    return number
  }

  mutating func optionalNumber() -> Located<Number>? {
    note(.number)
    guard case .number(let number) = current.kind else { return nil }
    let located = Located(number, current.span)
    advance()
    return located
  }
}
