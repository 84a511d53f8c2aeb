import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Reading in how many hours of some days followers were active.
extension TableReader {
  /// The columns of such a file, by their plain headers; nil for every other one.
  var activityColumns: (hour: Int, people: Int)? {
    let names = headers.map(plainName)
    guard let hour = names.firstIndex(of: "hour"), let people = names.firstIndex(of: "active_followers")
    else { return nil }
    return (hour, people)
  }

  /// Reads the hours of all days.
  ///
  /// The newest day, first or last in the file, ends with the export: its hours without anybody at the end are not known,
  /// and not empty.
  ///
  /// - Throws: F112...F114 for numbers, F129 what counts no people, F165 hours that no day has.
  mutating func readHours(_ columns: (hour: Int, people: Int)) throws(LoadFailure) -> LoadedFile {
    let hours = try readWhole(columns.hour)
    let people = try readWhole(columns.people)
    var rows: [(hour: Int, people: Int64)] = []
    for row in 0..<source.rowCount {
      guard let hour = hours[row], let count = people[row] else {
        report.missingCells += 1
        continue
      }
      guard (0...23).contains(hour) else {
        throw .diagnostic(.noHours(source.file, header: header(columns.hour)))
      }
      rows.append((Int(hour), count))
    }
    guard let activity = ActiveHours(withoutHoursToCome(rows)) else {
      throw .diagnostic(.noPeople(source.file, header: header(columns.people)))
    }
    report.noteAveragedDays()
    let names = ["active_hour": header(columns.hour), "active_followers": header(columns.people)]
    return LoadedFile(
      name: source.file, table: nil, report: report,
      audience: [AudiencePart(content: .hours(activity), headers: names)])
  }

  /// The rows without those at the end of the first and of the last day that count nobody; days begin anew at an hour that
  /// is not later than the one before.
  private func withoutHoursToCome(_ rows: [(hour: Int, people: Int64)]) -> [(hour: Int, people: Int64)] {
    func trimmed(_ day: ArraySlice<(hour: Int, people: Int64)>) -> ArraySlice<(hour: Int, people: Int64)> {
      var day = day
      while let last = day.last, last.people == 0, last.hour > 0 { day.removeLast() }
      return day
    }
    let starts = rows.indices.filter { $0 == 0 || rows[$0].hour <= rows[$0 - 1].hour }
    guard let second = starts.dropFirst().first, let last = starts.last else {
      return Array(trimmed(rows[...]))
    }
    return Array(trimmed(rows[..<second])) + rows[second..<last] + trimmed(rows[last...])
  }

  /// Whole numbers from 0 on by row; nil where a cell is empty.
  private func readWhole(_ column: Int) throws(LoadFailure) -> [Int64?] {
    let reader = NumberReader(header: header(column), factor: 1, isWhole: true)
    let read = try reporting { () throws(Diagnostic) in try reader.read(source, column: column) }
    guard case .integers(let values, let validity) = read, values.allSatisfy({ $0 >= 0 }) else {
      throw .diagnostic(.noPeople(source.file, header: header(column)))
    }
    return values.indices.map { validity[$0] ? values[$0] : nil }
  }
}
