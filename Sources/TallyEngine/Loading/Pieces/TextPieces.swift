import CMachine

/// A stretch of a long text that holds whole records.
struct TextPiece: Sendable {
  /// From the first byte behind the end of the record before it to behind the line break of its last record.
  let bytes: Range<Int>
  /// The numbers of its rows.
  let rows: Range<Int>
}

/// Where long texts are cut, so that all cores read them.
package struct TextCuts: Sendable {
  /// Shorter texts are read in one go; waking other cores costs more than they save.
  package var longText: Int
  /// The offsets at which a text of a length is cut, ascending; each cut moves on to the next end of a record.
  package var places: @Sendable (Int) -> [Int]

  package init(longText: Int, places: @escaping @Sendable (Int) -> [Int]) {
    self.longText = longText
    self.places = places
  }

  /// A few pieces for each core, so that they end together.
  package static let standard = TextCuts(longText: 1 << 20) { count in
    let pieces = count < 128 << 20 ? min(4, count >> 19) : 8
    return (1..<max(pieces, 1)).map { count / pieces * $0 }
  }
}

/// Cuts the records of a text into pieces, and counts their rows.
///
/// - Parameters:
///   - start: where the header ends.
///   - cuts: about where to cut, ascending.
/// - Returns: nil where quotes do not come to an end, or no line break ends the header.
/// - Complexity: O(length), on all cores.
func textPieces(of text: FileBytes, from start: Int, at cuts: [Int]) -> [TextPiece]? {
  guard start > 0, start < text.count, text[start].isLineBreak, !text[start - 1].isLineBreak else {
    return nil
  }
  let starts = [start] + cuts.filter { $0 > start && $0 < text.count }
  let surveys = concurrently(starts.count) { place in
    let end = place + 1 < starts.count ? starts[place + 1] : text.count
    return text.withUnsafeBufferPointer { machine_survey_records($0.baseAddress, starts[place], end) }
  }
  var firsts: [(offset: Int, row: Int)] = []
  var rows = 0
  var isInside = false
  for survey in surveys {
    let (ends, first) = isInside ? (survey.ends.1, survey.first.1) : (survey.ends.0, survey.first.0)
    if ends > 0 { firsts.append((Int(first), rows)) }
    // The record of an end stands before it: that of the first end is a row of the piece before.
    rows += Int(ends)
    if survey.changes_state { isInside.toggle() }
  }
  guard !isInside, firsts.first?.offset == start else { return nil }
  // The first end is that of the header; the last record needs none.
  rows -= text[text.count - 1].isLineBreak ? 1 : 0
  return firsts.indices.map { place in
    let isLast = place + 1 == firsts.count
    return TextPiece(
      bytes: (firsts[place].offset + 1)..<(isLast ? text.count : firsts[place + 1].offset + 1),
      rows: firsts[place].row..<(isLast ? rows : firsts[place + 1].row))
  }
}
