import Foundation
import TallyEngine
import TallyLanguage
import TallyShell
import TallyTestSupport
import Testing

/// What is in a file of `Tests/Fixtures/archives`.
func unpacked(_ fixture: String, limits: UnpackingLimits = UnpackingLimits()) throws -> Unpacked {
  let bytes = try Data(
    contentsOf: URL(fileURLWithPath: Repository.absolute("Tests/Fixtures/archives/\(fixture)")))
  var watch = ReadingWatch(isShown: false, isCancelled: { false })
  return try unpack("in/" + fixture, Array(bytes), limits: limits, &watch)
}

/// The texts in a file, each under its name without the file's own.
func texts(_ fixture: String) throws -> [String: String] {
  var texts: [String: String] = [:]
  for file in try unpacked(fixture).files {
    texts[String(file.name.dropFirst("in/\(fixture)".count))] = String(decoding: file.bytes, as: UTF8.self)
  }
  return texts
}

/// The code that unpacking ends in; nil where all is well.
func code(_ fixture: String, limits: UnpackingLimits = UnpackingLimits()) throws -> String? {
  do {
    _ = try unpacked(fixture, limits: limits)
    return nil
  } catch let failure as Failure {
    return failure.code
  }
}

let packedVideos = """
  video,posted,views,saves
  a,2026-01-05T10:00:00Z,1000,50
  b,2026-01-06T10:00:00Z,3000,30

  """

@Suite("Unpacking") struct UnpackingTests {
  @Test(arguments: ["videos.csv.gz", "videos.csv.zst", "named-wrong.csv"])
  func aStreamGivesItsTextUnderTheSameNameWhateverItIsCalled(fixture: String) throws {
    #expect(try texts(fixture) == ["": packedVideos])
    #expect(try unpacked(fixture).files.map(\.container) == [nil])
  }

  @Test func gzipFilesOneAfterTheOtherAreOneTextAndZerosBehindThemNothing() throws {
    #expect(try texts("two-parts.csv.gz") == ["": packedVideos + "c,2026-01-07T10:00:00Z,500,5\n"])
  }

  @Test func aPlainFileIsItself() throws {
    var watch = ReadingWatch(isShown: false, isCancelled: { false })
    let file = try #require(try unpack("a.zip", Array("x\n".utf8), &watch).files.first)
    #expect(file.name == "a.zip" && Array(file.bytes) == Array("x\n".utf8) && file.container == nil)
  }

