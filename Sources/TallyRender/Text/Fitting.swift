/// Which edge of its column a cell stands at.
enum Alignment: Sendable, Hashable { case leading, trailing }

extension String {
  /// The text cut to a number of terminal columns, ending in `ellipsis` where something was cut off.
  func cut(to width: Int, ellipsis: String) -> String {
    if displayWidth(self) <= width { return self }
    let room = width - displayWidth(ellipsis)
    if room < 0 { return prefix(columns: width) }
    return prefix(columns: room) + ellipsis
  }

  /// As many whole characters from the start as fit into a number of terminal columns.
  func prefix(columns: Int) -> String {
    var used = 0
    var end = startIndex
    for (index, character) in zip(indices, self) {
      used += displayWidth(character)
      if used > columns { break }
      end = self.index(after: index)
    }
    return String(self[..<end])
  }

  /// The text with spaces up to a number of terminal columns; longer text stays as it is.
  func padded(to width: Int, _ alignment: Alignment) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth(self)))
    return switch alignment {
    case .leading: self + spaces
    case .trailing: spaces + self
    }
  }

  /// Lines of at most `width` terminal columns, broken at spaces; a longer word is broken behind an underscore, else where it must be.
  ///
  /// Nil leaves the text on one line. Lines after the first start with `indent` spaces where the width has room for them.
  /// Spaces inside a line stay as they are, those before the first word too; at a break they are dropped.
  func wrapped(to width: Int?, indent: Int = 0) -> [String] {
    guard let width, displayWidth(self) > width else { return [self] }
    let margin = String(repeating: " ", count: indent * 2 < width ? indent : 0)
    let lead = prefix { $0 == " " }
    let start = lead.count * 2 < width ? String(lead) : ""
    var lines: [String] = []
    var line = start
    var hasWords = false
    var spaces = ""
    func close() {
      lines.append(line)
      (line, hasWords, spaces) = (margin, false, "")
    }
    for word in dropFirst(lead.count).split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    {
      // An empty word stands between two spaces: one more for the gap.
      if word.isEmpty {
        spaces += " "
        continue
      }
      let joined = hasWords ? line + spaces + " " + word : line + word
      spaces = ""
      if displayWidth(joined) <= width {
        (line, hasWords) = (joined, true)
        continue
      }
      if hasWords { close() }
      (line, hasWords) = (line + word, true)
      while displayWidth(line) > width {
        let head = line.prefix(columns: width).endingAtUnderscore
        // A character wider than the line cannot be broken: it stands alone.
        if head.allSatisfy({ $0 == " " }) { break }
        lines.append(head)
        line = margin + line.dropFirst(head.count)
      }
    }
    if hasWords { lines.append(line) }
    return lines.isEmpty ? [""] : lines
  }
}

extension String {
  /// The text up to its last underscore, where one stands behind its first character; otherwise all of it.
  fileprivate var endingAtUnderscore: String {
    guard let last = lastIndex(of: "_"), last > startIndex else { return self }
    return String(self[...last])
  }
}
