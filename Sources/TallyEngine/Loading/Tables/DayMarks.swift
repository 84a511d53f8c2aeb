/// One bit for each key that a row may have on one day.
struct DayMarks {
  private var marks: [UInt64]
  /// The words of `marks` that the rows of this day have set.
  private var marked: [Int] = []
  private let keys: RowKeys
  private let deliveries: [TextColumn]
  private let order: DayOrder
  /// The keys of a few rows.
  private var some = [Int](repeating: 0, count: step)

  /// So many keys are worked out at a time, one column after the other.
  private static let step = 1024

  init(possible: Int, keys: RowKeys, deliveries: [TextColumn], order: DayOrder) {
    marks = [UInt64](repeating: 0, count: possible / 64 + 1)
    self.keys = keys
    self.deliveries = deliveries
    self.order = order
  }

  /// Whether no two rows of one day have one key.
  ///
  /// - Parameter places: of the order of days; all rows of a day are among them.
  mutating func areDistinct(_ places: Range<Int>) -> Bool {
    var day = Int32.min
    for start in stride(from: places.lowerBound, to: places.upperBound, by: Self.step) {
      let count = min(Self.step, places.upperBound - start)
      findKeys(start..<(start + count))
      for place in 0..<count {
        let rowDay = keys.days[order[start + place]]
        if rowDay != day {
          for word in marked { marks[word] = 0 }
          marked.removeAll(keepingCapacity: true)
          day = rowDay
        }
        let key = some[place]
        let bit: UInt64 = 1 << UInt64(key & 63)
        let word = marks[key >> 6]
        if word & bit != 0 { return false }
        if word == 0 { marked.append(key >> 6) }
        marks[key >> 6] = word | bit
      }
    }
    return true
  }

  /// Works out the key of each row: its video, and a code for each column that splits deliveries.
  private mutating func findKeys(_ places: Range<Int>) {
    if let videos = keys.videos {
      videos.codes.withUnsafeBufferPointer { codes in
        for place in places { some[place - places.lowerBound] = Int(codes[order[place]]) }
      }
    } else {
      for place in 0..<places.count { some[place] = 0 }
    }
    for delivery in deliveries {
      let radix = delivery.dictionary.count + 1
      delivery.codes.withUnsafeBufferPointer { codes in
        for place in places {
          let row = order[place]
          let code = delivery.validity[row] ? Int(codes[row]) + 1 : 0
          some[place - places.lowerBound] = some[place - places.lowerBound] * radix + code
        }
      }
    }
  }
}

extension DayOrder {
  /// Parts of the order that are worth a core each, none of which ends in the middle of a day.
  func parts(_ days: ColumnValues<Int32>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    for stretch in stretches(of: places.count) {
      var end = max(stretch.upperBound, parts.last?.upperBound ?? 0)
      while end > 0, end < places.count, days[self[end]] == days[self[end - 1]] { end += 1 }
      let start = parts.last?.upperBound ?? 0
      if start < end { parts.append(start..<end) }
    }
    return parts
  }
}
