package import TallyLanguage
package import TallyPrivacy

/// A query with every name resolved and every rule checked; what an engine runs.
///
/// Holding a `Plan` proves that the analyzer accepted the query: only this target can make one. It names columns by
/// handle alone, so no plan can mention a column that did not pass the scan at load. Rows flow
///
///     sources -> filter -> group -> measures -> formulas -> shares -> having -> order -> top -> rows
///
/// which is also the order that `explain` tells.
package struct Plan: Sendable {
  /// The tables that answer, at most one a role; never empty.
  package let sources: [Source]
  /// What makes a row of the answer, in the order written; empty for a single row.
  package let groups: [Group]
  /// What is added up, each once.
  package let measures: [Measure]
  /// The items in the order asked, then those that only `having` or `sort by` need.
  package let items: [PlannedItem]
  package let having: RowFilter?
  /// What orders the rows; ties go by groups ascending.
  package let order: [Order]
  package let choice: Choice?
  package let extras: Extras
  /// What the answer is headed with.
  package let heading: String
  /// `where` in canonical words, for the line that says how many videos it kept; nil without one.
  package let conditionText: String?
  /// Sentences about how the question was read, such as that a week is the week posted.
  package let notes: [String]
  /// Those of `notes` on which the answer rests without the question having said so.
  package let inferences: [String]
  package let clock: ClockSettings
  /// What one video is called: `video` or `post`.
  package let videoWord: String

  init(
    sources: [Source], groups: [Group], measures: [Measure], items: [PlannedItem], having: RowFilter?,
    order: [Order], choice: Choice?, extras: Extras, heading: String, conditionText: String?, notes: [String],
    inferences: [String], clock: ClockSettings,
    videoWord: String
  ) {
    self.sources = sources
    self.groups = groups
    self.measures = measures
    self.items = items
    self.having = having
    self.order = order
    self.choice = choice
    self.extras = extras
    self.heading = heading
    self.conditionText = conditionText
    self.notes = notes
    self.inferences = inferences
    self.clock = clock
    self.videoWord = videoWord
  }
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

  /// Whose day a bare grain and `during` mean: that of the activity, or that of the posting.
  package enum Timeline: Sendable, Hashable { case activity, posted }
}

/// What makes one group column.
package struct Group: Sendable, Hashable {
  package enum Key: Sendable, Hashable {
    /// A bucket of the source's timeline, or of the day posted.
    case time(Grain, isPosted: Bool)
    case video
    /// An attribute of the video.
    case attribute(ColumnHandle)
    /// A text column that daily rows carry themselves.
    case rowAttribute(ColumnHandle)
    /// One group a tag; a video is in each of its tags' groups.
    case tags(ColumnHandle)
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
    /// `sum(column * weight) / sum(weight)`
    case weightedMean(ColumnHandle, weight: ColumnHandle)
    /// Distinct videos.
    case videos
  }
  package let aggregation: Aggregation
  /// Columns that must all be present in a row for it to count: those of the whole item.
  package let required: [ColumnHandle]
  /// Index into `Plan.sources`.
  package let source: Int
}

/// One column of numbers: an item of the query, or what `having` and `sort by` need besides.
package struct PlannedItem: Sendable, Hashable {
  package let name: String
  package let formula: Formula
  package let type: ResultType
  /// Index into `Plan.sources`.
  package let source: Int
  package let isShown: Bool
  /// Followed by its share of the total.
  package let hasShare: Bool
  package let origins: [ColumnHandle]
}

/// Arithmetic over measures, at the grain of the answer.
package indirect enum Formula: Sendable, Hashable {
  case constant(Double, whole: Int64?)
  /// Index into `Plan.measures`.
  case measure(Int)
  case negated(Formula)
  case binary(Arithmetic, Formula, Formula)
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

/// A number of one video, over all loaded days.
package indirect enum VideoNumber: Sendable, Hashable {
  case constant(Double, whole: Int64?)
  /// A column of the videos table.
  case lifetime(ColumnHandle)
  /// A counter of the daily table, all loaded days added up.
  case daysSummed(ColumnHandle)
  case binary(Arithmetic, VideoNumber, VideoNumber)
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
}

/// What `with` adds.
package struct Extras: Sendable, Hashable {
  package var total = false
  package var others = false
  package var share = false
}
