/// Text from data and queries, made safe for where it is written.
///
/// No control character of a title may move a cursor, colour a screen or turn the reading direction of a line.
package enum SafeText {
  /// Text for people: on one line, without control characters and without characters that reorder or hide others.
  ///
  /// A run of tabs and line breaks becomes one space; any other control character becomes `replacement`; direction marks
  /// and invisible format characters are dropped, except the joiners that emoji and scripts need.
  package static func forPeople(_ text: String, replacement: String = "\u{FFFD}") -> String {
    if isPlainASCII(text) { return text }
    var safe = String.UnicodeScalarView()
    var endsInBreak = false
    var isInFlag = false
    for scalar in text.unicodeScalars {
      let isBreak = isLineBreakOrTab(scalar)
      defer { endsInBreak = isBreak }
      if isBreak {
        if !endsInBreak { safe.append(" ") }
      } else if scalar.properties.generalCategory == .control {
        safe.append(contentsOf: replacement.unicodeScalars)
      } else if !isHidden(scalar, isInFlag: isInFlag) {
        safe.append(scalar)
      }
      isInFlag = scalar.value == 0x1F3F4 || isInFlag && isTag(scalar)
    }
    return String(safe)
  }

  /// Text for csv: line breaks become LF, tabs stay, every other control character becomes U+FFFD.
  ///
  /// The one place where a machine format changes data: csv has no escapes, and a raw ESC would reach whatever prints the file.
  static func forCSV(_ text: String) -> String {
    if isPlainASCII(text) { return text }
    var safe = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      defer { followsReturn = scalar == "\r" }
      switch scalar {
      case "\n": if !followsReturn { safe.append("\n") }
      case "\r": safe.append("\n")
      case "\t": safe.append("\t")
      case _ where scalar.properties.generalCategory == .control: safe.append("\u{FFFD}")
      case _: safe.append(scalar)
      }
    }
    return String(safe)
  }

  /// Text for tsv: `\t`, `\n`, `\r` and `\\` as written here, every other control character as U+FFFD.
  static func forTSV(_ text: String) -> String {
    if isPlainASCII(text) && !text.utf8.contains(UInt8(ascii: "\\")) { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": safe.append(contentsOf: "\\t".unicodeScalars)
      case "\n": safe.append(contentsOf: "\\n".unicodeScalars)
      case "\r": safe.append(contentsOf: "\\r".unicodeScalars)
      case "\\": safe.append(contentsOf: "\\\\".unicodeScalars)
      case _ where scalar.properties.generalCategory == .control: safe.append("\u{FFFD}")
      case _: safe.append(scalar)
      }
    }
    return String(safe)
  }

  private static func isLineBreakOrTab(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Direction marks, embeddings, overrides and isolates; zero-width and deprecated format characters; stray tags.
  private static func isHidden(_ scalar: Unicode.Scalar, isInFlag: Bool) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    case 0xE0000...0xE007F: !isInFlag
    default: false
    }
  }

  /// Tag characters, which spell the flags of parts of countries after a black flag.
  private static func isTag(_ scalar: Unicode.Scalar) -> Bool { (0xE0020...0xE007F).contains(scalar.value) }
}
