/// How finite numbers are written for people; the same in every language setting.
enum Numbers {
  /// A count with thousands separators: `12,345`.
  static func count(_ value: Int64) -> String {
    (value < 0 ? "-" : "") + grouped(String(value.magnitude))
  }

  /// A number with 3 significant digits, of which those before the point are never rounded away: `1,235`, `12.3`, `0.00123`.
  ///
  /// From 1e15 up and below 1e-6 with an exponent: `1.23e20`.
  ///
  /// With a number of `decimals` 0...6, so many instead: `1,234.57` for 2.
  static func decimal(_ value: Double, decimals: Int? = nil) -> String {
    let size = value.magnitude
    if let decimals, size < largestFixed { return fixed(value, places: decimals) }
    if size == 0 { return "0" }
    if size >= 1e15 || size < 1e-6 { return scientific(value) }
    // Bounds are those of the rounded value, so that 9.996 is `10.0` and not `10.00`.
    var places = 2
    var bound = 9.995
    while places > 0 && size >= bound {
      places -= 1
      bound *= 10
    }
    bound = 0.9995
    while size < bound && places < 9 {
      places += 1
      bound /= 10
    }
    return fixed(value, places: places)
  }

  /// A fraction as a percentage with 2 decimals: 0.0123 as `1.23%`; with another number of `decimals` where given.
  static func rate(_ value: Double, decimals: Int? = nil) -> String {
    let percent = value * 100
    let largest = decimals == nil ? 1e15 : largestFixed
    return
      (percent.magnitude < largest ? fixed(percent, places: decimals ?? 2) : scientific(value, exponent: 2))
      + "%"
  }

  /// Below it, a number with 6 decimals is within 64 bits.
  private static let largestFixed = 1e12

  /// A difference of fractions in percentage points: 0.0123 as `+1.23 pp`.
  static func points(_ value: Double, decimals: Int? = nil) -> String {
    let rate = rate(value, decimals: decimals).dropLast()
    return (value > 0 ? "+" : "") + rate + " pp"
  }

  /// A relative change as a percentage with its sign: 0.25 as `+25.00%`.
  static func change(_ value: Double, decimals: Int? = nil) -> String {
    (value > 0 ? "+" : "") + rate(value, decimals: decimals)
  }

  /// Seconds as `0:07`, `12:05` or `1:02:03`; with `tenths`, one decimal below a minute: `0:07.4`.
  static func duration(_ seconds: Double, tenths: Bool) -> String {
    guard seconds.magnitude < 1e15 else { return scientific(seconds) + " s" }
    if tenths && (seconds.magnitude * 10).rounded() < 600 {
      let text = fixed(seconds.magnitude, places: 1)
      let isBelowTen = text.utf8.count < 4
      return (seconds < 0 && text != "0.0" ? "-" : "") + (isBelowTen ? "0:0" : "0:") + text
    }
    let whole = Int64(seconds.magnitude.rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let sign = seconds < 0 && whole > 0 ? "-" : ""
    return hours > 0
      ? "\(sign)\(grouped(String(hours))):\(padded(minutes)):\(padded(rest))"
      : "\(sign)\(minutes):\(padded(rest))"
  }

  /// Two digits: `07`.
  static func padded(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }

  /// A value below 1e15 with a fixed number of decimals 0...9, halves away from zero; never `-0`.
  private static func fixed(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
    let scaled = (value.magnitude * scale).rounded()
    // At most 1e15 with 2 decimals, 1e12 with 6, or below 1 with 9: always within 64 bits.
    let digits = String(UInt64(scaled))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    if places == 0 { return sign + grouped(digits) }
    let filled = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + grouped(String(filled.dropLast(places))) + "." + filled.suffix(places)
  }

  /// Three significant digits and an exponent of ten.
  ///
  /// - Parameter exponent: powers of ten that the value is to be multiplied by, which may be more than a double holds.
  private static func scientific(_ value: Double, exponent: Int = 0) -> String {
    var size = value.magnitude
    var exponent = exponent
    while size >= 9.995 {
      size /= 10
      exponent += 1
    }
    while size < 0.9995 && size > 0 {
      size *= 10
      exponent -= 1
    }
    return (value < 0 ? "-" : "") + fixed(size, places: 2) + "e\(exponent)"
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
