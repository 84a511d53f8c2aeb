import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import Testing

/// A snapshot that somebody made up passes the detectors that a file of rows passes.
@Suite struct SnapshotPeopleTests {
  private static let honest = csv(
    """
    video,posted,title,format,topic,sound,hashtags,views,saves
    a,2026-01-05,One,tutorial,soups,Song,soup,1000,50
    b,2026-01-06,Two,vlog,bread,Song,bread,3000,30
    c,2026-01-07,Three,vlog,bread,Other,bread,3100,31

    """, "videos.csv")

  /// The code of opening a snapshot in which the texts of one column are others.
  private func code(_ name: String, _ texts: [String]) throws -> String {
    let saved = try Saved([Self.honest])
    let dataset = saved.loaded.dataset
    let videos = try #require(dataset.videos)
    var columns = videos.columns
    switch columns[name] {
    case .texts(let column)?:
      columns[name] = .texts(
        TextColumn(
          codes: column.codes.map { min($0, UInt32(texts.count - 1)) }, dictionary: texts,
          validity: column.validity))
    case .tags(let column)?:
      columns[name] = .tags(
        TagsColumn(
          offsets: column.offsets, codes: column.codes.map { min($0, UInt32(texts.count - 1)) },
          dictionary: texts,
          validity: column.validity))
    default: Issue.record("no text in \(name)")
    }
    let table = Table(rowCount: videos.rowCount, columns: columns)
    return try self.code(Dataset(videoIDs: dataset.videoIDs, videos: table), saved.loaded.catalog)
  }

  private func code(_ dataset: Dataset, _ catalog: Catalog) throws -> String {
    let forged = Snapshot(
      of: dataset, catalog, from: [], reports: [], audience: OpenAudience(), policy: .builtIn)
    do throws(LoadFailure) {
      try forged.checkBeforeSaving()
      Issue.record("saved")
    } catch {}
    return TallyEngineTests.code(try forged.image().bytes)
  }

  @Test(arguments: [
    ("topic", ["anna@example.org", "bread"], "P303"),
    ("topic", ["@annahuber", "@bertabauer"], "P303"),
    ("format", ["Anna Huber", "Berta Bauer", "Clara Maier"], "P303"),
    ("topic", ["+43 660 1234567", "bread"], "P303"),
    ("topic", ["6f9619ff-8b86-d011-b42d-00c04fc964ff", "6f9619ff-8b86-d011-b42d-00c04fc964fe"], "P303"),
    ("hashtags", ["soup", "anna@example.org"], "F183"),
    ("hashtags", ["@annahuber", "bread"], "F183"),
  ])
  func peopleInTexts(column: String, texts: [String], expected: String) throws {
    #expect(try code(column, texts) == expected)
  }

  /// The text of one's own that stands in the place of another one, which nobody masked.
  @Test(arguments: [
    ("title", "with @annahuber"), ("title", "write to anna@example.org"), ("title", "tiktok.com/@annahuber"),
    ("title", "call +43 660 1234567"), ("title", "YW5uYS5odWJlckBleGFtcGxlLm9yZw=="),
    ("title", "ig: annahuber"),
    ("title", "anna (at) example (dot) org"), ("title", "a line\nof two"),
    ("sound", "original sound - annahuber"), ("sound", "by @annahuber"), ("hashtags", "anna@example.org"),
  ])
  func peopleInOwnWords(column: String, text: String) throws {
    let placeholder = String(repeating: "q", count: text.utf8.count)
    let cells = ["title", "sound", "hashtags"].map { $0 == column ? placeholder : "some" }.joined(
      separator: ",")
    let source = csv("video,title,sound,hashtags,views\na,\(cells),1\n", "videos.csv")
    var forged = Forged(bytes: try Saved([source]).bytes())
    #expect(TallyEngineTests.code(forged.sealed()) == "ok")
    forged.replace(placeholder, by: text)
    #expect(TallyEngineTests.code(forged.sealed()) == "F183")
  }

