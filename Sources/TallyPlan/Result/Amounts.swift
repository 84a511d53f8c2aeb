// How sentences about an answer write amounts; tables have their own way, which TallyRender knows.

/// A number with its noun, as in `36 posts`.
package func count(_ number: Int, _ noun: String) -> String {
  "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
}

/// Thousands separated by commas.
package func grouped(_ number: Int) -> String {
  var digits = String(number.magnitude)
  var index = digits.count - 3
  while index > 0 {
    digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
    index -= 3
  }
  return (number < 0 ? "-" : "") + digits
}

/// A number in a unit for a sentence: `1,250`, `3.41%`, `31 s`.
package func amount(_ value: Double, _ unit: Unit) -> String {
  switch unit {
  case .fraction: rounded(value * 100, places: 2) + "%"
  case .seconds: rounded(value, places: 1) + " s"
  case .count, .number: rounded(value, places: 2)
  }
}

/// A number with at most so many decimals, none where it is whole.
private func rounded(_ value: Double, places: Int) -> String {
  let scale = places == 1 ? 10.0 : 100.0
  let scaled = (value.magnitude * scale).rounded()
  guard scaled < 1e15 else { return "\(value)" }
  let whole = Int(scaled / scale)
  let rest = Int(scaled) - whole * Int(scale)
  let sign = value < 0 && scaled > 0 ? "-" : ""
  if rest == 0 { return sign + grouped(whole) }
  let digits = String(rest)
  return sign + grouped(whole) + "." + String(repeating: "0", count: places - digits.count) + digits
}
