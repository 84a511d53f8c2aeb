/// How the numbers of one column are written, gathered from all its cells.
///
/// A point or comma marks decimals where what follows it cannot be a group of thousands, and thousands where it stands
/// twice, or before the other one. `1.234` alone says neither.
struct NumberStyle {
  enum Mark: Equatable { case unseen, unclear, thousands, decimal }

  private var point = Mark.unseen
  private var comma = Mark.unseen
  private var unclearPointRow: Int?
  private var unclearCommaRow: Int?
  /// Points or commas that were seen as both.
  private var contradiction: Int?

  private static let pointByte = UInt8(ascii: ".")
  private static let commaByte = UInt8(ascii: ",")

  /// Learns from a cell.
  mutating func observe(_ text: Span<UInt8>, _ cell: Range<Int>, row: Int) {
    var lastPoint: Int?
    var lastComma: Int?
    var points = 0
    var commas = 0
    for index in cell {
      if text[index] == Self.pointByte { (lastPoint, points) = (index, points + 1) }
      if text[index] == Self.commaByte { (lastComma, commas) = (index, commas + 1) }
    }
    if let lastPoint, let lastComma {
      learn(lastPoint < lastComma ? .thousands : .decimal, isPoint: true, row: row)
      learn(lastPoint < lastComma ? .decimal : .thousands, isPoint: false, row: row)
    } else if let lastPoint {
      learn(meaning(of: lastPoint, count: points, text, cell), isPoint: true, row: row)
    } else if let lastComma {
      learn(meaning(of: lastComma, count: commas, text, cell), isPoint: false, row: row)
    }
  }

  private func meaning(of mark: Int, count: Int, _ text: Span<UInt8>, _ cell: Range<Int>) -> Mark {
    if count > 1 { return .thousands }
    var digitsBehind = 0
    while mark + 1 + digitsBehind < cell.upperBound, text[mark + 1 + digitsBehind].isASCIIDigit {
      digitsBehind += 1
    }
    // `1.234K` can only have decimals.
    let hasSuffix = mark + 1 + digitsBehind < cell.upperBound
    var digitsBefore = 0
    while mark - 1 - digitsBefore >= cell.lowerBound, text[mark - 1 - digitsBefore].isASCIIDigit {
      digitsBefore += 1
    }
    let startsWithZero = digitsBefore > 0 && text[mark - digitsBefore] == UInt8(ascii: "0")
    let isGroup = digitsBehind == 3 && (1...3).contains(digitsBefore) && !startsWithZero && !hasSuffix
    return isGroup ? .unclear : .decimal
  }

  private mutating func learn(_ mark: Mark, isPoint: Bool, row: Int) {
    let known = isPoint ? point : comma
    switch (known, mark) {
    case (_, .unseen): break
    case (.unseen, _), (.unclear, .thousands), (.unclear, .decimal):
      if isPoint { point = mark } else { comma = mark }
    case (.thousands, .decimal), (.decimal, .thousands): contradiction = contradiction ?? row
    case (.thousands, _), (.decimal, _), (.unclear, .unclear): break
    }
    if mark == .unclear {
      if isPoint {
        unclearPointRow = unclearPointRow ?? row
      } else {
        unclearCommaRow = unclearCommaRow ?? row
      }
    }
  }

  /// Settles what is unclear by what is clear; the first row that cannot be settled, if any.
  mutating func unclearRow(isWhole: Bool) -> Int? {
    if let contradiction { return contradiction }
    if comma == .decimal, point == .unclear { point = .thousands }
    if point == .decimal, comma == .unclear { comma = .thousands }
    if comma == .thousands, point == .unclear { point = .decimal }
    if point == .thousands, comma == .unclear { comma = .decimal }
    if isWhole {
      if point == .unclear { point = .thousands }
      if comma == .unclear { comma = .thousands }
    }
    if point == .unclear { return unclearPointRow }
    if comma == .unclear { return unclearCommaRow }
    return nil
  }

  enum Value {
    case whole(Int64)
    case decimal(Double)
    case invalid
    case tooLarge
  }

