import TallyLanguage
import TallyPlan
import TallyPrivacy
import TallyRender

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
    if word == "privacy" { return HelpPages.privacy }
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

  /// What a code is about, on one screen: why, what platforms do, examples from the rule itself, what to ask instead.
  private static func page(_ lesson: Lesson) -> [String] {
    func paragraph(_ text: String) -> [String] {
      wrap(text, style: Style(width: 78)).split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
        .map(String.init)
    }
    func listed(_ title: String, _ examples: [String]) -> [String] {
      examples.isEmpty ? [] : [title] + examples.prefix(4).map { "  " + visible($0) }
    }
    let examples = PrivacyRules.examples(of: lesson.code)
    let both =
      listed("Refused, because of what stands between « and »:", examples.refused.filter { $0.contains("«") })
      + listed("Met by:", examples.refused.filter { !$0.contains("«") })
      + listed("Near it, and fine:", examples.allowed)
    return ["\(lesson.code.rawValue)  \(lesson.title)", ""] + paragraph(lesson.reason)
      + paragraph(lesson.story)
      + paragraph(lesson.instead) + (both.isEmpty ? [] : [""] + both)
  }

  /// Characters that cannot be seen are shown by their number.
  private static func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.properties.isDefaultIgnorableCodePoint
        ? "<U+\(String(scalar.value, radix: 16, uppercase: true))>" : String(scalar)
    }.joined()
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
