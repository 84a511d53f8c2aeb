/// The plain name of a header: what it is called in a query without brackets.
///
/// Lower case; Latin letters lose their accents; every run of other characters becomes one `_`, none at either end:
/// `"Watch time (hours)"` gives `watch_time_hours`. Unlike the folding of protected names, a letter of another script is
/// never taken for the Latin letter it looks like. May be empty, or start with a digit; then only brackets reach it.
///
/// - Complexity: O(length).
package func plainName(_ header: String) -> String {
  var name = ""
  var needsSeparator = false
  for scalar in header.unicodeScalars {
    if scalar.properties.generalCategory == .nonspacingMark { continue }
    guard let letters = plainLetters(scalar) else {
      needsSeparator = true
      continue
    }
    if needsSeparator, !name.isEmpty { name.append("_") }
    needsSeparator = false
    name += letters
  }
  return name
}

/// The ASCII letter or digit of a scalar, accents taken off; nil for everything else.
private func plainLetters(_ scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case "a"..."z", "0"..."9": return String(scalar)
  case "A"..."Z": return scalar.properties.lowercaseMapping
  case "ß": return "ss"
  case "æ", "Æ": return "ae"
  case "œ", "Œ": return "oe"
  case "\u{C0}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}": break
  default: return nil
  }
  // Unicode names accented letters after their base: LATIN SMALL LETTER E WITH ACUTE.
  let words = scalar.properties.name?.split(separator: " ") ?? []
  guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1 else {
    return nil
  }
  return words[3].lowercased()
}
