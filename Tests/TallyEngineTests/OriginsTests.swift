import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import Testing

struct OriginsTests {
  /// Columns from which the first group of an answer was made.
  private func origins(of question: String, label: String? = nil) throws -> [String] {
    let videos = "video,posted,topic,views,saves\na,2026-01-05,soups,100,5\nb,2026-01-06,bread,300,3\n"
    let daily = "date,video,likes\n2026-01-05,a,3\n2026-01-06,b,4\n"
    let loaded = try assemble(
      [csv(videos, "videos.csv"), csv(daily, "daily.csv")].map { try read($0, as: nil, options: options) })
    var known = Definitions()
    if let label,
      case .statement(.define(let definition), _)? = parse(SourceText(label, name: "label")).first,
      case .label(let cases) = definition.body
    {
      known.define(label: definition.name.text, as: cases)
    }
    let (query, source) = try #require(queryOf(question))
    let plan = try analyze(
      query,
      in: AnalysisContext(
        catalog: loaded.catalog, definitions: known, clock: .init(), source: source, minVideos: 5))
    return try evaluate(plan, over: loaded.dataset).origins.first?.map(\.name) ?? []
  }

  @Test("the gate sees the columns that labels and steps are made of")
  func labelsAndStepsHaveOrigins() throws {
    #expect(try origins(of: "views by topic") == ["topic"])
    #expect(try origins(of: "views by saves every 2") == ["saves"])
    #expect(
      try origins(
        of: "views by size",
        label: "define label size = \"big\" where views > 100 and topic = \"bread\", else \"small\"")
        == ["views", "topic"])
  }
}