  /// The number of a cell times `factor`.
  ///
  /// Reads signs, thousands in groups of three, decimals, `1.2K` `1.2M` `1.2B`, `12%`, `12.3s`, `0:00:37` and `1:02:03`.
  func number(_ text: Span<UInt8>, _ cell: Range<Int>, factor: Double) -> Value {
    var start = cell.lowerBound
    var end = cell.upperBound
    var isNegative = false
    if start < end, text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "+") {
      isNegative = text[start] == UInt8(ascii: "-")
      start += 1
    } else if end - start > 3, text[start] == 0xE2, text[start + 1] == 0x88, text[start + 2] == 0x92 {
      isNegative = true
      start += 3
    }
    if let seconds = clock(text, start..<end) { return scaled(seconds, 0, isNegative, factor) }
    let (multiplier, suffix) = suffix(text, start..<end)
    end -= suffix
    guard start < end, let (mantissa, places) = digits(text, start..<end) else { return .invalid }
    guard let mantissa else { return .tooLarge }
    // A percent sign under a header that says percent is said twice.
    return scaled(
      mantissa, places, isNegative, factor == 0.01 && multiplier == 0.01 ? factor : factor * multiplier)
  }

  /// The value of `mantissa` / 10^`places` * `factor`, whole where it is.
  private func scaled(_ mantissa: Int64, _ places: Int, _ isNegative: Bool, _ factor: Double) -> Value {
    var mantissa = mantissa
    var places = places
    while places > 0, mantissa % 10 == 0 { (mantissa, places) = (mantissa / 10, places - 1) }
    let sign: Int64 = isNegative ? -1 : 1
    if factor == 1, places == 0 { return .whole(sign * mantissa) }
    if factor > 1, factor <= 1e9, let scale = Int64(exactly: factor) {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: scale)
      if places == 0 { return overflow ? .tooLarge : .whole(sign * product) }
      if !overflow, places <= 18, product % Self.power(places) == 0 {
        return .whole(sign * (product / Self.power(places)))
      }
      if !overflow { return .decimal(Double(sign) * Self.quotient(product, places)) }
    }
    return .decimal(
      Double(sign)
        * (factor == 0.01 ? Self.quotient(mantissa, places + 2) : Self.quotient(mantissa, places) * factor))
  }

  private static func power(_ exponent: Int) -> Int64 {
    var result: Int64 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// Correctly rounded: both operands are exact up to 2^53 and 10^22; beyond, the text is read.
  private static func quotient(_ mantissa: Int64, _ places: Int) -> Double {
    if mantissa < 1 << 53, places <= 18 { return Double(mantissa) / Double(power(places)) }
    return Double("\(mantissa)e-\(places)") ?? 0
  }

  /// Seconds of `m:ss` or `h:mm:ss`; nil for anything else.
  private func clock(_ text: Span<UInt8>, _ range: Range<Int>) -> Int64? {
    var parts: [Int64] = []
    var part: Int64 = 0
    var length = 0
    for index in range {
      let byte = text[index]
      if byte.isASCIIDigit, length < 9 {
        part = part * 10 + Int64(byte - 48)
        length += 1
      } else if byte == UInt8(ascii: ":"), length > 0 {
        parts.append(part)
        (part, length) = (0, 0)
      } else {
        return nil
      }
    }
    guard length == 2, (1...2).contains(parts.count), part < 60 else { return nil }
    parts.append(part)
    if parts.count == 3, parts[1] >= 60 { return nil }
    return parts.reduce(0) { $0 * 60 + $1 }
  }

  /// What a suffix multiplies with, and its length in bytes.
  private func suffix(_ text: Span<UInt8>, _ range: Range<Int>) -> (Double, Int) {
    guard range.count > 1 else { return (1, 0) }
    var blanks = 0
    let last = range.upperBound - 1
    while last - 1 - blanks > range.lowerBound, text[last - 1 - blanks] == 32 { blanks += 1 }
    switch text[last] {
    case UInt8(ascii: "%"):
      if text[last - 1] == 0xA0, last - 2 > range.lowerBound { return (0.01, 3) }
      return (0.01, 1 + blanks)
    case UInt8(ascii: "K"), UInt8(ascii: "k"): return (1e3, 1 + blanks)
    case UInt8(ascii: "M"), UInt8(ascii: "m"): return (1e6, 1 + blanks)
    case UInt8(ascii: "B"), UInt8(ascii: "b"): return (1e9, 1 + blanks)
    case UInt8(ascii: "s"): return (1, 1 + blanks)
    default: return (1, 0)
    }
  }

  /// The digits of a number without marks, and how many of them are decimals; a nil mantissa is too large.
  private func digits(_ text: Span<UInt8>, _ range: Range<Int>) -> (mantissa: Int64?, places: Int)? {
    var mantissa: Int64? = 0
    var places = 0
    var inDecimals = false
    /// Digits since the last mark of thousands; nil before the first.
    var group: Int?
    var leading = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte.isASCIIDigit {
        if inDecimals {
          if places >= 15, (mantissa ?? 0) > 1 << 53 {
            index += 1
            continue
          }
          places += 1
        } else {
          leading += 1
          group = group.map { $0 + 1 }
        }
        mantissa = mantissa.flatMap { value in
          let (product, over) = value.multipliedReportingOverflow(by: 10)
          let (sum, overSum) = product.addingReportingOverflow(Int64(byte - 48))
          return over || overSum ? nil : sum
        }
        index += 1
      } else if isDecimalMark(byte), !inDecimals, group == nil || group == 3 {
        inDecimals = true
        index += 1
      } else if !inDecimals, let width = thousandsWidth(text, index, range.upperBound) {
        guard group == 3 || (group == nil && (1...3).contains(leading)) else { return nil }
        group = 0
        index += width
      } else {
        return nil
      }
    }
    guard leading + places > 0, group == nil || group == 3 else { return nil }
    return (mantissa, places)
  }

  private func isDecimalMark(_ byte: UInt8) -> Bool {
    (byte == Self.pointByte && point == .decimal) || (byte == Self.commaByte && comma == .decimal)
  }

  /// The length of a mark of thousands: the column's point or comma, a blank, a no-break or thin space, an apostrophe.
  private func thousandsWidth(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    switch text[index] {
    case Self.pointByte: point == .thousands ? 1 : nil
    case Self.commaByte: comma == .thousands ? 1 : nil
    case 32, UInt8(ascii: "'"): 1
    case 0xC2: index + 1 < end && text[index + 1] == 0xA0 ? 2 : nil
    case 0xE2:
      index + 2 < end && text[index + 1] == 0x80 && [0xAF, 0x89, 0x99].contains(text[index + 2]) ? 3 : nil
    default: nil
    }
  }
}
