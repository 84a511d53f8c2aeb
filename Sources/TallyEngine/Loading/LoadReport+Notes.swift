import TallyLanguage

/// The words of what reading a file came upon; no note holds a value about people.
extension LoadReport {
  mutating func noteLayout(_ dialect: Dialect) {
    let others = dialect.others.count
    if others == 1 { notes.append("1 other table in the file is not read") }
    if others > 1 { notes.append("\(others) other tables in the file are not read") }
    let below = dialect.linesBelow
    if below > 0 { notes.append("left out: \(below) \(below == 1 ? "line" : "lines") below the table") }
    if dialect.wasWrapped { notes.append("each line stood in one cell and was taken out of it") }
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
}
