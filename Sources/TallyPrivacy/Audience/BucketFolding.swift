/// How many of the smallest groups of an audience are put together, so that none of them can be worked out.
///
/// All groups smaller than a crowd are folded, none among them too. That is enough where there are three or more and
/// their sum leaves each of them open from nobody to one less than a crowd. Otherwise the next smallest join them, one
/// by one, until
/// - the fold holds a crowd for each that joined, and one less than a crowd beyond that, and
/// - the next group, which stays visible, is larger than the whole fold.
///
/// Then whoever knows this rule, all that is shown, which groups are folded, and even which of them are the small ones,
/// still finds each folded group possible at both ends of a range that is one less than a crowd wide. Let k be the
/// crowd, s the small groups with the sum x, j those that joined and F the fold. As F is below the next group, nothing
/// bounds those that joined from above. For each x from 0 to k - 2 there is the table in which all that joined but one
/// are k and that one is the rest; the rule had to go on at each of its steps, for want of people. For x = k - 1 there
/// is the table in which those that joined are equal but for one person; the rule had to go on because each next group
/// was not larger than the fold. So a small group may be 0 or k - 1, and one that joined may be k or 2k - 1.
///
/// - Parameters:
///   - sizes: the sizes of all groups, ascending.
///   - rest: people that the file counts and puts in no group, fewer than a crowd. They are folded like a small group;
///     where they are all that is small, they are known not to be nobody, so one person more and two groups join them.
///   - remainders: what the others leave of the whole for the first 0, 1, 2 ... of `sizes`; nil for their sums. Where
///     sizes are rounded, these tell nothing of how the folded ones were.
/// - Returns: how many of `sizes` are folded; nil where nothing may be shown.
func foldedCount(of sizes: [Int64], rest: Int64, remainders: [Int64]? = nil, crowd: CrowdSize) -> Int? {
  let k = crowd.people
  let small = sizes.count { $0 < k }
  if small == 0, rest == 0 { return 0 }
  let onlyRest = small == 0
  // The rest stands for one more small group wherever the file would tell of it.
  var sum = rest
  for size in sizes.prefix(small) { sum += size }
  var fold = remainders?[small] ?? sum
  if small >= 3, fold >= k, fold <= (k - 1) * Int64(small - 1) { return small < sizes.count ? small : nil }
  var joined: Int64 = 0
  for next in small..<sizes.count {
    let (more, isTooMany) = sum.addingReportingOverflow(sizes[next])
    if isTooMany { return nil }
    sum = more
    fold = remainders?[next + 1] ?? sum
    joined += 1
    guard next + 1 < sizes.count else { return nil }
    let needed = k * joined + k - 1 + (onlyRest ? 1 : 0)
    if joined >= (onlyRest ? 2 : 1), fold >= needed, fold < sizes[next + 1] { return next + 1 }
  }
  return nil
}

/// Whether just these groups may be counted together, where it is settled already which ones, and nobody is told more than
/// how many whole crowds they come to.
///
/// It is the condition on which `foldedCount` stops, so that what that says of folded groups holds for these. It looks at no
/// number closer than is told, so that it tells no more of it either. Where all of them are crowds, two are enough.
func mayFold(_ hidden: [Int64], beside visible: [Int64], crowd: CrowdSize) -> Bool {
  let k = crowd.people
  guard let smallest = visible.min(), smallest >= k else { return false }
  if hidden.isEmpty { return true }
  let least = hidden.reduce(0, +) / k * k
  let small = Int64(hidden.count { $0 < k })
  let joined = Int64(hidden.count) - small
  if joined == 0 { return small >= 3 && least >= k && least + k - 1 <= (k - 1) * (small - 1) }
  if small == 0 { return joined >= 2 }
  return least >= k * joined + k - 1 && least < smallest / k * k
}

/// The sums that folded groups come to in the tables which keep each of them open: those that `foldedCount` tells of.
///
/// Whether a group that stays visible is the sum of others may not hang on one of these: that it was not left out would
/// tell that the folded groups are not so, and the range of each would be narrower. Where nothing joined, the table is that
/// of as many groups as possible with one less than a crowd; else those in which the small ones are nobody, and in which
/// one of them is one less than a crowd.
///
/// - Parameters:
///   - sizes: the sizes of the folded groups.
///   - beside: sizes of further hidden groups, which may be part of any sum.
/// - Returns: nil where there are too many to tell.
func openSums(
  ofFolded sizes: [Int64], rest: Int64, beside: [Int64] = [], crowd: CrowdSize
) -> Set<Int64>? {
  guard sizes.count <= 40, beside.count <= 8 else { return nil }
  let k = crowd.people
  let fold = sizes.reduce(rest, +)
  let joined = Int64(sizes.count { $0 >= k })
  let isOnlyRest = joined == sizes.count
  /// Values with how often each stands in a table.
  var tables: [[(value: Int64, count: Int64)]]
  if joined == 0 {
    tables = [[(k - 1, fold / (k - 1)), (fold % (k - 1), 1)]]
  } else {
    let fewest: Int64 = isOnlyRest ? 1 : 0
    let each = (fold - (k - 1)) / joined
    let more = (fold - (k - 1)) % joined
    tables = [
      [(fewest, 1), (k, joined - 1), (fold - fewest - k * (joined - 1), 1)],
      [(k - 1, 1), (each, joined - more), (each + 1, more)],
    ]
  }
  var open: Set<Int64> = []
  for table in tables {
    var sums: Set<Int64> = [0]
    for (value, count) in table + beside.map({ ($0, 1) }) where value > 0 {
      sums = sums.reduce(into: []) { all, sum in
        for times in 0...max(count, 0) { all.insert(sum + value * times) }
      }
    }
    open.formUnion(sums)
  }
  return open
}
