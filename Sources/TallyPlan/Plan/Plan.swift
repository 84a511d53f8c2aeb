package import TallyLanguage
package import TallyPrivacy

/// A query with every name resolved and every rule checked; what an engine runs.
///
/// Holding a `Plan` proves that the analyzer accepted the query: only this target can make one. It names columns by
/// handle alone, so no plan can mention a column that did not pass the scan at load. Rows flow
///
///     sources -> filter -> group -> measures -> items -> missing -> comparison -> having -> order -> top -> rows
///
/// which is also the order that `explain` tells.
package struct Plan: Sendable {
  /// The tables that answer, at most one a role; never empty.
  package let sources: [Source]
  /// What makes a row of the answer, in the order written; empty for a single row.
  package let groups: [Group]
  /// What is added up, each once.
  package let measures: [Measure]
  /// The items in the order asked, each followed by its comparison and share, then those that only `having` or
  /// `sort by` need.
  package let items: [PlannedItem]
  /// What the answer is compared with: `vs`.
  package let comparison: PeriodComparison?
  /// How missing cells are filled: `missing as`; nil leaves them.
  package let fill: Fill?
  package let having: RowFilter?
  /// What orders the rows; ties go by groups ascending.
  package let order: [Order]
  package let choice: Choice?
  package let extras: Extras
  /// What the answer is headed with.
  package let heading: String
  /// `where` in canonical words, for the line that says how many videos it kept; nil without one.
  package let conditionText: String?
  /// What groups and labels of the creator's own stand for, one sentence each; told by `explain`.
  package let definitions: [String]
  /// Where the rows came from, one sentence a source; `explain` tells its tables in a way of its own.
  package let sourceNotes: [String]
  /// Sentences about how the question was read, such as that a week is the week posted.
  package let readingNotes: [String]
  /// Those of `readingNotes` on which the answer rests without the question having said so.
  package let inferences: [String]
  package let clock: ClockSettings
  /// What one video is called: `video` or `post`.
  package let videoWord: String
  /// Rows that rest on fewer videos are told when they are ranked by a rate.
  package let minVideos: Int

  init(
    sources: [Source], groups: [Group], measures: [Measure], items: [PlannedItem],
    comparison: PeriodComparison?, fill: Fill?, having: RowFilter?, order: [Order], choice: Choice?,
    extras: Extras, heading: String, conditionText: String?, definitions: [String],
    sourceNotes: [String], readingNotes: [String], inferences: [String], clock: ClockSettings,
    videoWord: String, minVideos: Int
  ) {
    self.sources = sources
    self.groups = groups
    self.measures = measures
    self.items = items
    self.comparison = comparison
    self.fill = fill
    self.having = having
    self.order = order
    self.choice = choice
    self.extras = extras
    self.heading = heading
    self.conditionText = conditionText
    self.definitions = definitions
    self.sourceNotes = sourceNotes
    self.readingNotes = readingNotes
    self.inferences = inferences
    self.clock = clock
    self.videoWord = videoWord
    self.minVideos = minVideos
  }

  /// What an answer says of how the question was read.
  package var notes: [String] { sourceNotes + readingNotes }
}

/// What cuts days and weeks.
package struct ClockSettings: Sendable, Hashable {
  package var zone: ZoneRules
  /// 1 Monday, 7 Sunday.
  package var weekStart: Int
  /// Later days and later postings are hidden; nil for the last day in the data.
  package var asOf: Day?

  package init(zone: ZoneRules = .utc, weekStart: Int = 1, asOf: Day? = nil) {
    self.zone = zone
    self.weekStart = weekStart
    self.asOf = asOf
  }
}

