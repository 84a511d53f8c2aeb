/// One thing that the parser looked for at a position.
///
/// Every look is recorded, so that messages and completion say exactly what fits and cannot drift from the grammar.
package enum Expected: Sendable, Hashable {
  case word(Word)
  case symbol(Symbol)
  case number, percent, duration, date, percentile
  /// `{name}`
  case parameter
  case name(NameRole)
  case text(TextRole)
  /// The end of the statement.
  case end
}

/// What a name stands for where the grammar asks for one.
package enum NameRole: Sendable, Hashable {
  /// A metric in an item, `having`, `sort by` or an analysis.
  case metric
  /// What rows are grouped by.
  case dimension
  /// What `where` tests: a metric, attribute or group.
  case operand
  /// A column of a file, after `column`.
  case column
  /// A table role: `videos`, `daily`, `channel`, `audience`.
  case table
  case unit
  case setting
  /// A word that a setting may be set to.
  case settingValue(of: String)
  case report
  /// A name that the user makes up.
  case new
  /// The name of a parameter, after `param` or `with`.
  case parameter
  /// The code of a refusal or an error.
  case code
  case helpTopic
}

/// What a string stands for where the grammar asks for one.
package enum TextRole: Sendable, Hashable {
  /// A value of the column that was tested, nil where a ratio was.
  case value(of: String?)
  /// Part of a value of the column that was tested.
  case part(of: String?)
  case dataFile, scriptFile, outputFile
  /// Free words: `print`, the value of a label.
  case free
  case settingValue(of: String)
}
