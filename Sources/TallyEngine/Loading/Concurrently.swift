import Dispatch
import Synchronization

/// The results of independent pieces of work, in order, done on as many cores as there are.
///
/// The only place where loading leaves its thread; what is done here may touch nothing but its arguments.
func concurrently<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
  guard count > 1 else { return (0..<count).map(work) }
  let results = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { place in
    let result = work(place)
    results.withLock { $0[place] = result }
  }
  return results.withLock { $0 }.compactMap { $0 }
}

/// The parts of a long list that are worth a core each; a short one is one part.
func portions(of count: Int) -> [Range<Int>] {
  let size = max(512, (count + 7) / 8)
  return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
}

/// The parts of very many rows that take so little work each that fewer are not worth a core; each starts at a multiple of 64.
func stretches(of count: Int) -> [Range<Int>] {
  let size = max(1 << 17, (count + 511) / 512 * 64)
  return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
}
