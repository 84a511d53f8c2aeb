import TallyLanguage
import TallyPlan
import TallyPrivacy

extension Session {
  /// `help`, `help WORD`, `help CODE`: a page, as lines.
  ///
  /// Any word may be asked about, person words too; what is loaded under the name is told from the catalog.
  /// - Throws: C014 where there is no page, with the nearest topic.
  func help(_ topic: Located<String>?) throws(Diagnostic) -> [String] {
    guard let topic else { return HelpPages.start }
    let word = topic.value.lowercased()
    if let code = RefusalCode(rawValue: word.uppercased()) {
      return Self.page(PrivacyRules.lesson(for: code))
    }
    if let page = HelpPages.page(of: word) { return page.lines }
    if let page = page(ofColumn: word) { return page }
    if case .refusal(let refused)? = parse(SourceText("x by \(word)", name: "help")).first {
      return Self.page(PrivacyRules.lesson(for: refused.refusal.code))
    }
    // `help "sort by"`
    if let first = word.split(separator: " ").first, let page = HelpPages.page(of: String(first)) {
      return page.lines
    }
    throw .noHelp(at: topic.span, nearest: nearest(word, among: HelpPages.topics))
  }

  private static func page(_ lesson: Lesson) -> [String] {
    ["\(lesson.code.rawValue)  \(lesson.title)", "", lesson.reason, lesson.instead]
  }

  /// What is known about a loaded or standard column, a rate, or a definition.
  private func page(ofColumn name: String) -> [String]? {
    if let expression = definitions.metrics[name] {
      return ["\(name)  a metric you defined", "", "\(name) = \(print(expression))"]
    }
    if let rate = StandardCatalog.rates.first(where: { $0.rate == name }) {
      return [
        "\(name)  a built-in rate", "", "\(rate.column) / views, after adding up", "", "  \(name) by week",
      ]
    }
    let column = tables.catalog.tables.lazy.compactMap { $0.column(named: name) }.first
    let standard = StandardCatalog.column(named: name)
    guard let plain = column?.name ?? standard?.name else { return nil }
    let kind = column?.kind ?? standard?.kind ?? .counter
    var lines = [
      "\(plain)  \(standard?.summary ?? "a column of your files")", "",
      "Kind: \(kind.word). \(HelpPages.kind(kind))",
    ]
    let homes = tables.catalog.tables.filter { $0.column(named: plain) != nil }
    lines.append(
      homes.isEmpty
        ? "No loaded file has it." : "In: " + homes.map(\.role.rawValue).joined(separator: ", ") + ".")
    return lines
  }
}
