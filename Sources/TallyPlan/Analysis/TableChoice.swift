import TallyLanguage
import TallyPrivacy

/// What a query asks of the table that answers an item, apart from the item's own columns.
struct TableNeeds {
  /// A bare grain, `during` and their like: the days of the activity matter.
  var activityTime = false
  /// The age of a video matters: `within` or `since posted`, with the place of the first and what it is called.
  var age: (what: String, span: SourceSpan)?
  /// Rows must belong to videos: `where`, or a group that describes videos.
  ///
  /// Holds what asks for it, for messages.
  var videos: String?
  /// Daily rows must carry this column themselves.
  var rowColumns: [String] = []
  /// Groups are those of an audience.
  var audience = false
}

/// The table that answers an item.
struct TableChoice: Hashable {
  let role: TableRole
  let timeline: Source.Timeline
  /// Activity was asked for, but only posting time is there.
  let readsActivityAsPosted: Bool
}

extension AnalysisContext {
  /// Chooses the one table that has every column of an item, by the rules of the language's table choice.
  ///
  /// Without activity time: lifetime totals, else the loaded days added up, else the channel's days. With it: the daily
  /// table where videos are needed, otherwise channel days, else daily; else videos by posting time.
  ///
  /// - Throws: C005 when no one table has all columns, C006 when only the channel table has them but videos are needed,
  ///   C015 when ages are asked for and no day of activity is known, or no day posted.
  func chooseTable(
    for columns: [(name: String, span: SourceSpan)], countingVideos: Bool, needs: TableNeeds,
    at span: SourceSpan
  ) throws(Diagnostic) -> TableChoice {
    let names = columns.map(\.name)
    if let choice = audienceChoice(for: names, countingVideos: countingVideos, needs: needs) { return choice }
    func has(_ role: TableRole) -> Bool {
      guard let table = catalog[role] else { return false }
      let wanted = columns.map(\.name) + (role == .daily ? needs.rowColumns : [])
      if role != .daily && !needs.rowColumns.isEmpty { return false }
      return wanted.allSatisfy { table.column(named: $0) != nil }
    }
    func dated(_ role: TableRole) -> Bool { catalog[role]?.days != nil }
    let channelMayAnswer = needs.videos == nil && !countingVideos && has(.channel)

    if let age = needs.age {
      guard has(.daily), dated(.videos) else {
        if !has(.daily) && !has(.videos) {
          throw .noTableHasAll(columns.map(\.name), catalog: catalog, at: span)
        }
        throw .ageNeedsDays(age.what, hasDays: has(.daily), columns.map(\.name), at: age.span)
      }
      return TableChoice(role: .daily, timeline: .activity, readsActivityAsPosted: false)
    }
    if needs.activityTime {
      if channelMayAnswer {
        return TableChoice(role: .channel, timeline: .activity, readsActivityAsPosted: false)
      }
      if has(.daily) { return TableChoice(role: .daily, timeline: .activity, readsActivityAsPosted: false) }
      if has(.videos), dated(.videos) {
        return TableChoice(role: .videos, timeline: .posted, readsActivityAsPosted: true)
      }
    } else {
      if has(.videos) { return TableChoice(role: .videos, timeline: .posted, readsActivityAsPosted: false) }
      if has(.daily) { return TableChoice(role: .daily, timeline: .activity, readsActivityAsPosted: false) }
      if channelMayAnswer {
        return TableChoice(role: .channel, timeline: .activity, readsActivityAsPosted: false)
      }
    }
    if let reason = needs.videos, has(.channel) {
      throw .channelHasNoVideos(columns.map(\.name), because: reason, at: span)
    }
    if needs.activityTime, has(.videos) { throw .noDates(at: span) }
    throw .noTableHasAll(columns.map(\.name), catalog: catalog, at: span)
  }
}
