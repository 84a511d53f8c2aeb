package import TallyLanguage

/// A benchmark word of `where` with what it is a statistic of.
package struct Benchmark: Sendable, Hashable {
  package let function: AggregateFunction
  package let number: VideoNumber
  /// The number as it was written.
  package let name: String
  package let unit: Unit
}

extension VideoFilter {
  /// Every benchmark word in it, in the order written.
  package var benchmarks: [Benchmark] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.benchmarks)
    case .not(let inner): inner.benchmarks
    case .number(let test): [test.left, test.right].flatMap(\.benchmarks)
    case .missing(.number(let number)): number.benchmarks
    case .text(.label(let label), _), .missing(.text(.label(let label))): label.benchmarks
    case .text, .posted, .postedMissing, .missing(.text): []
    }
  }
}

extension Label {
  /// Every benchmark word in its arms.
  package var benchmarks: [Benchmark] { arms.flatMap { $0.condition?.benchmarks ?? [] } }
}

extension VideoNumber {
  fileprivate var benchmarks: [Benchmark] {
    switch self {
    case .constant, .lifetime, .days: []
    case .binary(_, let left, let right): left.benchmarks + right.benchmarks
    case .benchmark(let function, let number, let name, let unit):
      [Benchmark(function: function, number: number, name: name, unit: unit)]
    }
  }

  /// Every age that `within` names in it.
  package var ages: [AgeLimit] {
    switch self {
    case .constant, .lifetime: []
    case .days(let measure): measure.livedThrough
    case .binary(_, let left, let right): left.ages + right.ages
    case .benchmark(_, let number, _, _): number.ages
    }
  }
}
