/// What numbers that are parts of an audience are divided by; it decides which of them are crowds.
///
/// Files write 45 %, 45 or 0.45. In doubt the smaller reading holds, by which groups are smaller too: 0.4 below a header of
/// percents is less than half a percent, unless all numbers make just a whole.
///
/// - Parameters:
///   - whole: the sum of all numbers.
///   - isMarked: whether cells say themselves that they are percents; then they were divided already.
///   - isPercent: whether the header says so.
/// - Returns: what each number is multiplied by, 1 or 0.01; nil where they are more than a whole, as on several days or
///   for answers of which people gave several, and where no reading is sound.
package func shareFactor(whole: Double, isMarked: Bool, isPercent: Bool) -> Double? {
  let isFraction = isMarked || (whole <= 1.5 && (!isPercent || (0.97...1.03).contains(whole)))
  let factor = isFraction ? 1 : 0.01
  // Between a whole of 1 and one of 100 no reading is sound.
  if !isMarked, !isPercent, (1.05..<20).contains(whole) { return nil }
  return whole * factor <= 1.05 ? factor : nil
}
