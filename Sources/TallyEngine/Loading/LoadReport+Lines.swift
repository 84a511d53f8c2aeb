import TallyPlan
import TallyPrivacy

/// The words of a load report; no line holds a value from the file, nor a header that was set aside.
extension LoadReport {
  /// What people are shown: one line about the file, then, set in, what was made of it, the most important first.
  package var lines: [String] {
    guard let role else { return ["\(file): \(notes.joined(separator: "; "))"] }
    var details = columnLines
    if let clock { details.append("clock: \(clock)") }
    details += droppedLines
    details += rowLines
    details += notes
    return [headline(role)] + details.map { "  " + $0 }
  }

  private func headline(_ role: TableRole) -> String {
    var line = "\(file): \(counted(rows, "row")) as \(role.rawValue)"
    if let preset { line += " (\(preset))" } else if isRoleInferred { line += " (told from its columns)" }
    return line
  }

  /// The columns of each kind, in order of first appearance, with the file's own word where Tally has another.
  private var columnLines: [String] {
    var kinds: [String] = []
    var names: [String: [String]] = [:]
    for column in kept {
      let kind = column.isCertain ? column.kind.word : "\(column.kind.word), it seems"
      if names[kind] == nil { kinds.append(kind) }
      let isOwnWord = plainName(column.header) == column.name
      names[kind, default: []].append(isOwnWord ? column.name : "\(column.name) (\(column.header))")
    }
    return kinds.map { "\($0): \((names[$0] ?? []).joined(separator: ", "))" }
  }

  private var droppedLines: [String] {
    var lines: [String] = []
    if !unknown.isEmpty {
      lines.append(
        "not loaded, not known to Tally: \(unknown.joined(separator: ", ")); `column NAME in ROLE is KIND` admits one"
      )
    }
    if hiddenUnknown > 0 {
      lines.append(
        "not loaded (P305), not known to Tally, and not printed because a header may be a name: "
          + counted(hiddenUnknown, "column"))
    }
    if !notLoaded.isEmpty { lines.append("not loaded in this version: \(notLoaded.joined(separator: ", "))") }
    for (code, count) in setAside.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "set aside (\(code.rawValue)): \(counted(count, "column")) \(reason(code)); no value of it was kept")
    }
    if ownAccountColumns > 0 {
      lines.append("dropped: \(counted(ownAccountColumns, "column")) about your own account")
    }
    if masked > 0 {
      lines.append(
        "masked in your texts as \(MaskedText.mark): \(counted(masked, "handle, address or link", "handles, addresses or links"))"
      )
    }
    return lines
  }

  private func reason(_ code: RefusalCode) -> String {
    switch code {
    case .textByOthers: "with words of other people"
    case .lookAlikeHeaders: "whose header is drawn like another one"
    case .setAsideByPolicy: "that a policy keeps out"
    case .unknownColumn: "whose values are mostly distinct"
    default: "about people"
    }
  }

  private var rowLines: [String] {
    var lines: [String] = []
    if skippedRows > 0 {
      lines.append("left out: \(counted(skippedRows, "row")) of totals or without any cell")
    }
    if unmatchedRows > 0 {
      lines.append("left out: \(counted(unmatchedRows, "row")) about a video that no other file has")
    }
    if missingCells > 0 { lines.append("\(counted(missingCells, "cell")) without a value, kept as missing") }
    if roundedCells > 0 {
      lines.append("\(counted(roundedCells, "number")) rounded by the platform, as 1.2K is")
    }
    if damagedCells > 0 {
      let places = Set(damagedLines).sorted().prefix(3).map { "line \($0)" }.joined(separator: ", ")
      lines.append(
        "\(counted(damagedCells, "number")) turned into a date by a spreadsheet, kept as missing: \(places)\(damagedCells > damagedLines.count ? " ..." : "")"
      )
    }
    if addedUp > 0 {
      lines.append("added up: \(counted(addedUp, "row")) that a column not loaded tells apart")
    }
    if repeated > 0 { lines.append("counted once: \(counted(repeated, "row")) that stood twice") }
    if replacedCount > 0 {
      let pairs = replacedLines.map { "\(placeWord) \($0.later) over \(placeWord) \($0.earlier)" }
        .joined(separator: ", ")
      lines.append(
        "the later \(placeWord) won \(counted(replacedCount, "time")): \(pairs)\(replacedCount > replacedLines.count ? " ..." : "")"
      )
    }
    if replacedCells > 0 {
      lines.append("replaced \(counted(replacedCells, "value")) of files loaded before")
    }
    return lines
  }

  private func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }
}
