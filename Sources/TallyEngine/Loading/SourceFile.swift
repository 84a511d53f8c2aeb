package import TallyLanguage
package import TallyPlan
package import TallyPrivacy

/// A data file as the shell hands it over; nothing below the shell opens files.
package struct SourceFile: Sendable {
  /// The path as it was typed, for messages; of what was packed, followed by `/` and its name in there.
  package let name: String
  package let bytes: FileBytes
  /// The own name of the archive or workbook that it was packed in, without folders; nil for a plain file.
  package let container: String?

  package init(name: String, bytes: [UInt8], container: String? = nil) {
    self.init(name: name, bytes: FileBytes(bytes), container: container)
  }

  package init(name: String, bytes: FileBytes, container: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.container = container
  }
}

/// What was said about files beside the files themselves.
package struct LoadOptions: Sendable {
  /// A `column NAME in ROLE is KIND` line.
  package struct Declaration: Sendable, Hashable {
    /// The plain name or the header.
    package let column: String
    package let role: TableRole
    package let kind: ColumnKind
    /// The word after the second `in`, such as `seconds`; nil where none was written.
    package let unit: String?

    package init(column: String, role: TableRole, kind: ColumnKind, unit: String? = nil) {
      self.column = column
      self.role = role
      self.kind = kind
      self.unit = unit
    }
  }

  /// How `03/04/2025` is to be read.
  package enum DateOrder: String, Sendable, Hashable { case mdy, dmy }

  package var declarations: [Declaration]
  /// The year of the last date of files whose dates have none.
  package var year: Int?
  /// When the file was exported, where that is known; settles its years where `year` does not.
  package var exportDay: ExportDay?
  package var dateOrder: DateOrder?
  /// Which columns are never loaded.
  package var policy = Policy.builtIn
  /// The rules of a named time zone, nil where the system knows no such zone.
  package var zone: @Sendable (String) -> ZoneRules?
  /// Where long tables are cut.
  package var cuts = TextCuts.standard
  /// Asked every few hundred rows, by all threads that read.
  package var isCancelled: @Sendable () -> Bool = { false }

  package init(
    declarations: [Declaration] = [], year: Int? = nil, exportDay: ExportDay? = nil,
    dateOrder: DateOrder? = nil,
    zone: @escaping @Sendable (String) -> ZoneRules?
  ) {
    self.declarations = declarations
    self.year = year
    self.exportDay = exportDay
    self.dateOrder = dateOrder
    self.zone = zone
  }
}

extension LoadOptions {
  /// Whether the policy keeps a column out, by its header, its name or another word for it.
  func keepsOut(_ header: String, _ name: String) -> Bool {
    Self.keepsOut(header, name, policy)
  }

  /// Whether a policy keeps a column out.
  static func keepsOut(_ header: String, _ name: String, _ policy: Policy) -> Bool {
    ([header, name] + (StandardCatalog.column(named: name)?.aliases ?? [])).contains { policy.setsAside($0) }
  }
}

/// Why a file was not loaded.
package enum LoadFailure: Error, Sendable, Hashable {
  /// Stopped from the keyboard or by a signal.
  case cancelled
  /// The file is damaged or unclear: an F code, exit status 4.
  case diagnostic(Diagnostic)
  /// The file is about people: a P3xx code, exit status 3. `PeopleFile(refusal)` has the words of a P303.
  case refusal(Refusal, file: String)
}

/// One file, read: typed columns of one table, and the report.
///
/// A value; the session keeps the list of them.
package struct LoadedFile: Sendable {
  /// The path as it was typed.
  package let name: String
  /// nil where the file is of a kind that is not read yet, `notYet` then says so, and where it splits an audience.
  package let table: FileTable?
  /// What it says about an audience, not protected yet; empty for other files.
  package let audience: [AudiencePart]
  package let report: LoadReport
  /// Why nothing was kept of a file that is well but not read yet (F code).
  package let notYet: Diagnostic?

  package init(
    name: String, table: FileTable?, report: LoadReport, audience: [AudiencePart] = [],
    notYet: Diagnostic? = nil
  ) {
    self.name = name
    self.table = table
    self.audience = audience
    self.report = report
    self.notYet = notYet
  }

  /// The headers that were set aside, to be protected in questions.
  package var protected: ProtectedNames { report.protected }
}

/// The columns of one file, one row a key.
package struct FileTable: Sendable {
  package let role: TableRole
  package let rowCount: Int
  /// The video of each row; nil in a channel table.
  package let videos: TextColumn?
  /// True where the file has no ids and its rows were numbered.
  let isNumbered: Bool
  /// The header of the video column, for brackets.
  package let videoHeader: String
  /// The day of each row; empty in a videos table.
  package let days: ColumnValues<Int32>
  package let dateHeader: String
  /// In file order.
  package let columns: [FileColumn]
  /// The word of the preset for one video, `post`; nil for plain files.
  package let videoWord: String?
  package let platform: String?
  /// The ids of videos by the ids in their links, where the platform has two kinds.
  let linked: [String: String]
  /// What creators ask of the platform and its export does not have.
  let lacks: [String: String]
}

extension FileTable {
  /// The table with other rows of days.
  func replacing(days: ColumnValues<Int32>, columns: [FileColumn]) -> FileTable {
    FileTable(
      role: role, rowCount: days.count, videos: videos, isNumbered: isNumbered, videoHeader: videoHeader,
      days: days, dateHeader: dateHeader, columns: columns, videoWord: videoWord, platform: platform,
      linked: linked, lacks: lacks)
  }

  /// The table with other ids of its videos.
  func renamed(_ videos: TextColumn) -> FileTable {
    FileTable(
      role: role, rowCount: rowCount, videos: videos, isNumbered: isNumbered, videoHeader: videoHeader,
      days: days, dateHeader: dateHeader, columns: columns, videoWord: videoWord, platform: platform,
      linked: linked, lacks: lacks)
  }
}

/// One admitted column of a file.
package struct FileColumn: Sendable {
  /// What the analyzer will know of it.
  package let description: CatalogColumn
  package let values: Column
}
