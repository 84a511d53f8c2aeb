package import TallyPrivacy

/// A column that Tally knows by name: the published list behind plain CSV files, `show columns` and messages.
package struct StandardColumn: Sendable, Hashable {
  /// The canonical plain name.
  package let name: String
  /// Other plain names that mean the same (`favorites` for `saves`), after `plainName` folding.
  package let aliases: [String]
  package let meaning: Meaning
  package let kind: ColumnKind
  package let unit: Unit
  /// Roles of tables in which it may stand.
  package let roles: Set<TableRole>
  /// One phrase, shown by `help` and completion.
  package let summary: String

  package init(
    _ name: String, aliases: [String] = [], _ meaning: Meaning, _ kind: ColumnKind, _ unit: Unit,
    in roles: Set<TableRole>, _ summary: String
  ) {
    self.name = name
    self.aliases = aliases
    self.meaning = meaning
    self.kind = kind
    self.unit = unit
    self.roles = roles
    self.summary = summary
  }
}
