/// Groups that are sums of others with a folded one among them, such as a region beside its countries.
///
/// Shown, such a group would tell what the folded one has. Sums are tried among up to a dozen groups; among more of
/// them almost every number is the sum of some others, so there only the sum of all others counts. The name of a region
/// beside countries counts everywhere: shares are rounded, and some of its countries may be missing.
///
/// A group that is the sum of visible ones, alone or with all that is folded, is told by what is shown, so leaving it out
/// tells nothing. With a part of what is folded it is left out too, unless that part is one of `open`: a group that stays
/// would tell that the folded ones do not come to it.
///
/// - Parameters:
///   - groups: labels and sizes.
///   - folded: the places of those that are folded.
///   - rest: people in no group; they are folded with a group.
///   - fold: what all that is folded comes to.
///   - open: what parts of it may come to in the tables that keep each group open; nil for anything.
/// - Returns: the places of such groups. They are left out: in the fold, they would narrow down who else is in it.
func placesOfSubtotals(
  among groups: [(labels: [String?], size: Int64)], folded: Set<Int>, rest: Int64, fold: Int64,
  open: Set<Int64>?
) -> Set<Int> {
  guard !folded.isEmpty else { return [] }
  var hidden = folded
  let lines = linesToAddUp(groups.map(\.labels))
  let regions = Set(groups.indices.filter { groups[$0].labels.contains(where: namesRegion) })
  var isChanged = true
  while isChanged {
    isChanged = false
    for line in lines where line.contains(where: hidden.contains) {
      let countries = line.count { !regions.contains($0) }
      let ofRest = rest > 0 && groups[line[0]].labels.count == 1 ? [rest] : []
      var parts = HiddenParts(
        line.filter(hidden.contains).map { groups[$0].size } + ofRest, fold: fold, open: open,
        canBeTried: line.count <= mostGroupsToTry)
      for place in line where !hidden.contains(place) {
        let visible = line.filter { $0 != place && !hidden.contains($0) }.map { groups[$0].size }
        let isNamed = regions.contains(place) && countries >= 2
        if isNamed || parts.complete(groups[place].size, with: visible) {
          hidden.insert(place)
          parts.add(groups[place].size)
          isChanged = true
        }
      }
    }
  }
  return hidden.subtracting(folded)
}

private let mostGroupsToTry = 12

/// The hidden groups of a line, and what some of them come to.
private struct HiddenParts {
  /// What all that is folded comes to.
  private let fold: Int64
  private let open: Set<Int64>?
  /// Whether the line is short enough to try all sums.
  private let canBeTried: Bool
  private var sizes: [Int64]
  /// What one hidden group or more comes to; of two or more, that too.
  private var sums: (any: Set<Int64>, several: Set<Int64>) = ([], [])

  init(_ sizes: [Int64], fold: Int64, open: Set<Int64>?, canBeTried: Bool) {
    self.fold = fold
    self.open = open
    self.canBeTried = canBeTried
    self.sizes = []
    for size in sizes { add(size) }
  }

  mutating func add(_ size: Int64) {
    sizes.append(size)
    guard canBeTried, open != nil else { return }
    let more = sums.any.map { $0.addingReportingOverflow(size).partialValue }.filter { $0 >= 0 }
    sums.several.formUnion(more)
    sums.any.formUnion(more)
    sums.any.insert(size)
  }

  /// Whether a size is a sum of other groups, hidden ones among them.
  func complete(_ size: Int64, with visible: [Int64]) -> Bool {
    guard size > 0 else { return false }
    if !canBeTried {
      let others = (visible + sizes).reduce(Int64(0)) { $0.addingReportingOverflow($1).partialValue }
      let missing = size - visible.reduce(Int64(0)) { $0.addingReportingOverflow($1).partialValue }
      return others == size && (missing == fold || isTold(missing))
    }
    // Sums of visible groups, none of them too, with how many groups they are of, more than two counted as two.
    var known: [Int64: Int] = [0: 0]
    for part in visible where part > 0 && part < size {
      for (sum, count) in known where part <= size - sum {
        known[sum + part] = max(known[sum + part] ?? 0, min(count + 1, 2))
      }
    }
    return known.contains { sum, count in
      let missing = size - sum
      if missing == 0 { return count == 2 }
      if missing == fold { return count > 0 || sizes.count > 1 }
      return (count > 0 ? sums.any : sums.several).contains(missing) && isTold(missing)
    }
  }

  /// Whether it may be told that hidden groups do not come to a sum.
  private func isTold(_ sum: Int64) -> Bool { open.map { !$0.contains(sum) } ?? false }
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
