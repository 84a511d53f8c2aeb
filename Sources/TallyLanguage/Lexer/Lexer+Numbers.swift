extension Lexer {
  /// A number, percentage, duration or date; a run of digits and letters that is none of them is malformed.
  mutating func scanNumberOrDate() {
    let start = offset
    if skipAddress() { return emit(.email, from: start) }
    if scanDate() { return }
    skipDigits()
    var isMalformed = false
    if peek() == UInt8(ascii: "."), peek(1)?.isDigit == true {
      offset += 1
      skipDigits()
    }
    let numeral = text(from: start)
    while peek() == UInt8(ascii: "."), peek(1)?.isDigit == true {
      isMalformed = true
      offset += 1
      skipDigits()
    }
    let suffixStart = offset
    skipForeignRun()
    let suffix = String(decoding: bytes[suffixStart..<offset].map(\.lowercased), as: UTF8.self)
    guard !isMalformed, let multiplier = Lexer.multipliers[suffix] else {
      return emit(.invalid(.malformedNumber), from: start)
    }
    guard let number = Number(numeral, times: multiplier, text: text(from: start)) else {
      return emit(.invalid(.numberTooLarge), from: start)
    }
    switch suffix {
    case "s", "min", "h":
      emit(.duration(number), from: start)
    case "" where peek() == UInt8(ascii: "%"):
      offset += 1
      emit(.percent(number), from: start)
    default:
      emit(.number(number), from: start)
    }
  }

  /// What may follow a number, with what it multiplies by; seconds for durations.
  private static let multipliers: [String: Int64] = [
    "": 1, "k": 1000, "m": 1_000_000, "s": 1, "min": 60, "h": 3600,
  ]

  private mutating func skipDigits() {
    while let byte = peek(), byte.isDigit { offset += 1 }
  }

  /// The value of a run of digits of known length at a distance; nil where there is another number of digits.
  private func digits(_ count: Int, at ahead: Int) -> Int? {
    var value = 0
    for index in 0..<count {
      guard let byte = peek(ahead + index), byte.isDigit else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return peek(ahead + count)?.isDigit == true ? nil : value
  }

  /// `2026-03`, `2026-03-14`, `2026-Q1`, `2026-W12`, and their near misses; false where none of them stands.
  private mutating func scanDate() -> Bool {
    let start = offset
    guard let year = digits(4, at: 0), peek(4) == UInt8(ascii: "-"), let mark = peek(5) else { return false }
    let date: DateLiteral?
    var suggestion: String?
    switch mark | 0x20 {
    case UInt8(ascii: "q"):
      guard let quarter = digits(1, at: 6) else { return false }
      offset += 7
      date = (1...4).contains(quarter) && year > 0 ? .quarter(year: year, quarter) : nil
    case UInt8(ascii: "w"):
      if let week = digits(2, at: 6) {
        offset += 8
        date = Day.monday(ofWeek: week, year: year).map { _ in .week(year: year, week) }
      } else if let week = digits(1, at: 6) {
        offset += 7
        (date, suggestion) = (nil, "\(text(from: start).prefix(4))-W0\(week)")
      } else {
        return false
      }
    default:
      guard let parsed = scanMonthOrDay(year) else { return false }
      (date, suggestion) = parsed
    }
    let end = offset
    skipForeignRun()
    emit(
      offset == end
        ? date.map { .date($0) } ?? .invalid(.noSuchDate(suggestion: suggestion))
        : .invalid(.noSuchDate(suggestion: nil)), from: start)
    return true
  }

  /// Moves behind `2026-03` or `2026-03-14`; nil, unmoved, where neither stands.
  private mutating func scanMonthOrDay(_ year: Int) -> (DateLiteral?, suggestion: String?)? {
    let monthLength = digits(2, at: 5) != nil ? 2 : 1
    guard let month = digits(monthLength, at: 5) else { return nil }
    let separator = 5 + monthLength
    let dayLength = digits(2, at: separator + 1) != nil ? 2 : 1
    if peek(separator) == UInt8(ascii: "-"), let day = digits(dayLength, at: separator + 1) {
      offset += separator + 1 + dayLength
      let date = Day(year: year, month: month, day: day)
      guard monthLength == 2, dayLength == 2 else { return (nil, date?.description) }
      return (date.map { .day($0) }, nil)
    }
    // `2026-3` alone may be a subtraction.
    guard monthLength == 2 else { return nil }
    offset += separator
    return (year > 0 && (1...12).contains(month) ? .month(year: year, month) : nil, nil)
  }
}

extension Number {
  /// A numeral (digits, optional fraction) times a whole number; nil when it is too large for a `Double`.
  init?(_ numeral: String, times multiplier: Int64, text: String) {
    guard let written = Double(numeral) else { return nil }
    let parts = numeral.split(separator: ".")
    var fraction = parts.count > 1 ? parts[1][...] : ""
    while fraction.last == "0" { fraction.removeLast() }
    var whole = Int64((parts.first ?? "0") + fraction).flatMap { mantissa -> Int64? in
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: multiplier)
      return overflow ? nil : product
    }
    for _ in fraction.utf8 {
      whole = whole.flatMap { $0 % 10 == 0 ? $0 / 10 : nil }
    }
    let value = whole.map(Double.init) ?? written * Double(multiplier)
    guard value.isFinite else { return nil }
    self.init(value: value, whole: whole, text: text)
  }
}
