/// What is known of some numbers of people: what some of them come to, each sum within a slack.
///
/// The ranges that follow are found by elimination, which finds every number that the sums fix, and by tightening the
/// bounds of each number by those of all others in its sums. No number is below 0, and all are whole.
struct Equations {
  /// Numbers with factors, which come to a value.
  private struct Sum: Hashable {
    /// By number; none is 0.
    var factors: [Int: Int64]
    var value: Double
    let slack: Double
  }

  private let count: Int
  private var sums: Set<Sum> = []

  /// - Parameter count: how many numbers there are; they are named by their place.
  init(count: Int) { self.count = count }

  /// Says what some numbers come to; what no number is in says nothing.
  mutating func add(_ places: Set<Int>, comeTo value: Double, slack: Double = 0) {
    if places.isEmpty || !value.isFinite { return }
    sums.insert(
      Sum(factors: Dictionary(uniqueKeysWithValues: places.map { ($0, 1) }), value: value, slack: slack))
  }

  /// The range of each number.
  ///
  /// - Complexity: O(sums² × numbers that no sum names alone).
  func ranges() -> [OpenRange] {
    var bounds = [Bounds](repeating: Bounds(), count: count)
    for sum in self.sums where sum.factors.count == 1 { tighten(&bounds, by: sum) }
    let sums = open(self.sums, known: bounds)
    let eliminated = eliminate(sums.filter { $0.slack == 0 })
    var isChanged = true
    var rounds = 0
    while isChanged, rounds < mostRounds {
      isChanged = false
      rounds += 1
      for sum in sums + eliminated where tighten(&bounds, by: sum) { isChanged = true }
    }
    return bounds.map(\.range)
  }

  /// Tightens the bounds of each number in a sum by those of the others; whether anything changed.
  @discardableResult
  private func tighten(_ bounds: inout [Bounds], by sum: Sum) -> Bool {
    var isChanged = false
    let least = Extremes(
      sum.factors.map { $1 > 0 ? Double($1) * bounds[$0].lower : Double($1) * bounds[$0].upper })
    let most = Extremes(
      sum.factors.map { $1 > 0 ? Double($1) * bounds[$0].upper : Double($1) * bounds[$0].lower })
    for (place, factor) in sum.factors {
      let (low, high) = (Double(factor) * bounds[place].lower, Double(factor) * bounds[place].upper)
      let (ownLeast, ownMost) = factor > 0 ? (low, high) : (high, low)
      let from = (sum.value - sum.slack - most.without(ownMost)) / Double(factor)
      let to = (sum.value + sum.slack - least.without(ownLeast)) / Double(factor)
      if bounds[place].tighten(factor > 0 ? from : to, factor > 0 ? to : from) { isChanged = true }
    }
    return isChanged
  }

  /// The sums with what is known taken out of them, each once.
  private func open(_ sums: Set<Sum>, known bounds: [Bounds]) -> [Sum] {
    var open: Set<Sum> = []
    for sum in sums {
      let factors = sum.factors.filter { bounds[$0.key].lower < bounds[$0.key].upper }
      if factors.isEmpty { continue }
      let known = sum.factors.reduce(0) { known, term in
        factors[term.key] == nil ? known + Double(term.value) * bounds[term.key].lower : known
      }
      open.insert(Sum(factors: factors, value: sum.value - known, slack: sum.slack))
    }
    return Array(open)
  }

  /// The sums brought to a form in which each fixes a number by those that stay free.
  ///
  /// A sum whose factors grow too large is dropped: the attack is weaker then, and never wrong.
  private func eliminate(_ sums: [Sum]) -> [Sum] {
    var rows = sums.sorted { $0.factors.count < $1.factors.count }
    var done = 0
    for column in Set(rows.flatMap(\.factors.keys)).sorted() {
      guard let pivot = rows[done...].firstIndex(where: { $0.factors[column] != nil }) else { continue }
      rows.swapAt(done, pivot)
      let chosen = rows[done]
      rows = rows.enumerated().compactMap { place, row in
        place == done || row.factors[column] == nil ? row : eliminated(column, from: row, by: chosen)
      }
      done = (rows.firstIndex(of: chosen) ?? done) + 1
      if done >= rows.count { break }
    }
    return rows.filter { !$0.factors.isEmpty }
  }

  /// A multiple of one sum less a multiple of another, so that a number is in it no more; nil where that overflows.
  private func eliminated(_ column: Int, from row: Sum, by chosen: Sum) -> Sum? {
    guard let of = chosen.factors[column], let own = row.factors[column] else { return row }
    var factors: [Int: Int64] = [:]
    for place in Set(row.factors.keys).union(chosen.factors.keys) where place != column {
      let (left, isLarge) = (row.factors[place] ?? 0).multipliedReportingOverflow(by: of)
      let (right, isLarger) = (chosen.factors[place] ?? 0).multipliedReportingOverflow(by: own)
      let (factor, isLargest) = left.subtractingReportingOverflow(right)
      if isLarge || isLarger || isLargest || factor.magnitude > largestFactor { return nil }
      if factor != 0 { factors[place] = factor }
    }
    let divisor = factors.values.reduce(0) { greatestCommonDivisor($0, $1) }
    let value = row.value * Double(of) - chosen.value * Double(own)
    guard divisor > 0 else { return Sum(factors: [:], value: 0, slack: 0) }
    return Sum(factors: factors.mapValues { $0 / divisor }, value: value / Double(divisor), slack: 0)
  }
}

/// With larger ones, values would not be exact.
private let largestFactor: UInt64 = 1 << 20
/// More rounds only narrow ranges that come near a limit ever more slowly.
private let mostRounds = 100

/// The least and the most that a number may be.
private struct Bounds {
  private(set) var lower = 0.0
  private(set) var upper = Double.infinity

  /// Whole numbers only; whether anything changed.
  mutating func tighten(_ from: Double, _ to: Double) -> Bool {
    let (from, to) = ((from - 1e-6).rounded(.up), (to + 1e-6).rounded(.down))
    var isChanged = false
    if from > lower { (lower, isChanged) = (from, true) }
    if to < upper { (upper, isChanged) = (max(to, 0), true) }
    return isChanged
  }

  var range: OpenRange {
    func whole(_ bound: Double) -> Int64 { bound < 9e18 ? Int64(bound) : .max }
    return OpenRange(lower: whole(lower), upper: whole(max(upper, lower)))
  }
}

/// A sum of bounds, some of which may be without end, that can be told without one of them.
private struct Extremes {
  private var finite = 0.0
  private var infinite: [Double] = []

  init(_ bounds: [Double]) {
    for bound in bounds { if bound.isFinite { finite += bound } else { infinite.append(bound) } }
  }

  func without(_ bound: Double) -> Double {
    if bound.isFinite { return infinite.first ?? finite - bound }
    return infinite.count > 1 ? infinite[0] : finite
  }
}

private func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
  var (left, right) = (left.magnitude, right.magnitude)
  while right != 0 { (left, right) = (right, left % right) }
  return Int64(left)
}
