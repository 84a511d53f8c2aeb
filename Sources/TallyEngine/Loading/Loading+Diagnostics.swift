import TallyLanguage
import TallyPlan

/// The words of everything that can be wrong with a data file; F101...F139. No message holds a cell.
extension Diagnostic {
  private static func file(
    _ code: String, _ message: String, _ name: String, line: Int? = nil, column: Int? = nil,
    help: String? = nil,
    expected: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      code, message, at: .file(name: name, line: line, column: column), expected: expected, help: help)
  }

  static func empty(_ name: String) -> Diagnostic {
    file("F101", "The file is empty.", name, help: "Export it again, or load another file.")
  }

  static func notUTF8(_ name: String, line: Int, column: Int) -> Diagnostic {
    file(
      "F102", "The file is not UTF-8 text; it looks as if a spreadsheet saved it again.", name, line: line,
      column: column, help: "Load the export as the platform wrote it, or save it as CSV UTF-8.")
  }

  static func notUTF16(_ name: String) -> Diagnostic {
    file(
      "F102", "The file starts like UTF-16 text but is damaged further on.", name,
      help: "Export it again from the platform.")
  }

  static func binary(_ name: String) -> Diagnostic {
    file("F103", "The file is not text.", name, help: "Load a CSV file.")
  }

  static func archive(_ name: String) -> Diagnostic {
    file(
      "F104", "The file is an archive that Tally does not open.", name,
      help: "Unpack it and load the files in it, or pack them as ZIP.")
  }

  static func oldWorkbook(_ name: String) -> Diagnostic {
    file(
      "F104", "The file is an old workbook (.xls), or a workbook with a password.", name,
      help: "Open it in a spreadsheet and save it as XLSX or CSV, without a password.")
  }

  static func noRows(_ name: String) -> Diagnostic {
    file(
      "F106", "The file has a header and no rows.", name,
      help: "Export a longer period, or load another file.")
  }

  static func ragged(_ name: String, line: Int, column: Int, expected: Int, found: Int) -> Diagnostic {
    file(
      "F107", "This row has \(cells(found)), the header has \(expected).", name, line: line, column: column,
      help: found > expected
        ? "A cell with a separator in it must stand in quotes." : "Fill the row up with separators.")
  }

  static func unclearEnds(_ name: String, line: Int) -> Diagnostic {
    file(
      "F107", "The row that starts here cannot be split into the cells of the header.", name, line: line,
      column: 1, help: "Export it again; a title with quotes and line breaks may be why.")
  }

  static func unclosedQuote(_ name: String, line: Int, column: Int) -> Diagnostic {
    file(
      "F108", "The quote that opens here is never closed.", name, line: line, column: column,
      help: "Close it, or write a quote inside a quoted cell twice.")
  }

  static func textAfterQuote(_ name: String, line: Int, column: Int) -> Diagnostic {
    file(
      "F109", "There is text behind the closing quote of this cell.", name, line: line, column: column,
      help: "Write a quote inside a quoted cell twice.")
  }

  static func recordTooLong(_ name: String, line: Int) -> Diagnostic {
    file(
      "F110", "The row that starts here is longer than 16 MiB.", name, line: line, column: 1,
      help: "This is not a table of posts or days; load another file.")
  }

  static func tooLarge(_ name: String) -> Diagnostic {
    file("F111", "The file is larger than 4 GiB.", name, help: "Split it and load the parts together.")
  }

  static func badNumber(_ name: String, header: String, line: Int, column: Int) -> Diagnostic {
    file(
      "F112", "This cell of column [\(header)] is not a number.", name, line: line, column: column,
      help: "Correct the cell, or leave it empty where the value is not known.")
  }

  static func numberTooLarge(_ name: String, header: String, line: Int, column: Int) -> Diagnostic {
    file(
      "F113", "This number of column [\(header)] is too large for 64 bits.", name, line: line, column: column,
      help: "Correct the cell, or leave it empty where the value is not known.")
  }

  static func unclearThousands(_ name: String, header: String, line: Int, column: Int) -> Diagnostic {
    file(
      "F114", "Column [\(header)] does not tell whether its point or comma marks thousands or decimals.",
      name,
      line: line, column: column, help: "Write the numbers without separators of thousands.")
  }

  static func badDate(_ name: String, header: String, line: Int, column: Int) -> Diagnostic {
    file(
      "F115", "This cell of column [\(header)] is not a date.", name, line: line, column: column,
      help: "Write dates as 2026-03-14, or 2026-03-14T10:00:00Z.")
  }

  static func unclearDateOrder(_ name: String, header: String) -> Diagnostic {
    file(
      "F116", "The dates of column [\(header)] can be read month first or day first.", name,
      help: "Say which: --dates mdy or --dates dmy.")
  }

  static func yearMissing(_ name: String, header: String) -> Diagnostic {
    file(
      "F117", "The dates of column [\(header)] have no year.", name,
      help:
        "Load it with the other files of its export, as in load \"export/*.csv\", or say the year of its last date: --year 2026."
    )
  }

  static func roleUnknown(_ name: String) -> Diagnostic {
    file(
      "F118", "It cannot be told what a row of this file is.", name,
      help:
        "Say it: load \"...\" as videos, daily, channel or audience; a row of videos has the column video, of daily "
        + "video and date, of channel date.",
      expected: TableRole.allCases.map(\.rawValue))
  }

  static func roleNeeds(_ name: String, role: TableRole, column: String) -> Diagnostic {
    file(
      "F119", "A file loaded as \(role.rawValue) needs the column \(column).", name,
      help: "Add the column, or load the file in another role.")
  }

  static func notReadYet(_ name: String, what: String) -> Diagnostic {
    file("F120", "This is \(what), which is not read yet; nothing of it was kept.", name)
  }

  static func audienceNotReadYet(_ name: String) -> Diagnostic {
    file("F121", "This file splits an audience in a way that is not read yet; nothing of it was kept.", name)
  }

  static func sameHeaders(_ name: String, header: String) -> Diagnostic {
    file(
      "F122", "Two columns have the header [\(header)].", name, line: 1, help: "Rename or remove one of them."
    )
  }

  static func zoneUnknown(_ name: String, zone: String) -> Diagnostic {
    file(
      "F123", "The times of this file are in \(zone), which this system does not know.", name,
      help: "Install the system's time zone data (package tzdata).")
  }

  static func missingKey(_ name: String, header: String, line: Int, column: Int) -> Diagnostic {
    file(
      "F124", "This row has nothing in column [\(header)], which says what the row is about.", name,
      line: line,
      column: column, help: "Fill the cell in, or remove the row.")
  }

  static func spreadsheetID(_ name: String, header: String, line: Int, column: Int) -> Diagnostic {
    file(
      "F125", "Column [\(header)] holds ids that a spreadsheet damaged: rounded numbers, or errors.", name,
      line: line,
      column: column, help: "Load the export as the platform wrote it.")
  }

  /// - Parameters:
  ///   - unknown: headers that Tally does not know and that are nobody's names.
  ///   - notLoaded: headers that are known and not loaded in this version.
  static func nothingKnown(_ name: String, role: TableRole, unknown: [String], notLoaded: [String])
    -> Diagnostic
  {
    let known = notLoaded.isEmpty ? "" : " Not loaded in this version: \(notLoaded.joined(separator: ", "))."
    let header = unknown.first.map { plainName($0) == $0 ? $0 : "[\($0)]" } ?? "mood"
    return file(
      "F126", "The file has no column that Tally knows beside its keys.\(known)", name,
      help:
        "Where you know what one is, say it before loading: column \(header) in \(role.rawValue) is counter.")
  }

  static func mixedTypes(_ name: String, header: String) -> Diagnostic {
    file(
      "F127", "Column [\(header)] is text in one file and numbers in another.", name,
      help: "Load the files in sessions of their own, or rename the column.")
  }

  static func differentSplits(_ name: String, column: String, other: String) -> Diagnostic {
    file(
      "F128",
      "Of this file and \(other), only one is split by \(column); together their days would count twice.",
      name,
      help: "Load only one of them.")
  }

  static func noPeople(_ name: String, header: String) -> Diagnostic {
    file(
      "F129", "Column [\(header)] does not count people: not all of it is whole numbers from 0 on.", name,
      help: "Load the file as the platform wrote it.")
  }

  static func sharesBeyondWhole(_ name: String, header: String) -> Diagnostic {
    file(
      "F130", "The shares of column [\(header)] add up to more than a whole.", name,
      help: "A file of shares has one row for each group, and one day.")
  }

  static func breakdownOverlaps(_ name: String, _ dimensions: [String], open: [String]) -> Diagnostic {
    file(
      "F131",
      "This file was not opened: followers by \(open.joined(separator: ", ")) were read before, and two files that "
        + "split people in ways that overlap could be set against each other until a small group is left.",
      name,
      help: "To ask about \(dimensions.joined(separator: ", ")), load this file in a session of its own.")
  }

  static func snapshotOpenAlready(_ name: String, _ dimensions: [String]) -> Diagnostic {
    file(
      "F132",
      "This file was not opened: another one of followers by \(dimensions.joined(separator: ", ")) is, and what is "
        + "open stays as it is.", name, help: "To ask about this one, load it in a session of its own.")
  }

  static func snapshotUnclear(_ name: String, other: String) -> Diagnostic {
    file(
      "F133", "This file and \(other) split the same audience, and nothing tells which of them is newer.",
      name,
      help: "Load one of them, or give both a column date.")
  }

  static func noExposure(_ name: String, header: String) -> Diagnostic {
    file(
      "F160", "Column [\(header)] does not count views: not all of it is whole numbers from 0 on.", name,
      help: "Load the file as the platform wrote it.")
  }

  static func watchTimeWithoutViews(_ name: String, header: String) -> Diagnostic {
    file(
      "F161",
      "Column [\(header)] is split by an audience without its views, so nothing tells how small its groups are.",
      name, help: "Export it again with the views.")
  }

  static func viewsAreShares(_ name: String, header: String) -> Diagnostic {
    file(
      "F162",
      "Column [\(header)] has percents of views, and nothing tells of how many views, so small groups cannot be told.",
      name, help: "Export a breakdown that counts views, such as the one by country.")
  }

  static func periodOpenAlready(_ name: String, _ dimensions: [String]) -> Diagnostic {
    file(
      "F163",
      "This file was not opened: other views by \(dimensions.joined(separator: ", ")) are, and set against them these "
        + "could show groups that were small for a time.", name,
      help: "To ask about this one, load it in a session of its own.")
  }

  static func exposureOverlaps(_ name: String, _ dimensions: [String], open: [String]) -> Diagnostic {
    file(
      "F164",
      "This file was not opened: views by \(open.joined(separator: ", ")) were read before, and two files that split "
        + "views in ways that overlap could be set against each other until a small group is left.",
      name,
      help: "To ask about \(dimensions.joined(separator: ", ")), load this file in a session of its own.")
  }

  static func noHours(_ name: String, header: String) -> Diagnostic {
    file(
      "F165", "Column [\(header)] holds no hours of a day: not all of it is whole numbers from 0 to 23.",
      name,
      help: "Load the file as the platform wrote it.")
  }

  static func hoursOpenAlready(_ name: String) -> Diagnostic {
    file(
      "F166",
      "This file was not opened: other active followers by hour are, and two exports could tell single days apart.",
      name, help: "To ask about this one, load it in a session of its own.")
  }

  static func platformsOfDays(_ name: String, other: String) -> Diagnostic {
    file(
      "F134",
      "The days of this file and of \(other) are of two platforms, or one of them is unknown, and differ; one would take "
        + "the place of the other.", name,
      help: "Load them in sessions of their own; posts of several platforms may be loaded together.")
  }

  static func numberedTwice(_ name: String, other: String) -> Diagnostic {
    file(
      "F135", "The posts of this file have no ids; those that \(other) has too would count twice.", name,
      help: "Load only one of them.")
  }

  static func idsUnclear(_ name: String, header: String) -> Diagnostic {
    file(
      "F136", "Column [\(header)] may name videos or people, and nothing else in the file says which.", name,
      line: 1,
      help: "Where its rows are videos, add their titles.")
  }

  static func idsAreGroups(_ name: String, header: String) -> Diagnostic {
    file(
      "F137", "Column [\(header)] holds groups of an audience, such as countries or ages, and no videos.",
      name, line: 1,
      help: "Call the column country, age, gender or what else it is; groups of people are protected then.")
  }

  static func mixedDates(_ name: String, header: String, line: Int, column: Int) -> Diagnostic {
    file(
      "F138", "The dates of column [\(header)] are written in two ways; a spreadsheet may have changed some.",
      name,
      line: line, column: column, help: "Load the export as the platform wrote it.")
  }

  private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}
