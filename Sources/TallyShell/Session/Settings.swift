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
  /// A rate, or a comparison of groups, that rests on fewer videos says little.
  package var minVideos = 5
  /// What chance starts from where an answer draws lots, so that it comes out the same again; for intervals, later.
  package var seed: Int64 = 1
  /// Decimals of rates and of numbers that are not whole, for people; nil for what each is shown with by itself.
  package var decimals: Int?

  package init() {}

  /// Name, value as text, and meaning of every setting, for `show settings` and completion.
  package var listed: [(name: String, value: String, meaning: String)] {
    [
      ("timezone", clock.zone.name, "the clock that days and weeks of posting times are cut by"),
      ("week_start", clock.weekStart == 7 ? "sunday" : "monday", "the first day of a week"),
      (
        "as_of", clock.asOf.map(\.description) ?? "last day in the data", "later days and postings are hidden"
      ),
      ("min_videos", String(minVideos), "a rate of fewer videos gets a note"),
      ("seed", String(seed), "what chance starts from, in later versions"),
      (
        "decimals", decimals.map { String($0) } ?? "automatic",
        "of rates and other decimals, for people"
      ),
    ]
  }
}

extension Session {
  /// Takes a `set` statement over into the settings.
  ///
  /// - Throws: C011 unknown setting, C012 unusable value.
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
    case ("min_videos", let value):
      settings.minVideos = Int(try value.whole(in: 1...100_000, of: name, at: span))
    case ("seed", let value): settings.seed = try value.whole(in: 0...Int64(Int32.max), of: name, at: span)
    case ("decimals", let value): settings.decimals = Int(try value.whole(in: 0...6, of: name, at: span))
    default:
      throw .unknownSetting(setting.name, known: settings.listed.map(\.name))
    }
  }
}

extension Setting.Value {
  /// The whole number that it is.
  ///
  /// - Throws: C012 for anything else, and for a number out of range.
  fileprivate func whole(
    in range: ClosedRange<Int64>, of name: String, at span: SourceSpan
  ) throws(Diagnostic) -> Int64 {
    if case .number(let number) = self, let whole = number.whole, range.contains(whole) { return whole }
    let bounds = "from \(range.lowerBound) to \(range.upperBound)"
    throw .unusableValue(of: name, expected: "a whole number \(bounds)", at: span)
  }
}
