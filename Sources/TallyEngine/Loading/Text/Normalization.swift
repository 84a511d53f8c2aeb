@_spi(_Unicode) import Swift

extension String {
  /// The text in Unicode normalization form C, in which equal texts have equal scalars (UAX #15).
  ///
  /// The standard library normalizes whenever it compares strings and offers the result under this import alone; the
  /// alternative is Foundation, which no target below the shell loads.
  var normalized: String {
    // Up to U+02FF, nothing is composed of other characters in this form.
    guard utf8.contains(where: { $0 >= 0xCC }) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return String(scalars)
  }
}
