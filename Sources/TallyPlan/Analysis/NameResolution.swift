import TallyLanguage
import TallyPrivacy

/// An item's expression with definitions unfolded and names folded to plain ones; tables are not chosen yet.
indirect enum MetricTree: Hashable {
  case constant(Double, whole: Int64?, isFraction: Bool)
  /// A column by plain name, with the span to blame.
  case column(String, within: AgeLimit?, SourceSpan)
  /// The number of videos.
  case videos(within: AgeLimit?, SourceSpan)
  case negated(MetricTree)
  case binary(Arithmetic, MetricTree, MetricTree, SourceSpan)
  case statistic(AggregateFunction, MetricTree, per: Each, SourceSpan)
  case window(PlannedWindow, MetricTree, SourceSpan)
}

extension MetricTree {
  /// The tree and everything in it, outermost first.
  private var nodes: [MetricTree] {
    switch self {
    case .constant, .column, .videos: [self]
    case .negated(let inner), .statistic(_, let inner, _, _), .window(_, let inner, _): [self] + inner.nodes
    case .binary(_, let left, let right, _): [self] + left.nodes + right.nodes
    }
  }

  /// Plain names of all columns, in order, each once.
  var columns: [(name: String, span: SourceSpan)] {
    var found: [(name: String, span: SourceSpan)] = []
    for case .column(let name, _, let span) in nodes where !found.contains(where: { $0.name == name }) {
      found.append((name, span))
    }
    return found
  }

  /// Whether the number of videos is part of it.
  var countsVideos: Bool { nodes.contains { if case .videos = $0 { true } else { false } } }

  /// Every age that `within` names, each once, with the place of the first.
  var ages: [(limit: AgeLimit, span: SourceSpan)] {
    var found: [(limit: AgeLimit, span: SourceSpan)] = []
    for node in nodes {
      switch node {
      case .column(_, let limit?, let span), .videos(let limit?, let span):
        if !found.contains(where: { $0.limit == limit }) { found.append((limit, span)) }
      case .constant, .column, .videos, .negated, .binary, .statistic, .window: break
      }
    }
    return found
  }

  /// The units that statistics run over, each once.
  var units: [Each] {
    var found: [Each] = []
    for case .statistic(_, _, let each, _) in nodes where !found.contains(each) { found.append(each) }
    return found
  }

  /// The first window in it, with its place.
  var window: (window: PlannedWindow, span: SourceSpan)? {
    for case .window(let window, _, let span) in nodes { return (window, span) }
    return nil
  }

  /// Whether it asks for the days of the activity by itself, whatever the query's clauses say.
  var asksForActivity: Bool {
    !ages.isEmpty || window != nil || units.contains { $0 != .video }
  }
}

extension AnalysisContext {
  /// Metrics that may be written without being a column: the number of videos.
  package static let videoCountNames: Set<String> = ["videos", "posts"]

  /// Unfolds definitions and built-in rates in an expression of an item, `having` or `sort by`.
  ///
  /// - Throws: C001 unknown name, C002 known but not loaded, D002 a definition that contains itself, Q900 parts of the
  ///   language that are not built yet.
  func metricTree(_ expression: Expression, unfolding open: [String] = []) throws(Diagnostic) -> MetricTree {
    switch expression {
    case .number(let number):
      return .constant(number.value.value, whole: number.value.whole, isFraction: false)
    case .percent(let number):
      return .constant(number.value.value / 100, whole: nil, isFraction: true)
    case .negated(let inner, _):
      return .negated(try metricTree(inner, unfolding: open))
    case .binary(let operation, let left, let right, let span):
      return .binary(
        operation, try metricTree(left, unfolding: open), try metricTree(right, unfolding: open), span)
    case .perNumber(let left, let number, let right, let span):
      let ratio = MetricTree.binary(
        .divide, try metricTree(left, unfolding: open), try metricTree(right, unfolding: open), span)
      let scale = MetricTree.constant(number.value.value, whole: number.value.whole, isFraction: false)
      return .binary(.multiply, scale, ratio, span)
    case .reference(let reference):
      let tree = try metricTree(named: reference.name, unfolding: open)
      guard let within = reference.within else { return tree }
      return try tree.limited(to: try within.ageLimit(), at: reference.span)
    case .aggregate(let function, let inner, let each, let span):
      let tree = try metricTree(inner, unfolding: open)
      guard tree.units.isEmpty, tree.window == nil else { throw .nestedStatistic(at: span) }
      return .statistic(function.value, tree, per: each.value, span)
    case .window(let window, let inner, let span):
      let tree = try metricTree(inner, unfolding: open)
      guard tree.window == nil else { throw .nestedWindow(at: span) }
      return .window(try window.planned(), tree, span)
    }
  }

  /// What a name means among metrics: a definition, the number of videos, a column, a built-in rate.
  private func metricTree(named name: Name, unfolding open: [String]) throws(Diagnostic) -> MetricTree {
    if !name.isBracketed {
      if let definition = definitions.metrics[name.text] {
        if open.contains(name.text) { throw .definitionCycle(open + [name.text], at: name.span) }
        try checkIsNoColumn(name)
        return try metricTree(definition, unfolding: open + [name.text]).relocated(to: name.span)
      }
      if Self.videoCountNames.contains(name.text) { return .videos(within: nil, name.span) }
    }
    if let column = catalog.tables.lazy.compactMap({ $0.column(name) }).first {
      guard column.isMetric else { throw .notAMetric(column, at: name.span) }
      return .column(column.name, within: nil, name.span)
    }
    if !name.isBracketed, let rate = builtInRate(name) { return rate }
    throw unknownName(name)
  }

