import TallyLanguage

/// A date as workbooks keep it: days and parts of a day since an epoch.
struct SerialDate {
  let days: Double
  let countsFrom1904: Bool

  /// ISO 8601, `2026-01-05` or `2026-01-05 18:30:00`, to the nearest second; lengths of time as `26:05:00`.
  ///
  /// nil for a plain number and for what is no day from 1900 to 9999.
  func text(as format: CellFormat) -> String? {
    // The last day of 9999, and far less than Int can hold.
    guard format != .number, days >= 0, days < 2_958_466 else { return nil }
    let seconds = Int((days * 86_400).rounded())
    if format == .time || days < 1 { return Self.clock(seconds) }
    guard let day = day(seconds / 86_400) else { return nil }
    let ofDay = seconds % 86_400
    return ofDay == 0 ? Self.written(day) : Self.written(day) + " " + Self.clock(ofDay)
  }

  private func day(_ number: Int) -> Day? {
    if countsFrom1904 { return Day(number: Int32(number - 24_107)) }
    // The first workbooks took 1900 for a leap year; day 60 is the day that never was.
    if number == 60 { return nil }
    let day = Day(number: Int32(number - (number < 60 ? 25_568 : 25_569)))
    return day.civil.year <= 9999 ? day : nil
  }

  private static func written(_ day: Day) -> String {
    let (year, month, dayOfMonth) = day.civil
    return "\(year)-\(padded(month))-\(padded(dayOfMonth))"
  }

  private static func clock(_ seconds: Int) -> String {
    "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