  @Test func anArchiveGivesItsTablesInOrderAndSaysWhatItLeaves() throws {
    let unpacked = try unpacked("export.zip")
    #expect(
      unpacked.files.map(\.name) == [
        "in/export.zip/Données du tableau.csv", "in/export.zip/labels.csv", "in/export.zip/readme.txt",
        "in/export.zip/settings.json",
      ])
    #expect(Set(unpacked.files.map(\.container)) == ["export.zip"])
    #expect(String(decoding: unpacked.files[0].bytes, as: UTF8.self) == packedVideos)
    #expect(unpacked.note == "not read, no tables by their names: notes.pdf, and 3 others")
  }

  @Test func aMemberNamedLikeAPersonIsReadUnderANumber() throws {
    #expect(try texts("handle.zip") == ["/file 1.csv": packedVideos])
  }

  @Test func anyWordThatExportsDoNotUseMayBeAName() throws {
    let unpacked = try unpacked("names.zip")
    #expect(
      unpacked.files.map(\.name) == [
        "in/names.zip/file 1.csv", "in/names.zip/file 2.csv", "in/names.zip/Top videos (2026-01).csv",
        "in/names.zip/file 4.txt",
      ])
    #expect(unpacked.note == "not read, no tables by their names: notes.pdf, and 1 other")
  }

  @Test func aNameInAnotherCharacterSetIsNoDamage() throws {
    #expect(try texts("old-name.zip") == ["/file 1.csv": packedVideos])
  }

  @Test func aMemberThatClimbsOutIsNamedAsIfItDidNot() throws {
    #expect(try texts("climbing.zip") == ["/videos.csv": packedVideos])
  }

  @Test func membersOfOneNameStayTwo() throws {
    #expect(
      try unpacked("years.zip").files.map(\.name) == [
        "in/years.zip/Overview.csv", "in/years.zip/file 2.csv", "in/years.zip/Content.csv",
      ])
  }

  @Test(arguments: [
    ("cut.csv.gz", "F140"), ("changed.csv.gz", "F140"), ("trailing.csv.gz", "F140"), ("cut.csv.zst", "F140"),
    ("changed.csv.zst", "F140"), ("cut.zip", "F140"), ("half.zip", "F140"), ("changed.zip", "F140"),
    ("locked.zip", "F141"), ("none.zip", "F143"), ("nested.zip", "F143"), ("empty.xlsx", "F143"),
    ("twice.csv.gz", "F149"), ("bundle.tar.gz", "F149"), ("disguised.zip", "F149"), ("wide.xlsx", "F142"),
  ])
  func whatIsWrongIsSaid(fixture: String, expected: String) throws {
    #expect(try code(fixture) == expected)
  }

  @Test func whatSwellsIsRefusedBeforeItFillsTheMemory() throws {
    var limits = UnpackingLimits()
    #expect(try code("swells.csv.gz", limits: limits) == nil)
    (limits.ratioCountsFrom, limits.ratio) = (100_000, 800)
    #expect(try code("swells.csv.gz", limits: limits) == "F142")
    limits.ratio = 1000
    #expect(try code("swells.csv.gz", limits: limits) == nil)
    limits.total = 199_999
    #expect(try code("swells.csv.gz", limits: limits) == "F142")
    limits.total = 200_000
    #expect(try code("swells.csv.gz", limits: limits) == nil)
  }

  @Test func theLimitCountsAllMembersTogether() throws {
    var limits = UnpackingLimits()
    limits.total = 150
    #expect(try code("export.zip", limits: limits) == "F142")
    #expect(try code("handle.zip", limits: limits) == nil)
  }

  @Test func anArchiveHasAtMostSoManyMembers() throws {
    var limits = UnpackingLimits()
    limits.members = 11
    #expect(try code("many.zip", limits: limits) == "F142")
    limits.members = 12
    #expect(try code("many.zip", limits: limits) == nil)
  }

  @Test func unpackingStopsWhenItIsAskedTo() throws {
    var watch = ReadingWatch(isShown: false, isCancelled: { true })
    for fixture in ["videos.csv.gz", "videos.csv.zst", "export.zip", "forms.xlsx"] {
      let path = Repository.absolute("Tests/Fixtures/archives/\(fixture)")
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      #expect(throws: Failure.self) { try unpack(fixture, bytes, &watch) }
    }
  }

  @Test func everyDamageOfASmallArchiveEndsInAMessageOrATable() throws {
    for fixture in ["export.zip", "videos.csv.gz", "videos.csv.zst", "books.xlsx"] {
      let path = Repository.absolute("Tests/Fixtures/archives/\(fixture)")
      let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      var watch = ReadingWatch(isShown: false, isCancelled: { false })
      for place in stride(from: 0, to: whole.count, by: 7) {
        var changed = whole
        changed[place] = ~changed[place]
        for bytes in [changed, Array(whole[..<place])] {
          do {
            _ = try unpack(fixture, bytes, &watch)
          } catch {
            #expect(
              ["F140", "F141", "F142", "F143", "F144", "F149"].contains(error.code), "\(fixture) \(place)")
          }
        }
      }
    }
  }
}

/// What bytes that lie in an array hold.
private func unpack(
  _ name: String, _ bytes: [UInt8], limits: UnpackingLimits = UnpackingLimits(), _ watch: inout ReadingWatch
) throws(Failure) -> Unpacked {
  try unpack(name, FileBytes(bytes), limits: limits, &watch)
}
