/// Somebody who knows every rule, all that is shown, and which groups there are, and tries every whole number in the
/// places that are not shown.
///
/// What is shown is a function of the protected table, so whoever sees it sees all answers to all questions. A table is
/// possible where the rules make of it just what is shown; the rules themselves are run.
struct PossibleTables<Seen: Equatable> {
  /// What the rules show of a table, nil for nothing.
  let show: ([Int64]) -> Seen?
  /// The crowd of the rules.
  let crowd: Int64

  /// A cheap necessary condition for being shown alike.
  var mayBeShownAlike: ([Int64]) -> Bool = { _ in true }

  /// For each hidden place, the smallest and the largest number that a possible table has there.
  ///
  /// - Parameters:
  ///   - table: the true numbers; those at `hidden` are only used for their sums.
  ///   - sums: what the hidden places may come to together.
  ///   - knowsSmall: whether it is told besides how many of them are smaller than a crowd; ranges are then those of
  ///     small numbers and of others.
  ///   - leftOut: places of sums that are neither shown nor folded; their numbers are open as well. Two are tried for
  ///     them: the true ones, and such as are the sum of all that is shown.
  ///   - shownSum: all that is shown, the fold with it.
  ///   - isSymmetric: whether places do not matter, so that ascending numbers are enough; of all small ones together
  ///     there is one range then.
  /// - Complexity: O(ways to share the sums out) runs of the rules.
  func ranges(
    of table: [Int64], hidden: [Int], sums: [Int64], leftOut: [Int] = [], shownSum: Int64 = 0,
    knowsSmall: Bool = false, isSymmetric: Bool
  ) -> [OpenRange] {
    guard let seen = show(table) else { return [] }
    let small = hidden.count { table[$0] < crowd }
    var ranges: [Int: OpenRange] = [:]
    /// Of which range a number is: that of its place, or, where places do not matter, of all small ones.
    func kind(_ place: Int, _ number: Int64) -> Int {
      isSymmetric ? (knowsSmall && number < crowd ? 1 : 0) : place
    }
    for sum in sums {
      eachTable(hidden.count, sum: sum, isAscending: isSymmetric) { guess in
        if knowsSmall, guess.count(where: { $0 < crowd }) != small { return }
        let tellsMore = guess.enumerated().contains { place, number in
          ranges[kind(place, number)].map { number < $0.lower || number > $0.upper } ?? true
        }
        guard tellsMore else { return }
        var candidate = table
        for (place, index) in hidden.enumerated() { candidate[index] = guess[place] }
        var other = candidate
        var sum = shownSum
        for place in leftOut { (other[place], sum) = (sum, sum + sum) }
        let isPossible = (leftOut.isEmpty ? [candidate] : [candidate, other]).contains {
          mayBeShownAlike($0) && show($0) == seen
        }
        guard isPossible else { return }
        for (place, number) in guess.enumerated() {
          let known = ranges[kind(place, number)] ?? OpenRange(lower: number, upper: number)
          ranges[kind(place, number)] = known.union(number)
        }
      }
    }
    return ranges.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Every way to share a sum out among places.
  private func eachTable(_ places: Int, sum: Int64, isAscending: Bool, _ body: ([Int64]) -> Void) {
    var guess = [Int64](repeating: 0, count: places)
    func fill(_ place: Int, _ rest: Int64, from smallest: Int64) {
      if place == places - 1 {
        guard rest >= smallest else { return }
        guess[place] = rest
        body(guess)
        return
      }
      let most = isAscending ? rest / Int64(places - place) : rest
      guard smallest <= most else { return }
      for number in smallest...most {
        guess[place] = number
        fill(place + 1, rest - number, from: isAscending ? number : 0)
      }
    }
    if places > 0, sum >= 0 { fill(0, sum, from: 0) }
  }
}

extension [OpenRange] {
  /// How far the ends of the narrowest lie apart; nil where there is none.
  var narrowest: Int64? { map(\.width).min() }
}
