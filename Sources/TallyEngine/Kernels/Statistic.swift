import TallyLanguage

extension AggregateFunction {
  /// The statistic of some numbers; nil of none.
  ///
  /// Percentiles interpolate linearly between ranks (R. Hyndman and Y. Fan, 1996, definition 7); `spread` is p75 less p25.
  /// - Complexity: O(n log n); O(n) for average, lowest and highest.
  func value(of numbers: [Double]) -> Double? {
    guard !numbers.isEmpty else { return nil }
    switch self {
    case .average: return compensatedSum(numbers) / Double(numbers.count)
    case .lowest: return numbers.min()
    case .highest: return numbers.max()
    case .median: return interpolated(50, in: numbers.sorted())
    case .percentile(let rank): return interpolated(rank, in: numbers.sorted())
    case .spread:
      let sorted = numbers.sorted()
      return interpolated(75, in: sorted) - interpolated(25, in: sorted)
    }
  }
}

/// - Parameter sorted: ascending, not empty.
private func interpolated(_ rank: Int, in sorted: [Double]) -> Double {
  // The rank is a whole number of hundredths, so that the median of an even number falls exactly between two.
  let scaled = rank * (sorted.count - 1)
  let (low, rest) = (scaled / 100, scaled % 100)
  guard rest > 0, low + 1 < sorted.count else { return sorted[low] }
  let (below, above) = (sorted[low], sorted[low + 1])
  return below + (above - below) * (Double(rest) / 100)
}

/// The sum of numbers whatever their order, by compensated summation (Neumaier, 1974).
func compensatedSum(_ numbers: [Double]) -> Double {
  var sum = 0.0
  var lost = 0.0
  for number in numbers {
    let total = sum + number
    lost += abs(sum) >= abs(number) ? (sum - total) + number : (number - total) + sum
    sum = total
  }
  return sum + lost
}

/// One number of those of the parts of each group.
///
/// - Parameters:
///   - owners: the group of each part, beside `parts`, each less than `groupCount`.
/// - Returns: one number a group; missing where no part has one. The lowest and the highest of whole numbers stay whole.
func statistic(_ function: AggregateFunction, of parts: Series, owners: [UInt32], groupCount: Int) -> Series {
  var members = [[Int]](repeating: [], count: groupCount)
  for part in owners.indices where parts.present[part] { members[Int(owners[part])].append(part) }
  if case .integers(let values) = parts.values, function == .lowest || function == .highest {
    let found = members.map { group in
      function == .lowest ? group.map { values[$0] }.min() : group.map { values[$0] }.max()
    }
    return Series(.integers(found.map { $0 ?? 0 }), present: found.map { $0 != nil })
  }
  let values = parts.decimals
  let found = members.map { group in function.value(of: group.map { values[$0] }) }
  return Series(.decimals(found.map { $0 ?? 0 }), present: found.map { $0 != nil })
}