/// One table with the rows that a query takes from it.
package struct Source: Sendable, Hashable {
  package let role: TableRole
  /// Display names of the files behind it.
  package let files: [String]
  /// What a bare grain and `during` mean here: the day of the row, or the day its video was posted.
  package let timeline: Timeline
  package let filter: VideoFilter?
  /// Days of `timeline` that are kept; nil for all.
  package let days: ClosedRange<Day>?
  /// Days that the table has, as far as `as_of` shows them; nil where it has no dates.
  package let loadedDays: ClosedRange<Day>?
  /// The days that `days` are compared with, where `vs` compares whole answers.
  package let earlierDays: ClosedRange<Day>?
  /// Columns that count up, taken apart into steps before anything is added up.
  package let runningTotals: [ColumnHandle]
  /// Which table of an audience it is, by the plain names of its columns, ascending; empty for other tables.
  package let breakdown: [String]
  /// Of which bucket of time the last snapshot of an audience counts; nil for the newest of all days kept.
  package let snapshotGrain: Grain?

  /// Whose day a bare grain and `during` mean: that of the activity, or that of the posting.
  package enum Timeline: Sendable, Hashable { case activity, posted }

  /// The days that are both loaded and kept; nil where there are none.
  package var visibleDays: ClosedRange<Day>? {
    guard let loadedDays else { return nil }
    guard let days else { return loadedDays }
    return days.overlaps(loadedDays) ? days.clamped(to: loadedDays) : nil
  }
}

/// What makes one group column.
package struct Group: Sendable, Hashable {
  package enum Key: Sendable, Hashable {
    /// A bucket of the source's timeline, or of the day posted.
    case time(Grain, isPosted: Bool)
    /// Whole days, weeks, months ... since the video was posted.
    case age(Grain)
    case video
    /// An attribute of the video.
    case attribute(ColumnHandle)
    /// A text column that daily rows carry themselves.
    case rowAttribute(ColumnHandle)
    /// One group a tag; a video is in each of its tags' groups.
    case tags(ColumnHandle)
    /// The step of a width that a number of the video falls into, by its lower bound.
    case steps(VideoNumber, width: Double, whole: Int64?)
    /// An attribute made up by `define label`.
    case label(Label)
  }
  package let key: Key
  /// As written, blanks collapsed.
  package let name: String
  package let type: ResultType
}

/// One number that is added up over the rows of a group.
package struct Measure: Sendable, Hashable {
  package enum Aggregation: Sendable, Hashable {
    case sum(ColumnHandle)
    /// The value of the last day that has one.
    case last(ColumnHandle)
    /// The largest value of a single row.
    case largest(ColumnHandle)
    /// `sum(column * weight) / sum(weight)`; where a row of the answer is one row of the table, its value as it stands.
    case weightedMean(ColumnHandle, weight: ColumnHandle, isStoredInRows: Bool)
    /// Distinct videos.
    case videos
  }
  package let aggregation: Aggregation
  /// Columns that must all be present in a row for it to count: those of the whole item.
  package let required: [ColumnHandle]
  /// Ages that a video must have lived through, wholly loaded, for any of its rows to count: those of the whole item.
  package let livedThrough: [AgeLimit]
  /// Only rows before this age count; nil for all.
  package let before: AgeLimit?
  /// Index into `Plan.sources`.
  package let source: Int
}

/// An age of a video: the end of its first so many days, weeks, months, quarters or years, counted from the day posted.
package struct AgeLimit: Sendable, Hashable {
  /// At least 1.
  package let count: Int
  package let unit: CalendarUnit
}

/// One column of numbers: an item of the query or what belongs to it, or what `having` and `sort by` need besides.
package struct PlannedItem: Sendable, Hashable {
  /// Where the numbers come from; other items by index into `Plan.items`.
  package enum Content: Sendable, Hashable {
    case formula(Formula)
    /// The same item over the earlier days.
    case before(Int)
    /// An item less its `before`.
    case change(Int, before: Int)
    /// The change as a part of `before`.
    case changeRate(Int, before: Int)
    /// The part of the total.
    case share(Int)
    /// The part of the expected days or videos that have data.
    case coverage
  }
  package let name: String
  package let content: Content
  package let type: ResultType
  /// Index into `Plan.sources`.
  package let source: Int
  package let isShown: Bool
  /// Whether `missing as zero` fills it: plain sums are, rates, levels, windows and statistics are not.
  package let fillsZero: Bool
  /// Whether it is a rate or an average.
  package let isRate: Bool
  package let origins: [ColumnHandle]
}

