import TallyLanguage

/// One line of a source text with carets under a span, as it fits on a terminal.
struct SourceExcerpt: Sendable, Hashable {
  let line: String
  let carets: String

  /// The line that holds the start of `span`, of which nothing outside `visible` is shown.
  ///
  /// The three pieces before, inside and after the span are measured as they are drawn: tabs are one space, control
  /// characters a replacement, wide characters two columns. A line longer than the width is cut around the carets. A span that
  /// goes on over more lines is marked to the end of the first; an empty span gets one caret.
  init(_ span: SourceSpan, in source: SourceText, visible: SourceSpan?, style: Style, margin: Int) {
    let start = min(max(span.lowerBound, 0), source.bytes.count)
    let (_, lineStart) = source.line(at: start)
    let lineEnd = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
    let shown = visible.map { $0.clamped(to: lineStart..<lineEnd) } ?? lineStart..<lineEnd
    let marked = span.clamped(to: shown)
    func piece(_ range: Range<Int>) -> String {
      SafeText.forPeople(source.text(range).spacesForBreaks, replacement: style.replacement)
    }
    var before = piece(shown.lowerBound..<marked.lowerBound).trimmedStart
    var middle = piece(marked)
    var after = piece(marked.upperBound..<shown.upperBound)
    if let width = style.width.map({ max(12, $0 - margin) }) {
      let dots = style.ellipsis
      middle = middle.cut(to: max(4, width - 2 * displayWidth(dots)), ellipsis: dots)
      let room = width - max(1, displayWidth(middle))
      if displayWidth(before) + displayWidth(after) > room {
        let beforeRoom = max(room - displayWidth(after), room * 2 / 3)
        before = before.cutAtStart(to: beforeRoom, ellipsis: dots)
        after = after.cut(to: max(0, room - displayWidth(before)), ellipsis: dots)
      }
    }
    line = before + middle + after
    carets =
      String(repeating: " ", count: displayWidth(before))
      + String(repeating: "^", count: max(1, displayWidth(middle)))
  }
}

extension String {
  /// Tabs and carriage returns as one space each, so that a run of them keeps its place.
  fileprivate var spacesForBreaks: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\t" || $0 == "\r" ? " " : $0 }))
  }

  fileprivate var trimmedStart: String { String(drop { $0 == " " }) }

  /// The end of the text that fits into a number of columns, after `ellipsis` where something was cut off.
  fileprivate func cutAtStart(to width: Int, ellipsis: String) -> String {
    if displayWidth(self) <= width { return self }
    var room = width - displayWidth(ellipsis)
    if room < 0 { return "" }
    var kept: [Character] = []
    for character in reversed() {
      room -= displayWidth(character)
      if room < 0 { break }
      kept.append(character)
    }
    return ellipsis + String(kept.reversed())
  }
}
