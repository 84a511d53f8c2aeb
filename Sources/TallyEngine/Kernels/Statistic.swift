import TallyLanguage

extension AggregateFunction {
  /// The statistic of some numbers; nil of none.
  ///
  /// Percentiles interpolate linearly between ranks (R. Hyndman and Y. Fan, 1996, definition 7); `spread` is p75 less p25.
  /// - Complexity: O(n) on average.
  func value(of numbers: [Double]) -> Double? {
    var numbers = numbers
    return numbers.withUnsafeMutableBufferPointer { value(reordering: $0) }
  }

  /// The same, of numbers that may be put in another order.
  fileprivate func value(reordering numbers: UnsafeMutableBufferPointer<Double>) -> Double? {
    guard !numbers.isEmpty else { return nil }
    switch self {
    case .average: return compensatedSum(numbers) / Double(numbers.count)
    case .lowest: return numbers.min()
    case .highest: return numbers.max()
    case .median: return interpolated(50, in: numbers)
    case .percentile(let rank): return interpolated(rank, in: numbers)
    case .spread: return interpolated(75, in: numbers) - interpolated(25, in: numbers)
    }
  }
}

/// - Parameter numbers: not empty; put in another order.
private func interpolated(_ rank: Int, in numbers: UnsafeMutableBufferPointer<Double>) -> Double {
  // The rank is a whole number of hundredths, so that the median of an even number falls exactly between two.
  let scaled = rank * (numbers.count - 1)
  let (low, rest) = (scaled / 100, scaled % 100)
  let below = select(low, of: numbers)
  guard rest > 0, low + 1 < numbers.count else { return below }
  let above = numbers[(low + 1)...].min() ?? below
  return below + (above - below) * (Double(rest) / 100)
}

/// Numbers that were not found after so many rounds stand in an order made to be slow.
private let roundLimit = 100

/// Puts the number that would stand at a place if all were sorted there, and gives it.
///
/// None greater stands before it, and none less behind it. By partition (Hoare, 1961, algorithm 65).
private func select(_ place: Int, of numbers: UnsafeMutableBufferPointer<Double>) -> Double {
  var (low, high) = (0, numbers.count - 1)
  var rounds = 0
  while low < high {
    rounds += 1
    guard rounds < roundLimit else {
      var rest = UnsafeMutableBufferPointer(rebasing: numbers[low...high])
      rest.sort()
      break
    }
    let pivot = middle(numbers[low], numbers[low + (high - low) / 2], numbers[high])
    var (left, right) = (low, high)
    while left <= right {
      while numbers[left] < pivot { left += 1 }
      while numbers[right] > pivot { right -= 1 }
      if left <= right {
        numbers.swapAt(left, right)
        left += 1
        right -= 1
      }
    }
    if place <= right {
      high = right
    } else if place >= left {
      low = left
    } else {
      break
    }
  }
  return numbers[place]
}

private func middle(_ a: Double, _ b: Double, _ c: Double) -> Double { max(min(a, b), min(max(a, b), c)) }

/// The sum of numbers whatever their order.
func compensatedSum(_ numbers: some Sequence<Double>) -> Double {
  var sum = CompensatedSum()
  for number in numbers { sum.add(number) }
  return sum.value
}

/// The group of each of some parts.
enum PartOwners {
  case each([UInt32])
  /// As many in a row are of one group as there are units.
  case runs(of: Int)

  /// How many parts there are; of runs only their groups know.
  var count: Int { if case .each(let owners) = self { owners.count } else { 0 } }
}

/// One number of those of the parts of each group.
///
/// - Parameters:
///   - owners: the group of each part, beside `parts`, each less than `groupCount`.
/// - Returns: one number a group; missing where no part has one. The lowest and the highest of whole numbers stay whole.
/// - Complexity: O(parts + groups) on average.
func statistic(_ function: AggregateFunction, of parts: Series, owners: PartOwners, groupCount: Int) -> Series
{
  if case .integers(let values) = parts.values, function == .lowest || function == .highest {
    return extremes(function, of: values, parts.present, owners, groupCount)
  }
  // The numbers of each group side by side.
  let decimals = parts.decimals
  var ends = [Int](repeating: 0, count: groupCount)
  owners.forEach(where: parts.present) { _, group in ends[group] += 1 }
  var total = 0
  for group in ends.indices {
    total += ends[group]
    ends[group] = total - ends[group]
  }
  var numbers = [Double](repeating: 0, count: total)
  owners.forEach(where: parts.present) { part, group in
    numbers[ends[group]] = decimals[part]
    ends[group] += 1
  }
  let found = numbers.withUnsafeMutableBufferPointer { numbers in
    (0..<groupCount).map { group in
      function.value(
        reordering: UnsafeMutableBufferPointer(
          rebasing: numbers[(group == 0 ? 0 : ends[group - 1])..<ends[group]]))
    }
  }
  return Series(.decimals(found.map { $0 ?? 0 }), present: found.map { $0 != nil })
}

private func extremes(
  _ function: AggregateFunction, of values: [Int64], _ isPresent: [Bool], _ owners: PartOwners,
  _ groupCount: Int
) -> Series {
  var found = [Int64](repeating: 0, count: groupCount)
  var present = [Bool](repeating: false, count: groupCount)
  owners.forEach(where: isPresent) { part, group in
    let isBetter = function == .lowest ? values[part] < found[group] : values[part] > found[group]
    if !present[group] || isBetter { found[group] = values[part] }
    present[group] = true
  }
  return Series(.integers(found), present: present)
}

extension PartOwners {
  /// Calls a body with each part that is meant, and its group.
  @inline(__always)
  fileprivate func forEach(where isMeant: [Bool], _ body: (_ part: Int, _ group: Int) -> Void) {
    switch self {
    case .each(let owners):
      for part in owners.indices where isMeant[part] { body(part, Int(owners[part])) }
    case .runs(let length):
      for (group, start) in stride(from: 0, to: isMeant.count, by: length).enumerated() {
        for part in start..<min(start + length, isMeant.count) where isMeant[part] { body(part, group) }
      }
    }
  }
}
