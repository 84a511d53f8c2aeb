/// What files say of an audience and what is opened of it, for as long as an audit lasts.
///
/// Files are opened again in the order in which they were read, by the same ledgers that open them for a session.
package struct AudienceUnderAudit {
  /// Files that were read together.
  package struct Reading: Sendable {
    let breakdowns: [Breakdown]
    let exposures: [Exposure]
    let totals: [String: Int64]
    let onDay: @Sendable (_ metric: String, _ day: Int32) -> Int64?

    /// The parameters are those of `AudienceLedger.open` and `ExposureLedger.open`.
    package init(
      _ breakdowns: [Breakdown], _ exposures: [Exposure], totals: [String: Int64] = [:],
      onDay: @escaping @Sendable (_ metric: String, _ day: Int32) -> Int64? = { _, _ in nil }
    ) {
      self.breakdowns = breakdowns
      self.exposures = exposures
      self.totals = totals
      self.onDay = onDay
    }
  }

  let readings: [Reading]
  private let people: AudienceLedger
  private let exposure: ExposureLedger
  /// What is open of people when all is read.
  let openPeople: [ProtectedTable]
  /// What is open of views when all is read.
  let openExposure: [ProtectedExposure]
  /// Every breakdown that was judged, open or withheld, in the order of reading.
  package let tables: [AuditedTable]
  /// How many were not opened beside another one that overlaps.
  package let overlapping: Int
  /// How many were not opened beside another day or period.
  package let superseded: Int

  /// - Parameters:
  ///   - people: a ledger of the session's rules in which nothing is open.
  ///   - exposure: the same for views.
  package init(
    _ readings: [Reading], people: AudienceLedger = AudienceLedger(),
    exposure: ExposureLedger = ExposureLedger()
  ) {
    self.readings = readings
    self.people = people
    self.exposure = exposure
    var (openPeople, openExposure) = (people, exposure)
    var (ofPeople, ofExposure): ([[AudienceLedger.Opening]], [[ExposureLedger.Opening]]) = ([], [])
    for reading in readings {
      ofPeople.append(openPeople.open(reading.breakdowns, totals: reading.totals, onDay: reading.onDay))
      ofExposure.append(openExposure.open(reading.exposures))
    }
    self.openPeople = openPeople.tables
    self.openExposure = openExposure.tables
    var tables: [AuditedTable] = []
    for (index, reading) in readings.enumerated() {
      for (place, opening) in ofPeople[index].enumerated() where opening.isJudged {
        let breakdown = reading.breakdowns[place]
        tables.append(
          AuditedTable(
            breakdown, openPeople.table(by: breakdown.dimensions), at: .people(reading: index, place: place)))
      }
      var judged: Set<[String]> = []
      for (place, opening) in ofExposure[index].enumerated() where opening.isJudged {
        let dimensions = reading.exposures[place].dimensions
        guard judged.insert(dimensions).inserted else { continue }
        let places = ofExposure[index].indices.filter {
          ofExposure[index][$0].isJudged && reading.exposures[$0].dimensions == dimensions
        }
        guard let whole = Self.whole(places.map { reading.exposures[$0] }) else { continue }
        tables.append(
          AuditedTable(
            whole, openExposure.table(by: dimensions), at: .exposure(reading: index, places: places)))
      }
    }
    self.tables = tables
    overlapping =
      ofPeople.joined().count { if case .overlapping = $0 { true } else { false } }
      + ofExposure.joined().count { if case .overlapping = $0 { true } else { false } }
    superseded =
      ofPeople.joined().count { if case .superseded = $0 { true } else { false } }
      + ofExposure.joined().count { if case .superseded = $0 { true } else { false } }
  }

  /// One table for periods that are opened as one; the same one twice counts once.
  static func whole(_ parts: [Exposure]) -> Exposure? {
    let different = Array(Set(parts))
    return different.count == 1 ? different[0] : Exposure(adding: different)
  }

  /// Attacks a table with the answers to all that was asked about it, and with the rules.
  package func verdict(on table: AuditedTable, answers: [SeenAnswer]) -> AuditVerdict {
    let months = earlierMonths(of: table)
    // Other months have other numbers; what they tell of the newest is what came and went.
    let answers = months.isEmpty ? answers : answers.filter { $0.attack != .snapshots }
    var ranges: [String: [OpenRange]] = [:]
    for groups in foldedGroups(of: table) {
      ranges[groups.number, default: []] += KnownRulesAttack(groups: groups.groups).ranges()
        .map { $0.inPeople(groups.groups.crowd, table.crowd) }
    }
    return AuditVerdict(
      table, answers: answers, knownRules: ranges, changes: months.map { openChange($0) })
  }

  /// Where the snapshots stand that are kept beside a table as earlier months.
  private func earlierMonths(of table: AuditedTable) -> [(reading: Int, place: Int)] {
    guard case .people(let reading, _) = table.source else { return [] }
    return readings[reading].breakdowns.indices.filter { place in
      let breakdown = readings[reading].breakdowns[place]
      return breakdown.dimensions == table.dimensions
        && openPeople.contains { open in
          open.dimensions.map(\.name) == table.dimensions && open.earlier.contains { $0.day == breakdown.day }
        }
    }.map { (reading, $0) }
  }

  /// How many numbers every change since an earlier month may be, for somebody who knows besides how many people there
  /// were in all: those that a group may have been rounded down from.
  private func openChange(_ month: (reading: Int, place: Int)) -> OpenRange {
    let breakdown = readings[month.reading].breakdowns[month.place]
    guard let open = openPeople.first(where: { $0.dimensions.map(\.name) == breakdown.dimensions }),
      let earlier = open.earlier.first(where: { $0.day == breakdown.day })
    else { return OpenRange(lower: 0, upper: 0) }
    return changeBesideTotal(breakdown.without(open.leftOut) ?? breakdown, earlier)
  }

  /// The same for somebody who knows besides how many people there were in all, and so how much was rounded away of all
  /// rows together.
  private func changeBesideTotal(_ breakdown: Breakdown, _ month: EarlierMonth) -> OpenRange {
    let all = breakdown.buckets.reduce(0) { $0 + $1.people }
    let most = month.step - 1
    let roundedAway = all - month.rows.reduce(0) { $0 + ($1.people ?? 0) }
    // What the others may be rounded by leaves so much for each.
    let least = max(roundedAway - most * Int64(month.rows.count - 1), 0)
    return OpenRange(lower: least, upper: min(roundedAway, most))
  }

  /// Whether the same is open with another breakdown in the place of one.
  func opensAlike(_ other: Breakdown, reading: Int, place: Int) -> Bool {
    var ledger = people
    for (index, read) in readings.enumerated() {
      var breakdowns = read.breakdowns
      if index == reading { breakdowns[place] = other }
      _ = ledger.open(breakdowns, totals: read.totals, onDay: read.onDay)
    }
    return ledger.tables.elementsEqual(openPeople) { $0.says(whatSays: $1) }
  }

  /// Whether the same is open with one table of views in the place of some.
  func opensAlike(_ other: Exposure, reading: Int, places: [Int]) -> Bool {
    var ledger = exposure
    for (index, read) in readings.enumerated() {
      var exposures = read.exposures
      if index == reading { for place in places { exposures[place] = other } }
      _ = ledger.open(exposures)
    }
    return ledger.tables == openExposure
  }
}

extension ProtectedTable {
  /// Whether it shows what another one shows; how shares are judged is not shown.
  fileprivate func says(whatSays other: ProtectedTable) -> Bool {
    dimensions == other.dimensions && earlier == other.earlier && counted == other.counted
      && share == other.share && rows == other.rows
      && leftOut == other.leftOut && day == other.day && isApproximate == other.isApproximate
  }
}

extension OpenRange {
  /// A range of so many units as one of people, where a crowd is as many units; wide enough is wide enough.
  fileprivate func inPeople(_ units: Int64, _ crowd: Int64) -> OpenRange {
    if units == crowd { return self }
    let isOpen = width >= units - 1
    return OpenRange(lower: 0, upper: isOpen ? crowd - 1 : min(width * crowd / max(units, 1), crowd - 2))
  }
}

extension AudienceOpening {
  fileprivate var isJudged: Bool {
    switch self {
    case .opened, .withheld: true
    case .earlierMonth, .unlikeNewest, .repeated, .superseded, .overlapping, .ambiguous: false
    }
  }
}
