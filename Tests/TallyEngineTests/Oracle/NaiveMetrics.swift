import TallyLanguage

/// Why the naive evaluator has no answer.
enum NaiveFailure: Error {
  /// The language says that the query is an error.
  case wrong(String)
  /// The language leaves the meaning open, so there is nothing to compare with.
  case open(String)
}

/// A metric with definitions, built-in rates and `per N` unfolded.
indirect enum NaiveMetric {
  case constant(Quantity)
  case column(String)
  case videos
  case combined(NaiveMetric, Character, NaiveMetric)

  /// Names of its columns.
  var columns: Set<String> {
    switch self {
    case .constant, .videos: []
    case .column(let name): [name]
    case .combined(let left, _, let right): left.columns.union(right.columns)
    }
  }

  var countsVideos: Bool {
    switch self {
    case .constant, .column: false
    case .videos: true
    case .combined(let left, _, let right): left.countsVideos || right.countsVideos
    }
  }

  /// Whether it is a ratio or an average, which has no shares.
  var isRate: Bool {
    switch self {
    case .constant, .videos: return false
    case .column(let name): return name == "average_watch_time"
    case .combined(let left, let sign, let right):
      if sign == "/" {
        if case .constant = right { return left.isRate }
        return true
      }
      return left.isRate || right.isRate
    }
  }
}

/// Reads expressions as metrics.
struct NaiveNames {
  let tables: NaiveTables
  let definitions: [String: Expression]

  func metric(_ expression: Expression) throws(NaiveFailure) -> NaiveMetric {
    switch expression {
    case .number(let number): return .constant(number.value.quantity)
    case .percent(let number): return .constant(.real(number.value.value / 100))
    case .reference(let reference): return try metric(named: reference.name.text)
    case .negated(let inner, _): return .combined(.constant(.whole(0)), "-", try metric(inner))
    case .binary(let operation, let left, let right, _):
      return .combined(try metric(left), Character(operation.rawValue), try metric(right))
    case .perNumber(let left, let scale, let right, _):
      return .combined(
        .constant(scale.value.quantity), "*", .combined(try metric(left), "/", try metric(right)))
    case .aggregate, .window: throw .open("not part of this version")
    }
  }

  func metric(named name: String) throws(NaiveFailure) -> NaiveMetric {
    if let definition = definitions[name] { return try metric(definition) }
    if name == "videos" || name == "posts" { return .videos }
    if tables.has(name) { return .column(name) }
    let rates = [
      "save_rate": "saves", "like_rate": "likes", "comment_rate": "comments", "share_rate": "shares",
    ]
    if let action = rates[name], tables.has(action), tables.has("views") {
      return .combined(.column(action), "/", .column("views"))
    }
    throw .wrong("no metric is called \(name)")
  }
}

extension Number {
  var quantity: Quantity { whole.map { .whole($0) } ?? .real(value) }
}
