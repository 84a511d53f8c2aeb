/// One line of a policy file, taken apart: `name: value -- comment`.
struct PolicyLine {
  /// What stands behind the colon.
  struct Value {
    let text: String
    /// Counts from 1, in characters.
    let column: Int
  }

  /// In lower case, with one blank between words; nil for a line without a setting.
  let name: String?
  /// Where the name begins; counts from 1.
  let column: Int
  /// nil where there is no colon, or nothing behind it.
  let value: Value?

  init(_ line: String) {
    let scalars = Array(line.unicodeScalars)
    let end = Self.commentStart(scalars) ?? scalars.count
    let colon = scalars[..<end].firstIndex(of: ":")
    let start = scalars[..<end].firstIndex { !isBlank($0) } ?? end
    column = start + 1
    let words = text(scalars[start..<(max(colon ?? end, start))]).split(whereSeparator: \.isWhitespace)
    name = start == end ? nil : words.joined(separator: " ").lowercased()
    value = colon.flatMap { colon in
      guard let first = scalars[(colon + 1)..<end].firstIndex(where: { !isBlank($0) }),
        let last = scalars[..<end].lastIndex(where: { !isBlank($0) })
      else { return nil }
      return Value(text: text(scalars[first...last]), column: first + 1)
    }
  }

  /// Where a comment begins: at `--` outside brackets.
  private static func commentStart(_ line: [Unicode.Scalar]) -> Int? {
    var isInBrackets = false
    for place in line.indices {
      switch line[place] {
      case "[": isInBrackets = true
      case "]": isInBrackets = false
      case "-" where !isInBrackets && place + 1 < line.count && line[place + 1] == "-": return place
      default: break
      }
    }
    return nil
  }
}

extension PolicyLine.Value {
  /// The whole number from 0 on that it is, with the unit behind it or none; a number beyond 64 bits is the largest.
  ///
  /// - Returns: nil for anything else, a sign, decimals and other units too.
  func number(of unit: String) -> Int64? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, words.count <= 2 else { return nil }
    if words.count == 2, words[1].lowercased() != unit { return nil }
    let groups = first.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    else { return nil }
    return Int64(groups.joined()) ?? .max
  }

  /// The names in a list with commas between them; brackets hold a name together and may be missing at the end.
  var listed: [String] {
    var names = [""]
    var isInBrackets = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "[" where !isInBrackets: isInBrackets = true
      case "]" where isInBrackets: isInBrackets = false
      case "," where !isInBrackets: names.append("")
      default: names[names.count - 1].unicodeScalars.append(scalar)
      }
    }
    return names
  }
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var text = ""
  text.unicodeScalars.append(contentsOf: scalars)
  return text
}
