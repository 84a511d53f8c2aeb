import TallyLanguage

/// The value of each group's last day that has one.
///
/// - Parameter days: day of each row of the table; on one day the later row wins.
/// - Complexity: O(rows + groups).
func last(_ column: Column, days: ColumnValues<Int32>, _ rows: GroupedRows, groupCount: Int) -> Series {
  var latest = [Int](repeating: -1, count: groupCount)
  let validity = column.validity
  rows.forEach { row, group in
    if validity[row], latest[group] < 0 || days[row] >= days[latest[group]] { latest[group] = row }
  }
  let series = column.series(count: validity.count)
  let present = latest.map { $0 >= 0 }
  switch series.values {
  case .integers(let values):
    return Series(.integers(latest.map { $0 < 0 ? 0 : values[$0] }), present: present)
  case .decimals(let values):
    return Series(.decimals(latest.map { $0 < 0 ? 0 : values[$0] }), present: present)
  }
}

/// `sum(values * weights) / sum(weights)` per group, over rows that have both; missing where the weights add up to 0.
///
/// - Complexity: O(rows + groups).
func weightedMean(_ column: Column, weight: Column, _ rows: GroupedRows, groupCount: Int) -> Series {
  let values = column.series(count: column.validity.count)
  let weights = weight.series(count: weight.validity.count)
  let (value, factor) = (values.decimals, weights.decimals)
  var products = [Double](repeating: 0, count: groupCount)
  var totals = [Double](repeating: 0, count: groupCount)
  rows.forEach { row, group in
    if values.present[row], weights.present[row] {
      products[group] += value[row] * factor[row]
      totals[group] += factor[row]
    }
  }
  return Series(
    .decimals(zip(products, totals).map { $1 == 0 ? 0 : $0 / $1 }), present: totals.map { $0 != 0 })
}

/// The number of different videos per group; 0, not missing, where there is none.
///
/// - Parameter codes: video of each row of the table.
/// - Complexity: O(rows log rows) at worst; a bitmap is used while groups times videos stay under 2^28.
func countVideos(codes: ColumnValues<UInt32>, videoCount: Int, _ rows: GroupedRows, groupCount: Int) -> Series
{
  var counts = [Int64](repeating: 0, count: groupCount)
  let (bits, overflow) = groupCount.multipliedReportingOverflow(by: videoCount)
  if !overflow && bits < 1 << 28 {
    var seen = [UInt64](repeating: 0, count: bits / 64 + 1)
    if bits / 64 < rows.rows.count / 4 {
      rows.forEach { row, group in
        let bit = group * videoCount + Int(codes[row])
        seen[bit >> 6] |= 1 << UInt64(bit & 63)
      }
      for group in counts.indices {
        counts[group] = countBits(seen, from: group * videoCount, count: videoCount)
      }
    } else {
      rows.forEach { row, group in
        let bit = group * videoCount + Int(codes[row])
        let mask: UInt64 = 1 << UInt64(bit & 63)
        if seen[bit >> 6] & mask == 0 {
          seen[bit >> 6] |= mask
          counts[group] += 1
        }
      }
    }
  } else {
    var pairs: [UInt64] = []
    pairs.reserveCapacity(rows.rows.count)
    rows.forEach { row, group in pairs.append(UInt64(group) << 32 | UInt64(codes[row])) }
    pairs.sort()
    var previous: UInt64?
    for pair in pairs where pair != previous {
      counts[Int(pair >> 32)] += 1
      previous = pair
    }
  }
  return Series(.integers(counts), present: [Bool](repeating: true, count: groupCount))
}

/// How many of some bits in a row are set.
private func countBits(_ words: [UInt64], from start: Int, count: Int) -> Int64 {
  guard count > 0 else { return 0 }
  let (first, last) = (start >> 6, (start + count - 1) >> 6)
  let head = UInt64.max << UInt64(start & 63)
  let tail = UInt64.max >> UInt64(63 - (start + count - 1) & 63)
  if first == last { return Int64((words[first] & head & tail).nonzeroBitCount) }
  var bits = (words[first] & head).nonzeroBitCount + (words[last] & tail).nonzeroBitCount
  for word in words[(first + 1)..<last] { bits += word.nonzeroBitCount }
  return Int64(bits)
}
