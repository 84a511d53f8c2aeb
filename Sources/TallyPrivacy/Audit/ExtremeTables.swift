/// Tables of folded groups that the rule of folding would fold alike, in closed form.
///
/// They are those that keep a group open in the proof of `foldedCount`: where nothing joined, some groups have one less
/// than a crowd and the others nothing; where large groups joined, all of these but one are a crowd and the small ones
/// nobody, or the large ones are equal and one small group is one less than a crowd. Each is only proposed here; whether
/// it is shown just like the true one, the rules themselves are asked.
struct ExtremeTables {
  private let sizes: [Int64]
  /// What they come to together.
  private let fold: Int64
  private let crowd: Int64
  /// What each has at least.
  private let least: [Int64]

  /// - Parameters:
  ///   - sizes: the groups of the fold; those that are no crowd count as small.
  ///   - least: what each has at least.
  init(_ sizes: [Int64], fold: Int64, crowd: Int64, least: [Int64]) {
    self.sizes = sizes
    self.fold = fold
    self.crowd = crowd
    self.least = least
  }

  private var small: [Int] { sizes.indices.filter { sizes[$0] < crowd } }
  private var joined: [Int] { sizes.indices.filter { sizes[$0] >= crowd } }

  /// Tables in which a group is as small as it may be, and others in which it is as large.
  func around(_ place: Int) -> [[Int64]] {
    if joined.isEmpty {
      // What lies behind the place goes with it, so that few tables do for all.
      return [-1, 1].flatMap { side in
        [filled(keeping: place, at: least[place], side), filled(keeping: place, at: crowd - 1, -side)]
      }.compactMap { $0 }
    }
    let others = joined.filter { $0 != place }
    let isSmall = sizes[place] < crowd
    var tables = [allOnOne(others.last ?? place)]
    if isSmall {
      tables.append(equal(with: place))
    } else {
      tables += [allOnOne(place), small.first.flatMap { equal(with: $0) }]
    }
    return tables.compactMap { $0 }
  }

  /// One group at a size, the others one less than a crowd as far as the fold goes, those next to it on one side first.
  private func filled(keeping place: Int, at size: Int64, _ side: Int) -> [Int64]? {
    var table = least
    table[place] = size
    var left = fold - table.reduce(0, +)
    if left < 0 { return nil }
    for distance in 1..<max(sizes.count, 1) {
      let other = (place + side * distance + sizes.count) % sizes.count
      let more = min(left, crowd - 1 - table[other])
      table[other] += more
      left -= more
    }
    return left == 0 ? table : nil
  }

  /// The small groups as small as may be, those that joined a crowd, and one of them all that is left.
  private func allOnOne(_ large: Int) -> [Int64]? {
    var table = least
    for place in joined { table[place] = crowd }
    table[large] = 0
    let left = fold - table.reduce(0, +)
    table[large] = left
    return left >= crowd ? table : nil
  }

  /// One small group one less than a crowd, those that joined equal but for one person.
  private func equal(with place: Int) -> [Int64]? {
    var table = least
    table[place] = crowd - 1
    for place in joined { table[place] = 0 }
    let left = fold - table.reduce(0, +)
    let (each, more) = left.quotientAndRemainder(dividingBy: Int64(joined.count))
    if each < crowd { return nil }
    for (index, place) in joined.enumerated() { table[place] = each + (index < more ? 1 : 0) }
    return table
  }
}
