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
/// - Returns: how many of `sizes` are folded; nil where nothing may be shown.
func foldedCount(of sizes: [Int64], rest: Int64, crowd: CrowdSize) -> Int? {
  let k = crowd.people
  let small = sizes.count { $0 < k }
  if small == 0, rest == 0 { return 0 }
  let onlyRest = small == 0
  // The rest stands for one more small group wherever the file would tell of it.
  var fold = rest
  for size in sizes.prefix(small) { fold += size }
  if small >= 3, fold >= k, fold <= (k - 1) * Int64(small - 1) { return small < sizes.count ? small : nil }
  var joined: Int64 = 0
  for next in small..<sizes.count {
    let (sum, isTooMany) = fold.addingReportingOverflow(sizes[next])
    if isTooMany { return nil }
    fold = sum
    joined += 1
    guard next + 1 < sizes.count else { return nil }
    let needed = k * joined + k - 1 + (onlyRest ? 1 : 0)
    if joined >= (onlyRest ? 2 : 1), fold >= needed, fold < sizes[next + 1] { return next + 1 }
  }
  return nil
}
