import TallyEngine
import TallyPlan
import TallyPrivacy
import TallyRender

extension LoadReport {
  /// The report as data; like the text, it holds no value of the file and no header that was set aside.
  var record: Record {
    Record([
      ("kind", .text("load")), ("file", .text(file)), ("table", role.map { .text($0.rawValue) } ?? .missing),
      ("preset", preset.map { .text($0) } ?? .missing), ("rows", .count(rows)),
      ("clock", clock.map { .text($0) } ?? .missing),
      ("columns", .list(kept.map { .record($0.record) })),
      ("unknown", .texts(unknown)), ("unknown_hidden", .count(hiddenUnknown)),
      ("not_loaded", .texts(notLoaded)), ("set_aside", .list(setAsideRecords)),
      ("own_account_columns", .count(ownAccountColumns)), ("masked", .count(masked)),
      ("missing_cells", .count(missingCells)), ("damaged_cells", .count(damagedCells)),
      ("rounded_cells", .count(roundedCells)),
      ("skipped_rows", .count(skippedRows)), ("unmatched_rows", .count(unmatchedRows)),
      ("added_up_rows", .count(addedUp)), ("repeated_rows", .count(repeated)),
      ("replaced_rows", .count(replacedCount)), ("replaced_cells", .count(replacedCells)),
      ("notes", .texts(notes)),
    ])
  }

  private var setAsideRecords: [Record.Value] {
    setAside.sorted { $0.key < $1.key }.map { code, count in
      .record(Record([("code", .text(code.rawValue)), ("columns", .count(count))]))
    }
  }
}

extension LoadReport.Kept {
  fileprivate var record: Record {
    Record([
      ("name", .text(name)), ("header", .text(header)), ("kind", .text(kind.word)),
      ("certain", .flag(isCertain)),
    ])
  }
}
