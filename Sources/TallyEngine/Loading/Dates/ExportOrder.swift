package import TallyLanguage

extension SourceFile {
  /// The last day that the name of a file, or of its archive, holds: the end of the period that was exported.
  ///
  /// As in `Nov-01-2025_Feb-08-2026_12345.csv`, `Content 2025-12-01_2026-02-09 My channel.zip` or
  /// `Pinterest Analytics overview 20260110-20260208.csv`; nil where the name holds no such day.
  package var lastDayInName: Day? {
    let own = container ?? name.split(separator: "/").last.map(String.init) ?? ""
    let stem = own.split(separator: ".").first ?? ""
    return stem.split { $0 == "_" || $0 == " " }.flatMap(days).max()
  }
}

/// The days that a part of a name is: one day, or two written as eight digits each.
private func days(_ part: Substring) -> [Day] {
  let halves = part.split(separator: "-")
  if halves.allSatisfy({ $0.utf8.count == 8 && $0.utf8.allSatisfy(\.isASCIIDigit) }) {
    return halves.compactMap { day(Array($0.utf8)) }
  }
  return halves.count == 3 ? [day(Array(part.utf8))].compactMap { $0 } : []
}

private func day(_ text: [UInt8]) -> Day? {
  guard let date = WrittenDate(text.span, 0..<text.count), date.year > 2000, !date.isOrderOpen else {
    return nil
  }
  return Day(year: date.year, month: date.month, day: date.day)
}
