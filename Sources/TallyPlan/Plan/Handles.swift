package import TallyPrivacy

// The columns that what is made of columns was made of: what the release gate must see.

extension Label {
  /// Every column that its conditions read, in the order written.
  package var handles: [ColumnHandle] { arms.flatMap { $0.condition?.handles ?? [] } }
}

extension VideoNumber {
  /// Every column that it is worked out from, in the order written.
  package var handles: [ColumnHandle] {
    switch self {
    case .constant: []
    case .lifetime(let column): [column]
    case .days(let measure): measure.handles
    case .binary(_, let left, let right): left.handles + right.handles
    case .benchmark(_, let number, _, _): number.handles
    }
  }
}

extension VideoFilter {
  fileprivate var handles: [ColumnHandle] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.handles)
    case .not(let inner): inner.handles
    case .number(let test): test.left.handles + test.right.handles
    case .text(let subject, _), .missing(.text(let subject)): subject.handles
    case .missing(.number(let number)): number.handles
    case .posted, .postedMissing: []
    }
  }
}

extension VideoFilter.TextSubject {
  fileprivate var handles: [ColumnHandle] {
    switch self {
    case .videoID: []
    case .attribute(let column), .rowAttribute(let column), .tags(let column): [column]
    case .label(let label): label.handles
    }
  }
}

extension Measure {
  fileprivate var handles: [ColumnHandle] {
    switch aggregation {
    case .sum(let column), .last(let column), .largest(let column): [column] + required
    case .weightedMean(let column, let weight, _): [column, weight] + required
    case .videos: required
    }
  }
}
