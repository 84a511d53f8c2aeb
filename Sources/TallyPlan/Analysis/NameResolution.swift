import TallyLanguage
import TallyPrivacy

/// An item's expression with definitions unfolded and names folded to plain ones; tables are not chosen yet.
indirect enum MetricTree: Hashable {
  case constant(Double, whole: Int64?, isFraction: Bool)
  /// A column by plain name, with the span to blame.
  case column(String, SourceSpan)
  /// The number of videos.
  case videos(SourceSpan)
  case negated(MetricTree)
  case binary(Arithmetic, MetricTree, MetricTree, SourceSpan)

  /// Plain names of all columns, in order, each once.
  var columns: [(name: String, span: SourceSpan)] {
    var found: [(name: String, span: SourceSpan)] = []
    collect(into: &found)
    return found
  }

  private func collect(into found: inout [(name: String, span: SourceSpan)]) {
    switch self {
    case .constant, .videos: break
    case .column(let name, let span):
      if !found.contains(where: { $0.name == name }) { found.append((name, span)) }
    case .negated(let inner): inner.collect(into: &found)
    case .binary(_, let left, let right, _):
      left.collect(into: &found)
      right.collect(into: &found)
    }
  }

  /// Whether the number of videos is part of it.
  var countsVideos: Bool {
    switch self {
    case .constant, .column: false
    case .videos: true
    case .negated(let inner): inner.countsVideos
    case .binary(_, let left, let right, _): left.countsVideos || right.countsVideos
    }
  }
}

extension AnalysisContext {
  /// Metrics that may be written without being a column: the number of videos.
  static let videoCountNames: Set<String> = ["videos", "posts"]

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
      if let within = reference.within { throw .notBuiltYet("`within`", at: within.span) }
      return try metricTree(named: reference.name, unfolding: open)
    case .aggregate(let function, _, let each, _):
      throw .notBuiltYet("`\(function.value.word) ... per \(each.value.rawValue)`", at: function.span)
    case .window(let window, _, let span):
      throw .notBuiltYet("`\(window.word)`", at: span)
    }
  }

  /// What a name means among metrics: a definition, the number of videos, a column, a built-in rate.
  private func metricTree(named name: Name, unfolding open: [String]) throws(Diagnostic) -> MetricTree {
    if !name.isBracketed {
      if let definition = definitions.metrics[name.text] {
        if open.contains(name.text) { throw .definitionCycle(open + [name.text], at: name.span) }
        return try metricTree(definition, unfolding: open + [name.text]).relocated(to: name.span)
      }
      if Self.videoCountNames.contains(name.text) { return .videos(name.span) }
    }
    if let column = catalog.tables.lazy.compactMap({ $0.column(name) }).first {
      if case .attribute = column.kind { throw .notAMetric(column, at: name.span) }
      if case .tags = column.kind { throw .notAMetric(column, at: name.span) }
      if case .date = column.kind { throw .notAMetric(column, at: name.span) }
      if case .id = column.kind { throw .notAMetric(column, at: name.span) }
      return .column(column.name, name.span)
    }
    if !name.isBracketed, let rate = builtInRate(name) { return rate }
    throw unknownName(name)
  }

  /// `save_rate` and its like: an action over views, where both are loaded.
  private func builtInRate(_ name: Name) -> MetricTree? {
    guard let action = StandardCatalog.action(ofRate: name.text), isLoaded(action), isLoaded("views") else {
      return nil
    }
    return .binary(.divide, .column(action, name.span), .column("views", name.span), name.span)
  }

  private func isLoaded(_ name: String) -> Bool { catalog.tables.contains { $0.column(named: name) != nil } }

  /// The finding for a name that means nothing here: not loaded, or not known at all with the nearest that is.
  func unknownName(_ name: Name) -> Diagnostic {
    if !name.isBracketed, let action = StandardCatalog.action(ofRate: name.text) {
      let lacking = isLoaded(action) ? "views" : action
      return .notLoaded(name, lacking: lacking, catalog: catalog)
    }
    if let standard = StandardCatalog.column(named: name.text) {
      return .notLoaded(name, lacking: standard.name, catalog: catalog)
    }
    return .unknownName(name, known: knownNames)
  }

  /// Every name that a query may use now, for suggestions.
  var knownNames: [String] {
    var names = catalog.tables.flatMap { $0.columns.map(\.name) }
    names += definitions.metrics.keys.sorted()
    names.append("videos")
    for action in StandardCatalog.rates where isLoaded(action.column) && isLoaded("views") {
      names.append(action.rate)
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension MetricTree {
  /// The same tree, every finding in it blamed on one span: that of the name that stands for it.
  func relocated(to span: SourceSpan) -> MetricTree {
    switch self {
    case .constant: self
    case .column(let name, _): .column(name, span)
    case .videos: .videos(span)
    case .negated(let inner): .negated(inner.relocated(to: span))
    case .binary(let operation, let left, let right, _):
      .binary(operation, left.relocated(to: span), right.relocated(to: span), span)
    }
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
  /// As the grammar opens it.
  var word: String {
    switch self {
    case .running: "running"
    case .rolling: "rolling"
    }
  }
}
