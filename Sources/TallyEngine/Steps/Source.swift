import TallyLanguage
import TallyPlan
import TallyPrivacy

/// One table as a source reads it: running totals taken apart, and the day of each row on the source's timeline.
struct SourceTable {
  let source: Source
  let table: Table
  /// The day of each row of the table: that of the activity, or that of the posting; `VideoFacts.unknown` without one.
  let days: ColumnValues<Int32>
  let dayIndex: DayIndex
  /// The video of each row of the table; empty for a channel.
  let videoCodes: ColumnValues<UInt32>

  init(_ source: Source, _ facts: VideoFacts) {
    self.source = source
    let raw = facts.dataset.table(of: source) ?? Table(rowCount: 0, columns: [:])
    table = raw.takenApart(source.runningTotals, postedDays: facts.postedDays)
    if source.role == .videos {
      days = ColumnValues(facts.postedDays.prefix(table.rowCount))
      dayIndex = DayIndex(days)
    } else {
      (days, dayIndex) = (table.days, table.dayIndex)
    }
    videoCodes = source.role == .videos ? ColumnValues(0..<UInt32(table.rowCount)) : table.videoCodes
  }

  /// The day of each row as a code.
  var dayCodes: RowCodes { .days(days, dayIndex) }

  /// The video of each row as a code.
  var codesOfVideos: RowCodes { .numbers(videoCodes) }

  /// Where rows of some columns are missing; columns without gaps are left out.
  func incomplete(_ columns: [ColumnHandle]) -> [Validity] {
    columns.compactMap { table.columns[$0.name]?.validity }.filter { !$0.isComplete }
  }
}

/// What filtering and grouping made of one source.
struct SourceRows {
  let input: SourceTable
  let kept: KeptRows
  let grouped: GroupedRows

  var source: Source { input.source }
  var table: Table { input.table }
}
