extension Grain {
  /// What the bucket that starts on a day is called: `2026-03`, `2026-Q1`, `2026`; else the day itself.
  package func bucketName(from start: Day) -> String {
    let (year, month, _) = start.civil
    return switch self {
    case .hour, .weekday, .day, .week: start.description
    case .month: String(start.description.dropLast(3))
    case .quarter: "\(start.description.prefix(4))-Q\((month + 2) / 3)"
    case .year: String(year)
    }
  }
}
