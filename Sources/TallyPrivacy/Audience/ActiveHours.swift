/// How many followers were active in each hour of some days, as an export says it; nothing of it may be shown.
///
/// It exists between reading and `ActiveHoursLedger.open`, which makes of it what may be shown.
package struct ActiveHours: Sendable, Hashable {
  /// By hour of the day, 0...23: the people of each day that is known.
  let people: [[Int64]]

  /// - Parameter rows: numbers of people from 0 on; several for one hour are those of several days.
  /// - Returns: nil for an hour that no day has, and for more people than there can be.
  package init?(_ rows: [(hour: Int, people: Int64)]) {
    var people = [[Int64]](repeating: [], count: 24)
    for row in rows {
      guard people.indices.contains(row.hour), (0...Self.most).contains(row.people) else { return nil }
      people[row.hour].append(row.people)
    }
    self.people = people.map { $0.sorted() }
  }

  /// More than there are people, and so few that no file has rows enough to make a sum of them too large.
  private static let most: Int64 = 10_000_000_000

  /// The hours that the file has, each with the average over its days.
  var averages: [(hour: Int, people: Double)] {
    people.enumerated().compactMap { hour, days in
      days.isEmpty ? nil : (hour, Double(days.reduce(0, +)) / Double(days.count))
    }
  }
}

/// How many followers are active in each hour of a day, on average, without the hours in which they are no crowd.
///
/// Its initializer is private to this file: holding one proves that `protect` made it.
package struct ProtectedHours: Sendable, Hashable {
  /// One hour that may be shown.
  package struct Row: Sendable, Hashable {
    /// 0...23, as the platform's clock has it.
    package let hour: Int
    /// The average over the days, rounded.
    package let people: Int64
  }

  /// The column of `hour`.
  package let hour: ColumnHandle
  /// The column of `people`.
  package let counted: ColumnHandle
  /// By hour.
  package let rows: [Row]
  /// Whether hours of the file are left out; for what reason is not told.
  package let leavesOut: Bool

  fileprivate init(rows: [Row], leavesOut: Bool) {
    hour = .mint(table: "audience", name: "active_hour", meaning: .audienceDimension, isProtected: true)
    counted = .mint(table: "audience", name: "active_followers", meaning: .audience, isProtected: true)
    self.rows = rows
    self.leavesOut = leavesOut
  }
}

/// Leaves out the hours that may not be shown.
///
/// The same people are active in several hours and on several days. So no sum over hours says how many people they are, and
/// none is shown: nothing can be taken away from it to get at an hour that is left out, of which no more is told than that
/// it is no crowd. An hour is one where its average is: then so many people at least were active on some day. Days are not
/// kept, because an hour at night that is a crowd over a week may be one person on a Tuesday.
///
/// - Parameters:
///   - followers: how many there are, where anything tells; else as many as the fullest hour has at least.
///   - leftOut: whether hours were left out before.
/// - Returns: nil where nothing of it may be shown.
func protect(
  _ hours: ActiveHours, followers: Int64?, crowd: CrowdSize = .standard, leftOut: Bool = false
) -> ProtectedHours? {
  let averages = hours.averages
  let fullest = averages.map(\.people).max() ?? 0
  guard followers.map({ $0 >= crowd.whole }) ?? (fullest >= Double(crowd.whole)) else { return nil }
  let shown = averages.filter { $0.people >= Double(crowd.people) }
  guard !shown.isEmpty else { return nil }
  return ProtectedHours(
    rows: shown.map { ProtectedHours.Row(hour: $0.hour, people: Int64($0.people.rounded())) },
    leavesOut: leftOut || shown.count < averages.count)
}

/// The hours that a session has opened: those of one export, as two of them would tell single days apart.
package struct ActiveHoursLedger: Sendable, Hashable {
  /// What became of an export.
  package typealias Opening = AudienceOpening<ProtectedHours>

  /// What the hours are protected by.
  private let crowd: CrowdSize
  private var isOpen = false
  /// nil where none was read, or nothing of it may be shown.
  package private(set) var table: ProtectedHours?

  package init(crowd: CrowdSize = .standard) { self.crowd = crowd }

  /// Whether nothing was given to it yet.
  package var isUntouched: Bool { !isOpen }

  /// Whether an export was read of which nothing may be shown.
  package var isWithheld: Bool { isOpen && table == nil }

  /// Opens hours that were read together.
  ///
  /// - Returns: what became of each, in order. Where one is ambiguous, nothing is to be kept of this ledger.
  package mutating func open(_ exports: [ActiveHours], followers: Int64?) -> [Opening] {
    let wasOpen = isOpen
    return exports.enumerated().map { place, hours in
      let protected = protect(hours, followers: followers, crowd: crowd)
      if wasOpen {
        guard let table else { return .withheld }
        return protected == table ? .repeated : .superseded
      }
      if place > 0 { return hours == exports[0] ? .repeated : .ambiguous(with: 0) }
      isOpen = true
      table = protected
      return protected.map { .opened($0) } ?? .withheld
    }
  }

  /// Opens hours that were protected before, such as a snapshot holds; they are protected again by the rules in force.
  ///
  /// - Parameters:
  ///   - hours: nil where nothing of them may be shown.
  ///   - leavesOut: whether hours of the file were left out.
  /// - Returns: whether they are open again; nothing changes where something was given to the ledger before.
  package mutating func reopen(_ hours: ActiveHours?, leavesOut: Bool, followers: Int64?) -> Bool {
    guard isUntouched else { return false }
    isOpen = true
    table = hours.flatMap { protect($0, followers: followers, crowd: crowd, leftOut: leavesOut) }
    return table != nil || hours == nil
  }
}
