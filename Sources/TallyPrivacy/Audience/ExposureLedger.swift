/// The views by audience that a session has opened; what was opened once is never opened another way.
///
/// As with people, two of them that share a dimension could be set against each other until a small group is left over, and
/// so could countries and their cities, and two periods. So every dimension is in one open table at most. People and views
/// are apart: no number of the one follows from the other.
package struct ExposureLedger: Sendable, Hashable {
  /// What became of a table of views.
  package typealias Opening = AudienceOpening<ProtectedExposure>

  private struct Entry: Hashable {
    let dimensions: [String]
    let table: ProtectedExposure?
  }

  private var entries: [Entry] = []

  /// What every table is protected by.
  private let crowd: CrowdSize

  package init(crowd: CrowdSize = .exposure) { self.crowd = crowd }

  /// Whether nothing was given to it yet.
  package var isUntouched: Bool { entries.isEmpty }

  /// The tables that may be shown, in an order that does not depend on that of loading.
  package var tables: [ProtectedExposure] {
    entries.sorted { $0.dimensions.lexicographicallyPrecedes($1.dimensions) }.compactMap(\.table)
  }

  /// Dimensions by which no views may be shown.
  package var withheld: [String] { entries.filter { $0.table == nil }.flatMap(\.dimensions).sorted() }

  /// The open table of exactly these dimensions, given ascending.
  package func table(by dimensions: [String]) -> ProtectedExposure? {
    entries.first { $0.dimensions == dimensions }?.table
  }

  /// Opens tables that were read together; their order makes no difference.
  ///
  /// Those of the same groups for days that do not overlap are one, and opened as one: no part of it is kept.
  ///
  /// - Returns: what became of each, in order. Where one is ambiguous, nothing is to be kept of this ledger.
  package mutating func open(_ exposures: [Exposure]) -> [Opening] {
    var openings = [Opening](repeating: .withheld, count: exposures.count)
    let periods = periods(of: exposures)
    var openedBy: [Int: Period] = [:]
    for period in periods.sorted(by: { isPreferred($0.exposure, to: $1.exposure) }) {
      let exposure = period.exposure
      let opening: Opening
      if let held = entries.firstIndex(where: { overlap($0.dimensions, exposure.dimensions) }) {
        if entries[held].dimensions != exposure.dimensions {
          opening = .overlapping(entries[held].dimensions)
        } else if let first = openedBy[held] {
          opening = compare(exposure, with: first.exposure, at: first.places[0])
        } else {
          opening = self.opening(of: exposure, beside: entries[held].table)
        }
      } else {
        let table = protect(exposure, crowd: crowd)
        openedBy[entries.count] = period
        entries.append(Entry(dimensions: exposure.dimensions, table: table))
        opening = table.map { .opened($0) } ?? .withheld
      }
      for place in period.places { openings[place] = opening }
    }
    return openings
  }

  /// Opens what was protected before, such as a snapshot holds; every table is protected again by the rules in force.
  ///
  /// - Parameter withheld: dimensions by which no views may be shown.
  /// - Returns: whether all of it is open again; nothing changes where something was given to the ledger before.
  package mutating func reopen(_ exposures: [Exposure], withheld: [String]) -> Bool {
    guard isUntouched else { return false }
    let isWhole = open(exposures).allSatisfy { if case .opened = $0 { true } else { false } }
    for dimension in withheld where !entries.contains(where: { $0.dimensions.contains(dimension) }) {
      entries.append(Entry(dimensions: [dimension], table: nil))
    }
    return isWhole
  }

  /// One or more tables that are opened as one.
  private struct Period {
    let exposure: Exposure
    /// Where they stand among those that were read together.
    var places: [Int]
  }

  /// Tables with those added up that can be; the same one twice counts once.
  private func periods(of exposures: [Exposure]) -> [Period] {
    var different: [Period] = []
    for (place, exposure) in exposures.enumerated() {
      if let known = different.firstIndex(where: { $0.exposure == exposure }) {
        different[known].places.append(place)
      } else {
        different.append(Period(exposure: exposure, places: [place]))
      }
    }
    var periods: [Period] = []
    let byGroups = Dictionary(grouping: different.filter { $0.exposure.days != nil }) {
      $0.exposure.dimensions
    }
    for parts in byGroups.values {
      if parts.count > 1, let sum = Exposure(adding: parts.map(\.exposure)) {
        periods.append(Period(exposure: sum, places: parts.flatMap(\.places)))
      } else {
        periods += parts
      }
    }
    return periods + different.filter { $0.exposure.days == nil }
  }

  /// What becomes of a table beside one of the same dimensions that was opened before.
  private func opening(of exposure: Exposure, beside open: ProtectedExposure?) -> Opening {
    guard let open else { return .withheld }
    guard let new = protect(exposure, crowd: crowd) else { return .superseded }
    let isSame =
      new.rows == open.rows && new.counted == open.counted && new.watchTime == open.watchTime
    return isSame ? .repeated : .superseded
  }

  /// What becomes of a table beside one of the same dimensions that was read with it and preferred.
  private func compare(_ exposure: Exposure, with first: Exposure, at place: Int) -> Opening {
    if first.says(whatSays: exposure) { return .repeated }
    return exposure.days == first.days ? .ambiguous(with: place) : .superseded
  }
}

/// Whether a table is opened before another one: the finer before the coarser, more numbers before fewer, the later before
/// the earlier and those of unknown days, then by names.
private func isPreferred(_ left: Exposure, to right: Exposure) -> Bool {
  if left.dimensions.count != right.dimensions.count { return left.dimensions.count > right.dimensions.count }
  if left.numbers != right.numbers { return left.numbers > right.numbers }
  let (leftDay, rightDay) = (left.days?.upperBound ?? .min, right.days?.upperBound ?? .min)
  if leftDay != rightDay { return leftDay > rightDay }
  return areInOrder(left.dimensions, right.dimensions)
}

extension Exposure {
  /// How many numbers it has of a group.
  fileprivate var numbers: Int { counted.count + (hasWatchTime ? 1 : 0) }
}
