package import TallyEngine
import TallyLanguage
package import TallyPlan

/// What `set` and the command line's options have settled.
package struct Settings: Sendable, Hashable {
  package var clock = ClockSettings()
  /// The year of dates that name none.
  package var year: Int?
  /// How `03/04/2025` is read where the file cannot tell.
  package var dateOrder: LoadOptions.DateOrder?

  package init() {}

  /// Name, value as text, and meaning of every setting, for `show settings` and completion.
  package var listed: [(name: String, value: String, meaning: String)] {
    [
      ("timezone", clock.zone.name, "the clock that days and weeks of posting times are cut by"),
      ("week_start", clock.weekStart == 7 ? "sunday" : "monday", "the first day of a week"),
      (
        "as_of", clock.asOf.map(\.description) ?? "last day in the data", "later days and postings are hidden"
      ),
    ]
  }

  /// Settings of the language that this version does not have yet.
  static let notBuiltYet: Set<String> = ["min_videos", "seed", "decimals"]
}

extension Session {
  /// Takes a `set` statement over into the settings.
  ///
  /// - Throws: C011 unknown setting, C012 unusable value, Q900.
  mutating func set(_ setting: Setting) throws(Diagnostic) {
    let name = setting.name.text
    let span = setting.value.span
    switch (name, setting.value.value) {
    case ("timezone", .text(let zone)), ("timezone", .name(let zone)):
      guard let rules = TimeZones.rules(named: zone) else { throw .unknownZone(at: span) }
      settings.clock.zone = rules
      tables.recut(in: rules)
    case ("week_start", .name(let day)), ("week_start", .text(let day)):
      switch day.lowercased() {
      case "monday": settings.clock.weekStart = 1
      case "sunday": settings.clock.weekStart = 7
      default: throw .unusableValue(of: name, expected: "monday or sunday", at: span)
      }
    case ("as_of", .date(let date)): settings.clock.asOf = date.days.upperBound
    case ("timezone", _):
      throw .unusableValue(of: name, expected: "a zone such as \"Europe/Vienna\"", at: span)
    case ("week_start", _): throw .unusableValue(of: name, expected: "monday or sunday", at: span)
    case ("as_of", _): throw .unusableValue(of: name, expected: "a date such as 2026-03-01", at: span)
    default:
      if Settings.notBuiltYet.contains(name) {
        throw .notBuiltYet("the setting `\(name)`", at: setting.name.span)
      }
      throw .unknownSetting(setting.name, known: settings.listed.map(\.name))
    }
  }
}
