/// How the loops of one evaluation are run; rows carry it with them.
package struct Work: Sendable {
  /// Whether the evaluation was stopped; loops then end early, and what they made is thrown away by the next step.
  let isCancelled: @Sendable () -> Bool
  /// How many rows are worth a core of their own.
  ///
  /// Pieces depend on it, on rows and on groups, never on how many cores there are, so that sums of decimals do not either.
  let pieceLength: Int
  /// How many rows of a day are worth to be looked at for themselves.
  var longDay: Int { pieceLength / 512 }
  /// After how many blocks a loop asks whether it was stopped.
  var blocksToAsk: Int { max(1, pieceLength / 4096) }
  /// How many numbers are written down in no order before it pays to order rows first.
  var cachedNumbers: Int { 2 * pieceLength }
  /// How many combinations are told apart by a table, however few rows there are.
  var smallTable: Int { pieceLength / 2 }

  package init(pieceLength: Int = 1 << 17, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.pieceLength = pieceLength
    self.isCancelled = isCancelled
  }

  /// - Throws: cancelled.
  func goOn() throws(EvaluationFailure) {
    if isCancelled() { throw .cancelled }
  }
}

/// The results of the same work on each of some pieces, in order, on as many cores as there are.
func concurrently<Result: Sendable>(
  over pieces: [Range<Int>], _ work: @Sendable (Range<Int>) -> Result
) -> [Result] {
  concurrently(pieces.count) { work(pieces[$0]) }
}

/// A range cut into pieces of about the same length: 8 at most, each but the last a multiple of 64 long.
///
/// - Parameter length: the least that is worth a piece of its own.
func pieces(of range: Range<Int>, length: Int) -> [Range<Int>] {
  let count = max(1, min(8, range.count / max(1, length)))
  let size = max(64, ((range.count + count - 1) / count + 63) & ~63)
  return range.isEmpty
    ? [range]
    : stride(from: range.lowerBound, to: range.upperBound, by: size).map {
      $0..<min($0 + size, range.upperBound)
    }
}
