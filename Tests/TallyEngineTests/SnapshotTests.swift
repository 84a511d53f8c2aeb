import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import TallyTestSupport
import Testing

@Suite struct SnapshotTests {
  static let videos = csv(
    """
    video,posted,title,format,hashtags,sound,length,views,saves,average_watch_time
    a,2026-01-05T10:00:00Z,Soup with @anna,tutorial,soup #bread,original sound - anna,30,1000,50,12.5
    b,2026-01-06,Two,vlog,bread,Song,61,3000,,3.25
    c,,Three,,,,,70000,7,

    """, "videos.csv")
  static let daily = csv(
    """
    date,video,traffic_source,views,saves
    2026-01-05,a,search,10,1
    2026-01-06,a,feed,20,
    2026-01-06,b,feed,30,-3
    2026-01-07,x,search,90000000000,4

    """, "daily.csv")
  static let people = csv("country,followers\nDE,900\nAT,300\nIS,7\nNR,5\nTV,4\n", "countries.csv")

  /// Fixtures of every kind; those that are no table are left out below.
  static let exports =
    Repository.files(below: "Tests/Fixtures", ending: ".csv")
    + Repository.files(below: "Tests/Fixtures", ending: ".json")

  @Test("every export is the same after it was saved and opened")
  func everyExport() throws {
    var dated = options
    dated.year = 2026
    dated.zone = { $0 == "UTC" ? .utc : pacific }
    var (tables, audiences) = (0, 0)
    for path in Self.exports {
      let source = SourceFile(name: path, bytes: try Repository.bytes(path))
      guard let saved = try? Saved([source], dated) else { continue }
      if saved.loaded.catalog.tables.isEmpty, saved.loaded.catalog.withheld.isEmpty { continue }
      let opened: Snapshot
      do throws(LoadFailure) {
        try saved.snapshot.checkBeforeSaving()
        opened = try open(try saved.bytes())
      } catch {
        Issue.record("\(path): \(error)")
        continue
      }
      let loaded = opened.loaded
      #expect(AllValues(loaded.dataset) == AllValues(saved.loaded.dataset), "\(path)")
      let audience = try #require(opened.openAudience(under: .builtIn), "\(path)")
      let whole = audience.added(to: loaded)
      #expect(saved.snapshot.left == [], "\(path)")
      #expect(whole.catalog.withoutFiles == saved.loaded.catalog.withoutFiles, "\(path)")
      #expect(
        opened.reports.map { $0.lines.dropFirst() } == saved.reports.map { $0.lines.dropFirst() }, "\(path)")
      #expect(
        whole.dataset.audience.map(\.table.columns.keys.count)
          == saved.loaded.dataset.audience.map(\.table.columns.keys.count))
      tables += saved.loaded.catalog.tables.count { $0.role != .audience }
      audiences += saved.loaded.dataset.audience.count
    }
    print("snapshots: \(tables) tables and \(audiences) audiences of exports")
    #expect(tables >= 40 && audiences >= 9)
  }

  @Test("what is opened is merged like any file")
  func merging() throws {
    let saved = try Saved([Self.videos, Self.daily])
    let opened = try open(try saved.bytes())
    let again = try assemble(opened.files)
    #expect(AllValues(again.dataset) == AllValues(saved.loaded.dataset))
    #expect(again.catalog.withoutFiles == saved.loaded.catalog.withoutFiles)
    let labels = try read(
      csv("video,topic\na,soups\nb,bread\nzzz,none\n", "labels.csv"), as: nil, options: options)
    let merged = try assemble(opened.files + [labels])
    guard case .texts(let topic)? = merged.dataset.videos?.columns["topic"] else {
      Issue.record("no topic")
      return
    }
    #expect((0..<3).map { topic[$0] } == ["soups", "bread", nil])
    #expect(merged.reports.last?.unmatchedRows == 1)
  }

  @Test("every byte that is changed is found, but for those between sections")
  func everyByte() throws {
    let saved = try Saved([Self.videos, Self.daily, Self.people])
    let bytes = try saved.bytes()
    let values = AllValues(try open(bytes).loaded.dataset)
    var unfound = 0
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= UInt8(1 << (place % 8))
      do throws(LoadFailure) {
        let opened = try open(changed)
        unfound += 1
        #expect(AllValues(opened.loaded.dataset) == values && opened.damage == nil, "byte \(place)")
        // Nothing but what fills up to the next section.
        #expect(bytes[place] == 0, "byte \(place)")
      } catch {
        #expect(error.code == "F181", "byte \(place): \(error.code)")
      }
    }
    #expect(unfound < bytes.count / 2)
    print("snapshots: \(bytes.count) bytes changed, \(unfound) of them between sections")
  }

  @Test("a file that is cut short anywhere is refused")
  func everyLength() throws {
    let bytes = try Saved([Self.videos, Self.daily]).bytes()
    for length in bytes.indices { #expect(code(Array(bytes[..<length])) == "F181", "\(length)") }
    #expect(code(bytes + [0]) == "F181")
    #expect(code(bytes) == "ok")
  }

  @Test("another version and another byte order are told as such")
  func otherFormats() throws {
    var forged = Forged(bytes: try Saved([Self.videos]).bytes())
    #expect(forged.sealed() == forged.bytes)
    forged.bytes[12] = 2
    #expect(code(forged.sealed()) == "F180")
    #expect(code(forged.bytes) == "F181")
    forged.bytes[12] = 1
    forged.bytes.replaceSubrange(8..<12, with: [1, 2, 3, 4])
    #expect(code(forged.sealed()) == "F182")
    // As a program leaves it that takes it for a text.
    forged.bytes.replaceSubrange(8..<12, with: [4, 3, 2, 1])
    forged.bytes.remove(at: 6)
    #expect(Snapshot.begins(forged.bytes))
    #expect(code(forged.bytes) == "F181")
  }

  @Test("whatever numbers a directory has, opening ends, and so do questions over what was opened")
  func madeUpNumbers() throws {
    var random = SeededGenerator(seed: 180)
    let whole = Forged(bytes: try Saved([Self.videos, Self.daily, Self.people]).bytes())
    let numbers: [UInt64] = [
      0, 1, 2, 63, 64, 65, 1 << 20, 1 << 31, 1 << 32, 1 << 40, 1 << 61, 1 << 62, 1 << 63, .max, .max - 63,
      UInt64(bitPattern: Int64(Int32.min)),
    ]
    var (opened, asked) = (0, 0)
    func ask(_ forged: Forged) {
      guard let snapshot = try? open(forged.sealed()) else { return }
      opened += 1
      _ = AllValues(snapshot.loaded.dataset)
      _ = snapshot.openAudience(under: .builtIn)
      guard snapshot.damage == nil else { return }
      asked += 1
      _ = try? assemble(snapshot.files)
    }
    for offset in stride(from: whole.directory.lowerBound, to: whole.directory.upperBound - 7, by: 1) {
      var forged = whole
      forged.put(numbers[Int(random.next() % UInt64(numbers.count))], at: offset)
      ask(forged)
    }
    for _ in 0..<2000 {
      var forged = whole
      for _ in 0...(random.next() % 3) {
        let offset = Int(random.next() % UInt64(whole.directory.count - 8)) + whole.directory.lowerBound
        let near = whole.number(offset) &+ random.next() % 9 &- 4
        forged.put(
          random.next() % 2 == 0 ? near : numbers[Int(random.next() % UInt64(numbers.count))], at: offset)
      }
      ask(forged)
    }
    print("snapshots: \(opened) of those with made-up numbers opened, \(asked) whole")
    #expect(opened > 0)
  }
}

extension Catalog {
  /// The same without the names of files, which a snapshot writes without folders.
  var withoutFiles: Catalog {
    var catalog = self
    catalog.tables = tables.map { table in
      CatalogTable(
        role: table.role, columns: table.columns, rowCount: table.rowCount, files: [], days: table.days,
        hidesGroups: table.hidesGroups, isApproximate: table.isApproximate,
        roundsEarlierMonths: table.roundsEarlierMonths, groupsOverlap: table.groupsOverlap)
    }
    return catalog
  }
}
