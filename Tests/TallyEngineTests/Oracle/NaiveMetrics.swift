import TallyLanguage

/// Why the naive evaluator has no answer.
enum NaiveFailure: Error {
  /// The language says that the query is an error; the code stands first where it is settled.
  case wrong(String)
  /// The language leaves the meaning open, so there is nothing to compare with.
  case open(String)
}

/// A metric with definitions, built-in rates and `per N` unfolded.
indirect enum NaiveMetric: Hashable {
  case constant(Quantity)
  case column(String, within: Period?)
  case videos
  case combined(NaiveMetric, Character, NaiveMetric)
  case aggregate(AggregateFunction, NaiveMetric, per: Each)
  case window(Window, NaiveMetric)

  /// All metrics in it, itself first.
  var parts: [NaiveMetric] {
    switch self {
    case .constant, .column, .videos: [self]
    case .combined(let left, _, let right): [self] + left.parts + right.parts
    case .aggregate(_, let inner, _), .window(_, let inner): [self] + inner.parts
    }
  }

  /// Names of its columns.
  var columns: Set<String> {
    Set(parts.compactMap { if case .column(let name, _) = $0 { name } else { nil } })
  }

  /// The first days of a video's life that it asks for.
  var withins: [Period] {
    parts.compactMap { if case .column(_, let within) = $0 { within } else { nil } }
  }

  /// Whether each of its columns is counted over the first days only.
  var isOnlyWithin: Bool {
    let columns = parts.filter { if case .column = $0 { true } else { false } }
    return !columns.isEmpty && columns.count == withins.count
  }

  var countsVideos: Bool { parts.contains(.videos) }
  var hasWindow: Bool { parts.contains { if case .window = $0 { true } else { false } } }
  var units: [Each] { parts.compactMap { if case .aggregate(_, _, let each) = $0 { each } else { nil } } }

  var isConstant: Bool {
    switch self {
    case .constant: true
    case .column, .videos, .aggregate, .window: false
    case .combined(let left, _, let right): left.isConstant && right.isConstant
    }
  }

  /// The same over the first days of each video.
  func within(_ period: Period) throws(NaiveFailure) -> NaiveMetric {
    switch self {
    case .constant: return self
    case .column(_, within: .some), .aggregate, .window: throw .open("`within` of more than a metric")
    case .videos: throw .open("a number of videos within their first days")
    case .column(let name, within: nil): return .column(name, within: period)
    case .combined(let left, let sign, let right):
      return .combined(try left.within(period), sign, try right.within(period))
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
    case .reference(let reference): return try metric(reference)
    case .negated(let inner, _): return .combined(.constant(.whole(0)), "-", try metric(inner))
    case .binary(let operation, let left, let right, _):
      return .combined(try metric(left), Character(operation.rawValue), try metric(right))
    case .perNumber(let left, let scale, let right, _):
      return .combined(
        .constant(scale.value.quantity), "*", .combined(try metric(left), "/", try metric(right)))
    case .aggregate(let function, let inner, let each, _):
      return .aggregate(function.value, try metric(inner), per: each.value)
    case .window(let window, let inner, _): return .window(window, try metric(inner))
    }
  }

  func metric(_ reference: Reference) throws(NaiveFailure) -> NaiveMetric {
    let metric = try metric(named: reference.name.text)
    guard let within = reference.within?.value else { return metric }
    return try metric.within(within)
  }

  func metric(_ operand: Operand) throws(NaiveFailure) -> NaiveMetric {
    switch operand {
    case .video: throw .wrong("an id is no number")
    case .reference(let reference): return try metric(reference)
    case .ratio(let left, let right): return .combined(try metric(left), "/", try metric(right))
    case .perNumber(let left, let scale, let right):
      return .combined(
        .constant(scale.value.quantity), "*", .combined(try metric(left), "/", try metric(right)))
    }
  }

  private func metric(named name: String) throws(NaiveFailure) -> NaiveMetric {
    if let definition = definitions[name] { return try metric(definition) }
    if name == "videos" || name == "posts" { return .videos }
    if tables.has(name) { return .column(name, within: nil) }
    let rates = [
      "save_rate": "saves", "like_rate": "likes", "comment_rate": "comments", "share_rate": "shares",
    ]
    if let action = rates[name], tables.has(action), tables.has("views") {
      return .combined(.column(action, within: nil), "/", .column("views", within: nil))
    }
    throw .wrong("no metric is called \(name)")
  }
}

extension Number {
  var quantity: Quantity { whole.map { .whole($0) } ?? .real(value) }
}
