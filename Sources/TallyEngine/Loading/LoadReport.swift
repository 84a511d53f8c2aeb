package import TallyPlan
package import TallyPrivacy

/// What became of a file, without a value from it.
///
/// `lines` is what people are shown; the fields are what it is made from.
package struct LoadReport: Sendable, Hashable {
  /// A column that was loaded, and what it was taken for.
  package struct Kept: Sendable, Hashable {
    package let name: String
    package let header: String
    package let kind: ColumnKind
    package let isCertain: Bool
  }

  package var file: String
  /// Rows kept, after duplicates were resolved.
  package var rows = 0
  package var role: TableRole?
  /// True where the role was not written in the `load`.
  package var isRoleInferred = false
  /// The name of the preset for people; nil for a plain file.
  package var preset: String?
  /// What its times and days are counted by.
  package var clock: String?
  package var kept: [Kept] = []
  /// Headers of columns that Tally does not know, as the file writes them; never those that look like people.
  package var unknown: [String] = []
  /// Further columns that were not loaded, whose headers may name people (P305).
  package var hiddenUnknown = 0
  /// Headers that are known and never loaded, such as revenue, and audience splits.
  package var notLoaded: [String] = []
  /// Columns set aside because they are about people, by code.
  package var setAside: [RefusalCode: Int] = [:]
  /// Columns of the creator's own account, dropped.
  package var ownAccountColumns = 0
  /// Handles, addresses, phone numbers and links masked in the creator's own texts.
  package var masked = 0
  /// Cells that say "not known": blank, `undefined`, `NAN`, `--` ...
  package var missingCells = 0
  /// Cells that the platform rounded itself, as `1.2K`.
  package var roundedCells = 0
  /// Cells of numbers that a spreadsheet had turned into dates, kept as missing.
  package var damagedCells = 0
  /// The lines of the first few of them.
  package var damagedLines: [Int] = []
  /// Rows of words of one's own for videos that no other file has, left out; known after merging.
  package var unmatchedRows = 0
  /// Rows of totals and rows without any value, left out.
  package var skippedRows = 0
  /// Rows added up, because a column that is not loaded told them apart.
  package var addedUp = 0
  /// Rows that stood twice, with the same cells, and count once.
  package var repeated = 0
  /// Rows whose key stood before: the line that was left out and the later one that holds; the first few.
  package var replacedLines: [(earlier: Int, later: Int)] = []
  /// What the numbers of these count: lines, or the records of a file whose lines say nothing.
  package var placeWord = "line"
  /// How many there are of them.
  package var replacedCount = 0
  /// Values of earlier files that this file replaced; known after merging.
  package var replacedCells = 0
  /// Anything else worth a line: an unwrapped file, reserved words as headers.
  package var notes: [String] = []
  /// Folded headers of the columns set aside.
  package var protected = ProtectedNames()

  package init(file: String) { self.file = file }

  package static func == (left: LoadReport, right: LoadReport) -> Bool { left.lines == right.lines }
  package func hash(into hasher: inout Hasher) { hasher.combine(lines) }
}
