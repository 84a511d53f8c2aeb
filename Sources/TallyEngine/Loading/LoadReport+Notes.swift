import TallyLanguage

/// The words of what reading a file came upon; no note holds a value about people.
extension LoadReport {
  mutating func noteLayout(_ dialect: Dialect) {
    let others = dialect.others.count
    if others == 1 { notes.append("1 other table in the file is not read") }
    if others > 1 { notes.append("\(others) other tables in the file are not read") }
    if dialect.wasWrapped { notes.append("each line stood in one cell and was taken out of it") }
  }

  mutating func noteLinesBelow(_ count: Int) {
    guard count > 0 else { return }
    notes.append("left out: \(count) \(count == 1 ? "line" : "lines") below the table")
  }

  mutating func noteRowsToldByEnds(_ count: Int) {
    guard count > 0 else { return }
    let what = count == 1 ? "row has a title" : "rows have titles"
    notes.append("\(count) \(what) with quotes or commas that the export does not escape")
  }

  mutating func noteQuietDays(_ count: Int) {
    guard count > 0 else { return }
    notes.append("\(count) days without a row count as 0, as the platform leaves them out")
  }

  mutating func noteYears(last: Day, evidence: String) {
    notes.append("its dates have no year; the last one is \(last), told from \(evidence)")
  }

  /// That a list of videos was cut off, by the row of totals that the platform prints in it.
  mutating func noteTotals(of column: String, printed: Int64, listed: Int64) {
    notes.append(
      "its row of totals has \(printed) \(column), its videos have \(listed): the export does not list all of them"
    )
  }

  /// Which days of people are kept: of numbers the last of each month, of shares the newest.
  mutating func noteDays(newest: Day, isShare: Bool) {
    notes.append(
      isShare
        ? "only the newest of its days is kept, \(newest)"
        : "of its days the last of each month counts; the newest is \(newest)")
  }

  mutating func noteAveragedDays() { notes.append("its days are averaged, and none of them is kept") }

  mutating func noteKeptOut(_ part: AudiencePart) {
    add("not loaded (P503), \(part.words): a policy keeps a column out")
  }

  mutating func noteWithheld(_ part: AudiencePart) {
    add("withheld (P403), \(part.words): too few, or too many small groups, to show any part of it")
  }

  mutating func noteClosed(_ part: AudiencePart, _ why: Diagnostic) {
    add("not opened beside what is open (\(why.code)): \(part.words)")
  }

  /// Adds a note that is not there yet.
  mutating func add(_ note: String) { if !notes.contains(note) { notes.append(note) } }
}