  /// A definition never hides a column, also one that was loaded after it.
  ///
  /// - Throws: D003.
  func checkIsNoColumn(_ name: Name) throws(Diagnostic) {
    if catalog.isLoaded(name.text) { throw .hiddenColumn(name) }
  }

  /// `save_rate` and its like: an action over views, where both are loaded.
  private func builtInRate(_ name: Name) -> MetricTree? {
    guard let rate = catalog.loadedRates.first(where: { $0.rate == name.text }) else { return nil }
    return .binary(
      .divide, .column(rate.column, within: nil, name.span), .column("views", within: nil, name.span),
      name.span)
  }

  /// The finding for a name that means nothing here: not loaded, or not known at all with the nearest that is.
  func unknownName(_ name: Name) -> Diagnostic {
    if !name.isBracketed, let action = StandardCatalog.action(ofRate: name.text) {
      let lacking = catalog.isLoaded(action) ? "views" : action
      return .notLoaded(name, lacking: lacking, catalog: catalog)
    }
    if let standard = StandardCatalog.column(named: name.text) {
      if let loaded = loadedWord(for: standard, called: name.text) {
        return .unknownName(name, known: knownNames, meant: loaded)
      }
      return .notLoaded(name, lacking: standard.name, catalog: catalog)
    }
    return .unknownName(name, known: knownNames)
  }

  /// What to write for another name of a column that is loaded: `saves` for `favorites`, `day` for `date`.
  func loadedWord(for standard: StandardColumn, called name: String) -> String? {
    switch standard.meaning {
    case .key: return catalog[.videos] != nil || catalog[.daily] != nil ? "video" : nil
    case .time where standard.name == "date": return "day"
    case .time: return catalog[.videos]?.days != nil ? "day posted" : nil
    case .action, .exposure, .audience, .content, .delivery, .audienceDimension:
      return name != standard.name && catalog.isLoaded(standard.name) ? standard.name : nil
    }
  }

  /// Every name that a query may use now, for suggestions.
  var knownNames: [String] {
    var names = catalog.tables.flatMap { $0.columns.map(\.name) }
    names += definitions.metrics.keys.sorted()
    names.append("videos")
    names += catalog.loadedRates.map(\.rate)
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension MetricTree {
  /// The same tree, every finding in it blamed on one span: that of the name that stands for it.
  func relocated(to span: SourceSpan) -> MetricTree {
    switch self {
    case .constant: self
    case .column(let name, let within, _): .column(name, within: within, span)
    case .videos(let within, _): .videos(within: within, span)
    case .negated(let inner): .negated(inner.relocated(to: span))
    case .binary(let operation, let left, let right, _):
      .binary(operation, left.relocated(to: span), right.relocated(to: span), span)
    case .statistic(let function, let inner, let each, _):
      .statistic(function, inner.relocated(to: span), per: each, span)
    case .window(let window, let inner, _): .window(window, inner.relocated(to: span), span)
    }
  }

  /// The same tree with every column counted in the first part of each video's life only.
  ///
  /// - Throws: M014 where it is limited already, or holds a window.
  fileprivate func limited(to limit: AgeLimit, at span: SourceSpan) throws(Diagnostic) -> MetricTree {
    switch self {
    case .constant: return self
    case .column(let name, nil, _): return .column(name, within: limit, span)
    case .videos(nil, _): return .videos(within: limit, span)
    case .column, .videos, .window: throw .withinTwice(at: span)
    case .negated(let inner): return .negated(try inner.limited(to: limit, at: span))
    case .binary(let operation, let left, let right, _):
      return .binary(
        operation, try left.limited(to: limit, at: span), try right.limited(to: limit, at: span), span)
    case .statistic(let function, let inner, let each, _):
      return .statistic(function, try inner.limited(to: limit, at: span), per: each, span)
    }
  }
}

extension Located<Period> {
  /// The age that `within` names.
  ///
  /// - Throws: Q022 for a count that is no whole number from 1 to 10,000.
  func ageLimit() throws(Diagnostic) -> AgeLimit {
    guard let count = value.count.whole, (1...10_000).contains(count) else { throw .badPeriodCount(at: span) }
    return AgeLimit(count: Int(count), unit: value.unit)
  }
}

extension AggregateFunction {
  /// As the grammar writes it.
  package var word: String {
    switch self {
    case .average: "average"
    case .median: "median"
    case .lowest: "lowest"
    case .highest: "highest"
    case .spread: "spread"
    case .percentile(let rank): "p\(rank)"
    }
  }
}

extension Window {
  /// The window with its length checked.
  ///
  /// - Throws: Q022 for a count that is no whole number from 1 to 10,000.
  fileprivate func planned() throws(Diagnostic) -> PlannedWindow {
    switch self {
    case .running: return .running
    case .rolling(let period):
      let limit = try period.ageLimit()
      return .rolling(count: limit.count, limit.unit)
    }
  }
}