/// Arithmetic over measures, at the grain of the answer.
package indirect enum Formula: Sendable, Hashable {
  case constant(Double, whole: Int64?)
  /// Index into `Plan.measures`.
  case measure(Int)
  case negated(Formula)
  case binary(Arithmetic, Formula, Formula)
  /// `median saves per video`: worked out for each unit of a group, then one number of those.
  case statistic(AggregateFunction, Formula, per: Each)
  /// `rolling 7 days saves`: worked out anew over the days of a window.
  case window(PlannedWindow, Formula)
}

/// The days of a window, up to the last day of a row.
package enum PlannedWindow: Sendable, Hashable {
  /// From the first day kept.
  case running
  /// So many days, weeks, months ...; `count` is at least 1.
  case rolling(count: Int, CalendarUnit)
}

/// What `vs` compares with.
package struct PeriodComparison: Sendable, Hashable {
  /// How far back: the stretch before, a year, or a range of days that was named.
  package enum Step: Sendable, Hashable { case previous, yearAgo, range }
  package let step: Step
  /// The time group along which rows are compared; nil where whole answers are.
  package let group: Int?
}

/// What `missing as` writes into missing cells.
package enum Fill: Sendable, Hashable {
  case zero
  /// The last value before, along the one time group.
  case previous(group: Int)
}

/// What picks videos, and, where daily rows carry a column themselves, rows.
package indirect enum VideoFilter: Sendable, Hashable {
  case all([VideoFilter])
  case any([VideoFilter])
  case not(VideoFilter)
  case text(TextSubject, TextTest)
  case number(NumberTest)
  /// The day posted, in the zone of the query.
  case posted(ClosedRange<Day>)
  case postedMissing
  case missing(MissingSubject)

  package enum TextSubject: Sendable, Hashable {
    case videoID
    case attribute(ColumnHandle)
    case rowAttribute(ColumnHandle)
    /// Any tag of the video.
    case tags(ColumnHandle)
    case label(Label)
  }
  package enum TextTest: Sendable, Hashable {
    /// One of these, case ignored.
    case isOne(of: [String])
    case contains(String)
    case starts(with: String)
  }
  package enum MissingSubject: Sendable, Hashable {
    case text(TextSubject)
    case number(VideoNumber)
  }
  package struct NumberTest: Sendable, Hashable {
    package let left: VideoNumber
    package let comparison: Comparison
    package let right: VideoNumber
  }
}

/// An attribute made up by `define label`: the text of the first arm whose condition a video meets.
package struct Label: Sendable, Hashable {
  /// One arm; without a condition it takes what is left.
  package struct Arm: Sendable, Hashable {
    package let text: String
    package let condition: VideoFilter?
  }
  package let name: String
  package let arms: [Arm]
}

/// A number of one video, over all loaded days.
package indirect enum VideoNumber: Sendable, Hashable {
  case constant(Double, whole: Int64?)
  /// A column of the videos table.
  case lifetime(ColumnHandle)
  /// A measure of the daily table over all loaded days.
  case days(Measure)
  case binary(Arithmetic, VideoNumber, VideoNumber)
  /// A benchmark word: a statistic of a number over all videos, the same for each.
  case benchmark(AggregateFunction, VideoNumber, name: String, Unit)
}

/// What picks rows of the answer; items by index into `Plan.items`.
package indirect enum RowFilter: Sendable, Hashable {
  case all([RowFilter])
  case any([RowFilter])
  case not(RowFilter)
  case comparison(Int, Comparison, Operand)
  case missing(Int)

  package enum Operand: Sendable, Hashable {
    case item(Int)
    case constant(Double, whole: Int64?)
  }
}

/// One key of the order of rows; missing always comes last.
package struct Order: Sendable, Hashable {
  /// What rows are ordered by.
  package enum Key: Sendable, Hashable {
    /// Index into `Plan.items`.
    case item(Int)
    /// Index into `Plan.groups`.
    case group(Int)
  }
  package let key: Key
  package let isDescending: Bool
}

/// `top N` or `bottom N`.
package struct Choice: Sendable, Hashable {
  package let count: Int
  package let isBottom: Bool
  /// The group within whose values rows are ranked, by index into `Plan.groups`; nil for all rows together.
  package let per: Int?
}

/// What `with` adds.
package struct Extras: Sendable, Hashable {
  package var total = false
  package var others = false
  package var share = false
}
