/// The plain form of a header or a name, in which names are compared with protected ones.
///
/// Lower case; look-alike, accented, full-width and decorated letters become the ASCII letter they pass for; invisible
/// characters and combining marks are dropped; every run of other ASCII characters becomes one `_`, none at either end.
/// A letter that passes for no ASCII letter is kept: `"User Name (ID)"` gives `user_name_id`, `"имя"` keeps a Cyrillic
/// letter wherever no ASCII letter looks like it. The empty text gives the empty text.
///
/// - Complexity: O(length).
package func fold(_ header: String) -> String {
  var plain = ""
  var needsSeparator = false
  for scalar in foldedLetters(header).unicodeScalars {
    guard !scalar.isASCII || scalar.isNameASCII else {
      needsSeparator = true
      continue
    }
    if scalar == "_" {
      needsSeparator = true
    } else {
      if needsSeparator && !plain.isEmpty { plain.append("_") }
      needsSeparator = false
      plain.unicodeScalars.append(scalar)
    }
  }
  return plain
}

/// A text with every letter folded as in `fold`, and everything else in its place.
///
/// Spaces of any width become a plain space, typographic apostrophes a plain one.
func foldedLetters(_ text: String) -> String {
  var folded = ""
  folded.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars { folded += scalar.folded }
  return folded
}

extension Unicode.Scalar {
  /// Whether a bare name may hold it: an ASCII letter, a digit or `_`.
  var isNameASCII: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }

  /// The ASCII text that a reader takes this scalar for; empty if it cannot be seen; itself, in lower case, otherwise.
  fileprivate var folded: String {
    if isASCII { return properties.lowercaseMapping }
    if isInvisible { return "" }
    if let lookAlike = lookAlikes[self] { return lookAlike }
    switch properties.generalCategory {
    case .spaceSeparator: return " "
    case .decimalNumber:
      return properties.numericType == .decimal ? decimalDigit : properties.lowercaseMapping
    default: break
    }
    return properties.name.flatMap(latinLetter(inName:)) ?? properties.lowercaseMapping
  }

  /// Whether the scalar has no shape of its own: format characters, ignorable ones, and marks that join a letter.
  private var isInvisible: Bool {
    if properties.isDefaultIgnorableCodePoint { return true }
    return switch properties.generalCategory {
    case .format, .control, .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private var decimalDigit: String {
    properties.numericValue.map { String(Int($0)) } ?? properties.lowercaseMapping
  }
}

/// The letter that a character's Unicode name says it is a form of: `LATIN SMALL LETTER E WITH ACUTE` is an e.
///
/// Covers accents, full-width, mathematical, circled, squared, small-capital, superscript and regional letters, because
/// Unicode names all of them after their letter.
private func latinLetter(inName name: String) -> String? {
  let words = name.split(separator: " ")
  guard words.contains(where: { lettersOfLatinShape.contains(String($0)) }) else { return nil }
  let shape = words.prefix { $0 != "WITH" }
  guard let letter = shape.last(where: { $0.utf8.count == 1 }), letter.utf8.allSatisfy({ 65...90 ~= $0 })
  else { return nil }
  return letter.lowercased()
}

/// A character whose name holds one of these and then a single letter has the shape of that letter.
private let lettersOfLatinShape: Set<String> = [
  "LATIN", "MATHEMATICAL", "SCRIPT", "BLACK-LETTER", "DOUBLE-STRUCK", "REGIONAL", "MODIFIER", "SUBSCRIPT",
  "SUPERSCRIPT", "SQUARED", "CIRCLED", "PARENTHESIZED", "FULLWIDTH",
]

/// Letters of other scripts, and signs, that are drawn like an ASCII letter but not named after it.
private let lookAlikes: [Unicode.Scalar: String] = {
  var table: [Unicode.Scalar: String] = [:]
  for (plain, forms) in lookAlikeForms {
    for form in forms.unicodeScalars { table[form] = plain }
  }
  return table
}()

private let lookAlikeForms: [(plain: String, forms: String)] = [
  ("a", "аАαΑᎪꓮ⍺\u{212B}\u{AA}ɑ"), ("b", "ВвβΒЬьᏴꓐƄ"), ("c", "сСϲϹᏟꓚⅽⅭⲥⲤ"), ("d", "ԁᎠꓓⅾⅮժ"),
  ("e", "еЕεΕэєЄᎬꓰ℮ҽəǝ"), ("f", "ꓝϜғҒք"), ("g", "ɡᏀꓖԍԌց"), ("h", "нНһҺΗᎻꓧհℎℏ"),
  ("i", "іІїЇιΙıᎥӏⅰⅠɩƖ\u{2139}"), ("j", "јЈϳͿᎫꓙյ"), ("k", "кКκΚᏦꓗKқҚⲕⲔ"), ("l", "ⅼⅬᏞꓡӀ׀ǀ∣"),
  ("m", "мМΜᎷꓟⅿⅯⲙⲘ"), ("n", "пПΝηոռꓠииИ"), ("o", "оОοΟσօՕ๐໐ꓳⲟⲞ०੦૦\u{BA}"), ("p", "рРρΡᏢꓑⲣⲢþ"),
  ("q", "ԛԚգզ"), ("r", "гГяЯɾᎡꓣⲅг"), ("s", "ѕЅᏚꓢՏꜱſ"), ("t", "тТτΤᎢꓔⲧⲦ"),
  ("u", "υцЦսՍꓴμ∪"), ("v", "νѵѴᏙꓦⅴⅤ∨"), ("w", "ԝԜωшШᎳꓪѡա"), ("x", "хХχΧꓫⅹⅩ×ⲭⲬ"),
  ("y", "уУүҮγΥʏᎩꓬⲩⲨ"), ("z", "ΖᏃꓜⲍⲌ"), ("ss", "ß"), ("ae", "æÆ"), ("oe", "œŒ"), ("ff", "ﬀ"), ("fi", "ﬁ"),
  ("fl", "ﬂ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("st", "ﬅﬆ"), ("ij", "ĳĲ"), ("ii", "ⅱⅡ"), ("iv", "ⅳⅣ"),
  ("vi", "ⅵⅥ"),
  ("ix", "ⅸⅨ"), ("xi", "ⅺⅪ"), ("'", "’‘‛ʼʹ′＇´"), ("_", "‿＿﹍﹎﹏⁀"), ("-", "‐‑‒–—−﹣－"), ("@", "＠﹫"),
  (".", "．․"),
]
