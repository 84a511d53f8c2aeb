import TallyPlan
import TallyPrivacy

/// Long tables are read in one go over their text, before anything is asked of them.
///
/// What is found is the same as without; what is not written plainly is read on its own when its turn comes.
extension TableReader {
  /// Reads the rows of all pieces, but for some.
  ///
  /// - Returns: false where the text is not regular, and nothing was read.
  mutating func readPieces(skipping: [Int] = []) throws(LoadFailure) -> Bool {
    forgetPieces()
    guard let role = try? settleRole(), role != .audience else { return false }
    var reading = PieceReading(observer: observer, width: headers.count)
    let settled = FilePlan(headers: headers, preset: preset, options: options, role: role)
    for (column, planned) in settled.columns.enumerated() {
      switch planned {
      case .video: reading.texts.append(column)
      case .day: reading.days.append(column)
      case .load(let loaded) where !options.keepsOut(loaded.header, loaded.name):
        switch loaded.form {
        case .text, .tags: reading.texts.append(column)
        case .instant: reading.days.append(column)
        case .number(let factor, _): if factor == 1 { reading.numbers.append(column) }
        }
      case .load, .dropped, .names, .setAside, .audienceSplit, .notLoaded, .unknown: break
      }
    }
    reading.unknown = plan.columns.indices.filter { column in
      switch plan.columns[column] {
      case .unknown, .names, .setAside: true
      case .video, .day, .load, .dropped, .audienceSplit, .notLoaded: false
      }
    }
    let judged = settled.columns.indices.filter { isJudgedByText($0, settled) && !reading.texts.contains($0) }
    let read = try reading.read(source.bytes, pieces, skipping: skipping, isCancelled: options.isCancelled)
    guard let read else { return false }
    facts = read.facts
    tail = read.tail
    onlyNumbers = read.holdsOnlyNumbers
    ahead = read.cells
    return try readJudged(judged, skipping: skipping)
  }

  /// Forgets what was read of the pieces, where other rows are to be read.
  mutating func forgetPieces() {
    facts = nil
    onlyNumbers = [:]
    ahead = [:]
    judged = [:]
  }

  private var observer: RowObserver {
    let startsWithKey = if case .video = plan.columns.first { true } else { false }
    return RowObserver(headers: headers, separator: dialect.separator, startsWithKey: startsWithKey)
  }

  /// Whether what the cells of a column say as text decides about the file, or about the column.
  private func isJudgedByText(_ column: Int, _ settled: FilePlan) -> Bool {
    switch plan.columns[column] {
    case .names: return true
    case .setAside(.personColumn): return plan.videoColumn == nil
    case .setAside, .video, .day, .dropped, .audienceSplit, .notLoaded, .unknown: return false
    case .load(let loaded): return loaded.standing == .declared
    }
  }

  /// Reads the distinct values of columns that nothing is kept of.
  mutating func readJudged(_ columns: [Int], skipping: [Int] = []) throws(LoadFailure) -> Bool {
    if columns.isEmpty { return true }
    let reading = PieceReading(texts: columns, observer: observer, width: headers.count)
    let read = try reading.read(source.bytes, pieces, skipping: skipping, isCancelled: options.isCancelled)
    guard let read else { return false }
    for case (let column, .text(let text)) in read.cells { judged[column] = text }
    return true
  }

  /// A column as text, which is kept for whoever asks next.
  func peekText(_ column: Int) -> CodedText {
    if let text = judged[column] { return text }
    if case .text(let text) = ahead[column] { return text }
    return readText(source, column: column)
  }

  /// A column that Tally does not know as text; of long tables, a few of them are read at a time.
  mutating func unknownText(_ column: Int) throws(LoadFailure) -> CodedText {
    if facts != nil, judged[column] == nil {
      let next = plan.columns.indices.filter {
        guard $0 >= column, case .unknown = plan.columns[$0] else { return false }
        return onlyNumbers[$0] != true || $0 == column
      }
      judged = [:]
      _ = try readJudged(Array(next.prefix(Self.unknownAtOnce)), skipping: removed)
    }
    return peekText(column)
  }

  /// So many columns take no more memory than those that are kept.
  private static let unknownAtOnce = 4

  /// The text in the last row of a column.
  func lastText(in column: Int) -> String { text(source.rowCount - 1, in: column) }

  /// The text in a row of a column of text.
  func text(_ row: Int, in column: Int) -> String {
    guard case .text(let text) = ahead[column] else { return written(row, column) }
    let code = text.codes[row]
    return code == CodedText.missingCode ? "" : text.values[Int(code)]
  }
}