  @Test(arguments: [
    (["anna@example.org", "berta@example.org", "c"], "P303"),
    (["Anna Huber", "Berta Bauer", "Clara Maier"], "P303"),
    (["@anna", "@berta", "@clara"], "P303"),
    (["tiktok.com/@anna", "b", "c"], "P303"),
    (["+43 660 1234567", "b", "c"], "P303"),
    (["AT", "DE", "CH"], "F183"),
  ])
  func peopleAsIDs(ids: [String], expected: String) throws {
    let saved = try Saved([Self.honest])
    #expect(
      try code(Dataset(videoIDs: ids, videos: saved.loaded.dataset.videos), saved.loaded.catalog) == expected)
  }

  /// The honest snapshot with one text of its directory in the place of another of the same length.
  private func opened(_ text: String, insteadOf old: String, _ source: SourceFile = Self.honest) throws
    -> Result<
      Snapshot, LoadFailure
    >
  {
    #expect(text.utf8.count == old.utf8.count)
    var forged = Forged(bytes: try Saved([source]).bytes())
    let length = (0..<8).map { UInt8(truncatingIfNeeded: old.utf8.count >> ($0 * 8)) }
    let wanted = length + Array(old.utf8)
    let places = forged.directory.filter { forged.bytes[$0...].starts(with: wanted) }
    #expect(!places.isEmpty)
    for place in places {
      forged.bytes.replaceSubrange((place + 8)..<(place + 8 + old.utf8.count), with: text.utf8)
    }
    do throws(LoadFailure) {
      return .success(try open(forged.sealed()))
    } catch {
      return .failure(error)
    }
  }

  @Test("a column is one that the loader would have loaded, under the name that it gives")
  func columns() throws {
    func code(_ text: String, insteadOf old: String) throws -> String {
      switch try opened(text, insteadOf: old) {
      case .success: "ok"
      case .failure(let failure): failure.code
      }
    }
    #expect(try code("views", insteadOf: "views") == "ok")
    // Columns of names, comments, and splits of an audience.
    #expect(try code("user_", insteadOf: "title") == "P303")
    #expect(try code("gender", insteadOf: "format") == "F183")
    #expect(try code("email", insteadOf: "topic") == "P303")
    // Another column than the values are of.
    #expect(try code("likes", insteadOf: "title") == "F183")
    #expect(try code("plays", insteadOf: "views") == "F183")
  }

  @Test("words about the files that may be a person's are left out")
  func words() throws {
    let source = csv(
      "video,posted,video views,saves,mood today\na,2026-01-05,1,2,x\nb,2026-01-06,3,4,y\n",
      "my analytics.csv")
    let snapshot = try opened("Anna Huber ", insteadOf: "video views", source).get()
    let column = snapshot.loaded.catalog.tables[0].column(named: "views")
    #expect(column?.header == "views")
    let renamed = try opened("Anna Huber a.csv", insteadOf: "my analytics.csv", source).get()
    #expect(renamed.reports.map(\.file) == ["file 1.csv"])
    #expect(renamed.loaded.catalog.tables.map(\.files) == [["file 1.csv"]])
    let told = try opened("Anna Huber", insteadOf: "mood today", source).get()
    #expect(told.reports[0].unknown == [] && told.reports[0].hiddenUnknown == 1)
  }

  @Test("groups of an audience are protected again, and none of them is a person")
  func audience() throws {
    let groups = csv("country,followers\nDE,900\nAT,300\nFR,70\nIS,7\nNR,5\nTV,4\n", "countries.csv")
    let saved = try Saved([groups])
    var forged = Forged(bytes: try saved.bytes())
    let honest = try #require(try open(forged.bytes).openAudience(under: .builtIn))
    #expect(honest.added(to: saved.loaded).dataset.audience.map(\.table.rowCount) == [4])
    // 70 people of a country become 7.
    let seventy = (0..<8).map { UInt8($0 == 0 ? 70 : 0) }
    for place in forged.directory where forged.bytes[place...].starts(with: seventy) {
      forged.bytes[place] = 7
    }
    let small = try open(forged.sealed())
    #expect(small.openAudience(under: .builtIn) == nil)
    let mail = csv("country,followers\nGermany,900\nAustria,300\nFrance,70\nIceland,60\n", "countries.csv")
    #expect(throws: LoadFailure.self) { try opened("@anna12", insteadOf: "Austria", mail).get() }
  }

  @Test("a policy that asks for more than a snapshot was made under is not met by it")
  func policies() throws {
    let groups = csv("country,followers\nDE,900\nAT,300\nFR,70\nIS,7\nNR,5\nTV,4\n", "countries.csv")
    let snapshot = try open(try Saved([groups]).bytes())
    #expect(snapshot.isProtected(by: .builtIn))
    let stricter = Policy(source: "tally.policy", protectedBy: [.smallestGroup: 20])
    #expect(!snapshot.isProtected(by: stricter))
    let made = try open(try Saved([groups], policy: stricter).bytes())
    #expect(made.isProtected(by: stricter) && made.isProtected(by: .builtIn))
    #expect(made.policy.least(.smallestGroup) == 20)
    #expect(made.openAudience(under: stricter) != nil)
  }
}
