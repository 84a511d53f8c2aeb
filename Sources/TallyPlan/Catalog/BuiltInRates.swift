import TallyPrivacy

// `save_rate` and its like: an action over views, without a definition.
extension StandardCatalog {
  /// Each action's rate, in the order of the list.
  package static let rates: [(rate: String, column: String)] =
    columns
    .filter { $0.meaning == .action && $0.kind == .counter }
    .map { (rate: singular($0.name) + "_rate", column: $0.name) }

  /// The action that a built-in rate divides by views; nil for any other name.
  static func action(ofRate name: String) -> String? { rates.first { $0.rate == name }?.column }

  private static func singular(_ name: String) -> String {
    if name.hasSuffix("ies") { return name.dropLast(3) + "y" }
    return name.hasSuffix("s") ? String(name.dropLast()) : name
  }
}

extension Catalog {
  /// The built-in rates of which both columns are loaded, in the order of the list.
  package var loadedRates: [(rate: String, column: String)] {
    guard isLoaded("views") else { return [] }
    return StandardCatalog.rates.filter { isLoaded($0.column) }
  }

  /// Whether any table has a column of a plain name.
  func isLoaded(_ name: String) -> Bool { tables.contains { $0.column(named: name) != nil } }
}
