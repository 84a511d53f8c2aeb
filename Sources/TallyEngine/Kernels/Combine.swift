import TallyLanguage

/// The value of each group's last day that has one.
///
/// - Parameter days: day of each row of the table; on one day the later row wins.
/// - Complexity: O(rows + groups).
func last(_ column: Column, days: [Int32], rows: [UInt32], groups: [UInt32], groupCount: Int) -> Series {
  var latest = [Int](repeating: -1, count: groupCount)
  let validity = column.validity
  for index in rows.indices {
    let row = Int(rows[index])
    guard validity[row] else { continue }
    let group = Int(groups[index])
    if latest[group] < 0 || days[row] >= days[latest[group]] { latest[group] = row }
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
func weightedMean(_ column: Column, weight: Column, rows: [UInt32], groups: [UInt32], groupCount: Int)
  -> Series
{
  let values = column.series(count: column.validity.count)
  let weights = weight.series(count: weight.validity.count)
  let (value, factor) = (values.decimals, weights.decimals)
  var products = [Double](repeating: 0, count: groupCount)
  var totals = [Double](repeating: 0, count: groupCount)
  for index in rows.indices {
    let row = Int(rows[index])
    guard values.present[row], weights.present[row] else { continue }
    products[Int(groups[index])] += value[row] * factor[row]
    totals[Int(groups[index])] += factor[row]
  }
  return Series(
    .decimals(zip(products, totals).map { $1 == 0 ? 0 : $0 / $1 }), present: totals.map { $0 != 0 })
}

/// The number of different videos per group; 0, not missing, where there is none.
///
/// - Parameter codes: video of each row of the table.
/// - Complexity: O(rows log rows) at worst; a bitmap is used while groups times videos stay under 2^28.
func countVideos(codes: [UInt32], videoCount: Int, rows: [UInt32], groups: [UInt32], groupCount: Int)
  -> Series
{
  var counts = [Int64](repeating: 0, count: groupCount)
  let (bits, overflow) = groupCount.multipliedReportingOverflow(by: videoCount)
  if !overflow && bits < 1 << 28 {
    var seen = [UInt64](repeating: 0, count: bits / 64 + 1)
    for index in rows.indices {
      let bit = Int(groups[index]) * videoCount + Int(codes[Int(rows[index])])
      let word = seen[bit >> 6]
      let mask = UInt64(1) << UInt64(bit & 63)
      if word & mask == 0 {
        seen[bit >> 6] = word | mask
        counts[Int(groups[index])] += 1
      }
    }
  } else {
    var pairs = rows.indices.map { UInt64(groups[$0]) << 32 | UInt64(codes[Int(rows[$0])]) }
    pairs.sort()
    var previous: UInt64?
    for pair in pairs where pair != previous {
      counts[Int(pair >> 32)] += 1
      previous = pair
    }
  }
  return Series(.integers(counts), present: [Bool](repeating: true, count: groupCount))
}
