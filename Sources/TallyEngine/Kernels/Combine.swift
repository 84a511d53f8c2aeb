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
  return column.series(rows: latest)
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
/// - Complexity: O(rows + groups + videos), on as many cores as there are where few groups have few videos.
func countVideos(
  codes: ColumnValues<UInt32>, videoCount: Int, _ rows: GroupedRows, groupCount: Int
) -> Series {
  if case .keyed(let key) = rows.groups, let owners = key.groups(by: .numbers(codes)) {
    return countVideos(rows.rows, codes, owners, groupCount)
  }
  let (bits, overflow) = groupCount.multipliedReportingOverflow(by: videoCount)
  let counts =
    !overflow && bits / 16 < max(rows.rows.work.smallTable, rows.rows.count)
    ? countBits(codes, videoCount, rows, groupCount)
    : countGroupwise(codes, videoCount, rows, groupCount)
  return Series(.integers(counts), present: [Bool](repeating: true, count: groupCount))
}

/// Videos that are in one group alone, as those with a format.
///
/// - Parameter owners: the group of each video.
private func countVideos(
  _ rows: RowSet, _ codes: ColumnValues<UInt32>, _ owners: [UInt32], _ groupCount: Int
) -> Series {
  let video = GroupKey.Part(.numbers(codes), count: owners.count, numbers: nil, times: 1)
  let key = GroupKey(parts: [video], count: owners.count, groups: nil, drops: false)
  var counts = [Int64](repeating: 0, count: groupCount)
  let isFound = GroupedRows(rows: rows, groups: .keyed(key)).haveRows(groupCount: owners.count)
  for (video, group) in owners.enumerated() where isFound[video] && group < GroupKey.dropped {
    counts[Int(group)] += 1
  }
  return Series(.integers(counts), present: [Bool](repeating: true, count: groupCount))
}

/// A bit for each pair of a group and a video.
private func countBits(
  _ codes: ColumnValues<UInt32>, _ videoCount: Int, _ rows: GroupedRows, _ groupCount: Int
) -> [Int64] {
  let size = groupCount * videoCount / 64 + 1
  let parts = rows.inPieces(writing: size) { forEachBlock in
    var seen = [UInt64](repeating: 0, count: size)
    codes.withUnsafeBufferPointer { codes in
      seen.withUnsafeMutableBufferPointer { seen in
        forEachBlock {
          $0.forEach { row, group in
            let bit = group &* videoCount &+ Int(codes[row])
            seen[bit >> 6] |= 1 << UInt64(bit & 63)
          }
        }
      }
    }
    return seen
  }
  var seen = parts[0]
  for part in parts.dropFirst() { for word in seen.indices { seen[word] |= part[word] } }
  return (0..<groupCount).map { seen.countBits(from: $0 * videoCount, count: videoCount) }
}

/// Videos of one group after the other, so that of each only the group that it was last met in is kept.
private func countGroupwise(
  _ codes: ColumnValues<UInt32>, _ videoCount: Int, _ rows: GroupedRows, _ groupCount: Int
) -> [Int64] {
  var ends = [Int](repeating: 0, count: groupCount + 1)
  rows.forEach { _, group in ends[group + 1] += 1 }
  for group in 0..<groupCount { ends[group + 1] += ends[group] }
  let total = ends[groupCount]
  var counts = [Int64](repeating: 0, count: groupCount)
  // A loop that was stopped leaves places that nothing was put in.
  if rows.rows.work.isCancelled() { return counts }
  // From here on, where the next video of each group goes; in the end, where those of the group end.
  let videos = [UInt32](unsafeUninitializedCapacity: total) { buffer, count in
    rows.forEach { row, group in
      buffer[ends[group]] = codes[row]
      ends[group] += 1
    }
    count = total
  }
  if rows.rows.work.isCancelled() { return counts }
  var lastGroups = [Int32](repeating: -1, count: videoCount)
  var place = 0
  for group in 0..<groupCount {
    let number = Int32(truncatingIfNeeded: group)
    while place < ends[group] {
      let video = Int(videos[place])
      if lastGroups[video] != number {
        lastGroups[video] = number
        counts[group] += 1
      }
      place += 1
    }
  }
  return counts
}

extension [UInt64] {
  /// How many of some bits in a row are set.
  fileprivate func countBits(from start: Int, count: Int) -> Int64 {
    guard count > 0 else { return 0 }
    let (first, last) = (start >> 6, (start + count - 1) >> 6)
    let head = UInt64.max << UInt64(start & 63)
    let tail = UInt64.max >> UInt64(63 - (start + count - 1) & 63)
    if first == last { return Int64((self[first] & head & tail).nonzeroBitCount) }
    var bits = (self[first] & head).nonzeroBitCount + (self[last] & tail).nonzeroBitCount
    for word in self[(first + 1)..<last] { bits += word.nonzeroBitCount }
    return Int64(bits)
  }
}
