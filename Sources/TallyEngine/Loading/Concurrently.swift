import Dispatch
import Synchronization

/// The results of independent pieces of work, in order, done on as many cores as there are.
///
/// The only place where loading leaves its thread; what is done here may touch nothing but its arguments.
func concurrently<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
  let results = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { place in
    let result = work(place)
    results.withLock { $0[place] = result }
  }
  return results.withLock { $0 }.compactMap { $0 }
}
