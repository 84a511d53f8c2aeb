import Foundation
import TallyTestSupport
import Testing

/// Files that are packed, named on the command line and piped in.
@Suite struct PackedFilesTests {
  private static func fixture(_ path: String) -> String { Repository.absolute("Tests/Fixtures/\(path)") }

  @Test(arguments: [
    "formats/tiktok-studio/Overview.csv", "archives/tiktok-studio.xlsx",
    "formats/tiktok-studio/Overview_2025-12-11_1770745574_examplecreator.zip",
  ])
  func oneExportGivesOneAnswerHoweverItIsPacked(path: String) throws {
    let place = try Workplace()
    defer { place.remove() }
    let ran = try place.tally(Self.fixture(path), "--year", "2026", "-c", "views, likes by month")
    #expect(
      ran
        == Ran(
          output:
            "month\tviews\tlikes\n2025-12-01\t66854\t2445\n2026-01-01\t59990\t2486\n2026-02-01\t16660\t664\n",
          errors: "", status: 0))
  }

  @Test func aPackedFileIsReadFromStandardInput() throws {
    let place = try Workplace()
    defer { place.remove() }
    let packed = try Data(contentsOf: URL(fileURLWithPath: Self.fixture("archives/videos.csv.gz")))
    let ran = try place.tally("-", "-c", "views", input: packed)
    #expect(ran == Ran(output: "views\n4000\n", errors: "", status: 0))
  }

  @Test func aFolderIsReadWhole() throws {
    let place = try Workplace()
    defer { place.remove() }
    try place.place("exports/videos.csv", videos)
    try place.place("exports/labels.csv", "video,hook\na,question\n")
    #expect(try place.tally("exports", "-c", "views where hook = \"question\"").output == "views\n1000\n")
    #expect(try place.tally("exports", "--safe", "-c", "views").output == "views\n6500\n")
  }

  @Test func anArchiveWithAFileOfPeopleEndsAsARefusalAndSaysNothingFromIt() throws {
    let place = try Workplace()
    defer { place.remove() }
    let ran = try place.tally(Self.fixture("archives/people.zip"), "-c", "views")
    #expect(ran.output == "" && ran.status == 3)
    #expect(ran.errors.hasPrefix("P303 "))
  }

  @Test func unpackingLeavesNothingBehind() throws {
    let place = try Workplace()
    defer { place.remove() }
    #expect(try place.tally(Self.fixture("archives/climbing.zip"), "-c", "views").output == "views\n4000\n")
    #expect(place.names == [])
    #expect(!FileManager.default.fileExists(atPath: place.path + "/../../climbed.csv"))
  }
}
