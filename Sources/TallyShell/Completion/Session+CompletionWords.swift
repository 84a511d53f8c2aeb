import TallyLanguage
import TallyPlan
import TallyPrivacy

extension Session {
  /// What completion may offer now, commands excepted.
  package var completionWords: CompletionWords {
    var words = CompletionWords()
    let columns = tables.catalog.tables.flatMap(\.columns)
    words.metrics = Self.unique(
      columns.filter(\.isMetric).map(\.written) + tables.catalog.loadedRates.map(\.rate)
        + definitions.metrics.keys.sorted() + (tables.isEmpty ? [] : ["videos"]))
    words.attributes = columns.filter { $0.isOfferedAsGroup }.reduce(into: []) { attributes, column in
      guard !attributes.contains(where: { $0.name == column.written }) else { return }
      attributes.append(CompletionWords.Attribute(column.written, values: column.samples.values))
    }
    words.attributes += definitions.labels.sorted { $0.key < $1.key }.map { name, cases in
      CompletionWords.Attribute(name, values: Self.unique(cases.map(\.label.value)))
    }
    words.groups = definitions.groups.keys.sorted()
    words.reports = definitions.reports.keys.sorted()
    words.parameters = Set(parameters.values.keys)
      .union(definitions.reports.keys.flatMap { definitions.parameters(ofReport: $0) ?? [] }).sorted()
    words.tables = TableRole.allCases.map(\.rawValue)
    words.settings = settings.listed.map {
      CompletionWords.Choice($0.name, values: $0.name == "week_start" ? ["monday", "sunday"] : [])
    }
    words.topics = HelpPages.topics
    words.codes = RefusalCode.allCases.map(\.rawValue) + HelpPages.codePages.map(\.name)
    words.protected = tables.protected
    return words
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension CatalogColumn {
  fileprivate var isOfferedAsGroup: Bool {
    switch kind {
    case .attribute, .tags: true
    case .counter, .runningTotal, .snapshot, .unique, .rate, .date, .id: false
    }
  }

  /// The column as a query names it.
  fileprivate var written: String {
    let isBare = name.utf8.first.map { $0 > UInt8(ascii: "9") } ?? false
    let isReserved = Word(rawValue: name)?.isReserved ?? false
    if isBare, !isReserved { return name }
    return "[\(header.split(separator: "]", omittingEmptySubsequences: false).joined(separator: "]]"))]"
  }
}
