/// Sizes that the groups which are left out may have in another table, so that they are still sums of others there.
///
/// Their own; all that is shown; and in each line through them all that is folded, alone and with the smallest group that
/// is shown, the two smallest that are shown, and all of these. Whether they are left out then, the rules are asked.
///
/// - Parameters:
///   - leftOut: their labels.
///   - groups: the groups that are not folded, those that are left out among them.
///   - fold: what all that is folded comes to.
/// - Returns: sizes by labels, one or more ways; those that are not in one keep their own.
func possibleSums(
  _ leftOut: [[String?]], beside groups: [(labels: [String?], size: Int64)], fold: Int64
) -> [[[String?]: Int64]] {
  if leftOut.isEmpty { return [[:]] }
  let shown = groups.filter { !leftOut.contains($0.labels) }
  let whole = shown.reduce(fold) { $0 + $1.size }
  let ways: [(_ line: [Int64]) -> Int64?] = [
    { _ in fold },
    { $0.first.map { $0 + fold } },
    { $0.count >= 2 ? $0[0] + $0[1] : nil },
    { $0.count >= 2 ? $0.reduce(0, +) : nil },
  ]
  func line(_ labels: [String?], _ place: Int) -> [Int64] {
    shown.filter { labels.count == 1 || $0.labels[place] == labels[place] }.map(\.size).sorted()
  }
  let width = leftOut[0].count
  var all: [[[String?]: Int64]] = [[:], Dictionary(leftOut.map { ($0, whole) }, uniquingKeysWith: { $1 })]
  for places in width == 2 ? [[0, 1], [1, 0]] : [[0]] {
    for way in ways {
      let sums = leftOut.compactMap { labels in
        places.lazy.compactMap { way(line(labels, $0)) }.first.map { (labels, $0) }
      }
      all.append(Dictionary(sums, uniquingKeysWith: { $1 }))
    }
  }
  return all
}
