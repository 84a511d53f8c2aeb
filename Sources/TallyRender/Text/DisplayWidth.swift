import CTextWidth

/// Terminal columns that one user-perceived character takes: 0, 1 or 2, more only for joined Indic letters.
///
/// Widths of scalars come from utf8proc (Unicode East Asian Width, ambiguous as 1). An emoji sequence (joined family, flag,
/// skin tone, variation selector 16) takes 2, as terminals draw it; other clusters take what their scalars add up to.
func displayWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if scalars.count == 1 { return scalarWidth(first) }
  if first.properties.isEmoji && scalars.contains("\u{FE0F}") { return 2 }
  if isRegionalIndicator(first) || isLeadingJamo(first) { return 2 }
  if first.properties.isEmojiPresentation { return scalarWidth(first) }
  return scalars.reduce(0) { $0 + scalarWidth($1) }
}

/// Terminal columns of a text on one line; O(length), with a short way for plain ASCII.
package func displayWidth(_ text: String) -> Int {
  if isPlainASCII(text) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth($1) }
}

/// Whether a text holds nothing but printable ASCII, so that bytes, characters and columns are the same.
func isPlainASCII(_ text: String) -> Bool {
  text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
}

private func scalarWidth(_ scalar: Unicode.Scalar) -> Int {
  Int(max(0, utf8proc_charwidth(Int32(bitPattern: scalar.value))))
}

private func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
  (0x1F1E6...0x1F1FF).contains(scalar.value)
}

/// A Hangul consonant that following vowels and consonants are stacked into.
private func isLeadingJamo(_ scalar: Unicode.Scalar) -> Bool { (0x1100...0x115F).contains(scalar.value) }
