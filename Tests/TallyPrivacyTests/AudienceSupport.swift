@testable import TallyPrivacy

func breakdown(
  _ sizes: [Int64], total: Int64? = nil, by dimensions: [String] = ["country"], day: Int32? = nil
) -> Breakdown? {
  let rows = sizes.enumerated().map { place, size in
    Breakdown.Bucket(dimensions.map { _ in "g\(place)" }, people: size)
  }
  return Breakdown(by: dimensions, of: "followers", .count, rows: rows, day: day, printedTotal: total)
}

/// What is shown of groups `g0`, `g1` ...: the size of each that stays, and of those that are counted together.
struct Shown: Hashable {
  var visible: [Int: Int64] = [:]
  var folded: Int64?
  /// Those that are sums of others.
  var leftOut: Set<Int> = []

  /// nil where nothing is shown.
  init?(_ sizes: [Int64], total: Int64? = nil, crowd: CrowdSize = .standard) {
    guard let breakdown = breakdown(sizes, total: total),
      let table = protect(breakdown, followers: nil, crowd: crowd)
    else { return nil }
    leftOut = Set(table.leftOut.compactMap { $0.first??.dropFirst() }.compactMap { Int($0) })
    for row in table.rows {
      if row.labels == [ProtectedTable.foldedLabel] {
        folded = row.people
      } else if let place = row.labels.first??.dropFirst() {
        visible[Int(place) ?? -1] = row.people
      }
    }
  }
}
