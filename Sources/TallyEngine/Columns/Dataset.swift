import TallyLanguage
package import TallyPlan

/// All loaded values: at most one table a role, joined by dense video codes.
///
/// The videos axis lists every known video once: first the rows of the videos table, in order, then ids that only the
/// daily table has. A code below `videos.rowCount` is therefore the row of the videos table; any other has no attributes.
package struct Dataset: Sendable {
  /// The id of each code.
  package let videoIDs: [String]
  package let videos: Table?
  package let daily: Table?
  package let channel: Table?
  /// What is known of an audience, protected; no two of people, and no two of views, have a dimension in common.
  package let audience: [AudienceTable]

  package init(
    videoIDs: [String] = [], videos: Table? = nil, daily: Table? = nil, channel: Table? = nil,
    audience: [AudienceTable] = []
  ) {
    self.videoIDs = videoIDs
    self.videos = videos
    self.daily = daily
    self.channel = channel
    self.audience = audience
  }

  /// The same tables with these breakdowns.
  func with(audience: [AudienceTable]) -> Dataset {
    Dataset(videoIDs: videoIDs, videos: videos, daily: daily, channel: channel, audience: audience)
  }

  /// What was found to be damaged of a mapped file while its columns were used; nil while nothing was.
  var damage: Diagnostic? {
    [videos, daily, channel].lazy.compactMap { $0?.columns.damage }.first
  }

  /// The table that a source reads.
  func table(of source: Source) -> Table? {
    source.role == .audience
      ? audience.first { $0.names == source.breakdown }?.table : self[source.role]
  }

  package subscript(role: TableRole) -> Table? {
    switch role {
    case .videos: videos
    case .daily: daily
    case .channel: channel
    case .audience: nil
    }
  }
}

/// One table: columns of equal length by plain name.
///
/// A daily table has, besides its columns, the code of each row's video and its day; a channel table its day. `posted`
/// (instants) is an ordinary column of the videos table.
package struct Table: Sendable {
  package let rowCount: Int
  package let columns: TableColumns
  /// Videos-axis code of each row; empty unless the table is daily.
  package let videoCodes: ColumnValues<UInt32>
  /// Day of each row; empty unless the table is daily or channel.
  package let days: ColumnValues<Int32>
  package let dayIndex: DayIndex

  /// - Parameter dayIndex: that of `days`; nil to have it made.
  package init(
    rowCount: Int, columns: TableColumns, videoCodes: ColumnValues<UInt32> = [],
    days: ColumnValues<Int32> = [], dayIndex: DayIndex? = nil
  ) {
    self.rowCount = rowCount
    self.columns = columns
    self.videoCodes = videoCodes
    self.days = days
    self.dayIndex = dayIndex ?? DayIndex(days)
  }

  package init(
    rowCount: Int, columns: [String: Column], videoCodes: ColumnValues<UInt32> = [],
    days: ColumnValues<Int32> = [], dayIndex: DayIndex? = nil
  ) {
    self.init(
      rowCount: rowCount, columns: TableColumns(columns), videoCodes: videoCodes, days: days,
      dayIndex: dayIndex)
  }
}
