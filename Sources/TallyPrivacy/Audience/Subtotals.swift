/// Groups that are sums of others with a folded one among them, such as a region beside its countries.
///
/// Shown, such a group would tell what the folded one has. Sums are tried among up to a dozen groups; among more of
/// them almost every number is the sum of some others, so there only the sum of all others counts. The name of a region
/// beside countries counts everywhere: shares are rounded, and some of its countries may be missing.
///
/// - Parameters:
///   - groups: labels and sizes, ascending by size.
///   - folded: the places of those that are folded.
///   - rest: people in no group; they are folded with a group.
/// - Returns: the places of such groups. They are left out: in the fold, they would narrow down who else is in it.
func placesOfSubtotals(
  among groups: [(labels: [String?], size: Int64)], folded: Set<Int>, rest: Int64
) -> Set<Int> {
  guard !folded.isEmpty else { return [] }
  var hidden = folded
  let lines = linesToAddUp(groups.map(\.labels))
  /// The groups beside one of a line, and the rest; none where they are too many.
  func partsToTry(_ line: [Int], _ place: Int) -> [Part] {
    guard line.count <= mostGroupsToTry else { return [] }
    var parts = line.filter { $0 != place }
      .map { Part(size: groups[$0].size, isHidden: hidden.contains($0)) }
    if rest > 0, groups[place].labels.count == 1 { parts.append(Part(size: rest, isHidden: true)) }
    return parts
  }
  let regions = Set(groups.indices.filter { groups[$0].labels.contains(where: namesRegion) })
  var isChanged = true
  while isChanged {
    isChanged = false
    for line in lines where line.contains(where: hidden.contains) {
      let countries = line.count { !regions.contains($0) }
      let everybody = line.reduce(groups[line[0]].labels.count == 1 ? rest : 0) {
        $0.addingReportingOverflow(groups[$1].size).partialValue
      }
      for place in line where !hidden.contains(place) {
        let isNamed = regions.contains(place) && countries >= 2
        if isNamed || isSum(groups[place].size, of: everybody, among: partsToTry(line, place)) {
          hidden.insert(place)
          isChanged = true
        }
      }
    }
  }
  return hidden.subtracting(folded)
}

private let mostGroupsToTry = 12

/// A group of which another one may be a sum.
private struct Part {
  let size: Int64
  let isHidden: Bool
}

/// The groups that may be parts of one another: all of one dimension; of two, those that share a label.
private func linesToAddUp(_ labels: [[String?]]) -> [[Int]] {
  guard let width = labels.first?.count, width == 2 else { return [Array(labels.indices)] }
  var lines: [[Int]] = []
  for place in 0..<width {
    let byLabel = Dictionary(grouping: labels.indices) { labels[$0][place] }
    lines += byLabel.values.filter { $0.count >= 3 }.sorted { $0.lexicographicallyPrecedes($1) }
  }
  return lines
}

/// Whether a size is the sum of two parts or more, with a hidden one among them, or half of everybody.
private func isSum(_ size: Int64, of everybody: Int64, among parts: [Part]) -> Bool {
  if parts.isEmpty { return size > 0 && everybody - size == size }
  let some = parts.filter { $0.size > 0 && $0.size < size }
  // A hidden group of nobody is part of every sum.
  let hidesNobody = parts.contains { $0.isHidden && $0.size == 0 }
  guard some.count >= 2, hidesNobody || some.contains(where: \.isHidden) else { return false }
  var sums: Set<Sum> = [Sum()]
  for part in some {
    for sum in sums where part.size <= size - sum.size {
      let next = Sum(
        size: sum.size + part.size, parts: min(sum.parts + 1, 2), isHidden: sum.isHidden || part.isHidden)
      if next.size == size, next.parts == 2, next.isHidden || hidesNobody { return true }
      sums.insert(next)
    }
  }
  return false
}

/// A sum of some parts; more than two count as two.
private struct Sum: Hashable {
  var size: Int64 = 0
  var parts = 0
  var isHidden = false
}

/// Whether a label names several countries together.
private func namesRegion(_ label: String?) -> Bool {
  guard let label else { return false }
  return regionNames.contains(label.lowercased())
}

private let regionNames: Set<String> = [
  "africa", "americas", "apac", "arab world", "asia", "asia pacific", "asia-pacific", "australasia",
  "balkans",
  "baltics", "benelux", "british isles", "caribbean", "central america", "central asia", "central europe",
  "cis",
  "dach", "east asia", "eastern europe", "emea", "eu", "europa", "europe", "european union", "eurozone",
  "gcc",
  "gulf states", "latam", "latin america", "latinoamérica", "mena", "middle east", "nordics", "north africa",
  "north america", "northern europe", "oceania", "scandinavia", "south america", "south asia",
  "southeast asia",
  "south-east asia", "southern europe", "sub-saharan africa", "uk & ireland", "uk and ireland",
  "western europe",
  "world", "worldwide", "global",
]
