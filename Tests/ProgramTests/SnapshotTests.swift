import Foundation
import TallyTestSupport
import Testing

/// Snapshots as files: how they are written, where they may lie, and what is said of those that are no good.
@Suite struct SnapshotTests {
  private static let question = ["-c", "saves by week posted", "--format", "csv"]

  private func workplace() throws -> Workplace {
    let place = try Workplace()
    try place.place("videos.csv", videos)
    return place
  }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func aSnapshotAnswersLikeTheFilesAndIsForItsOwnerAlone() throws {
    let place = try workplace()
    defer { place.remove() }
    #expect(
      try place.tally("videos.csv", "--save-tables", "v.snapshot") == Ran(output: "", errors: "", status: 0))
    #expect(try mode(place.path + "/v.snapshot") == 0o600)
    let (expected, actual) = (
      try place.run(["videos.csv"] + Self.question), try place.run(["v.snapshot"] + Self.question)
    )
    #expect(actual == expected && actual.status == 0)
    // What stood there gives way, with its permissions and without a trace.
    chmod(place.path + "/v.snapshot", 0o644)
    try place.place("v.snapshot", "something else")
    #expect(try place.tally("videos.csv", "--save-tables", "v.snapshot").status == 0)
    #expect(try mode(place.path + "/v.snapshot") == 0o600)
    #expect(place.names == ["v.snapshot", "videos.csv"])
    #expect(try place.run(["v.snapshot"] + Self.question) == expected)
    // Answers, then the tables.
    let both = try place.run(["videos.csv", "--save-tables", "w.snapshot"] + Self.question)
    #expect(both == expected)
    #expect(place.bytes("w.snapshot") == place.bytes("v.snapshot"))
  }

  @Test func whatCannotBeWrittenLeavesNothingBehind() throws {
    let place = try workplace()
    defer { place.remove() }
    func save(_ path: String, from file: String = "videos.csv") throws -> Ran {
      try place.tally(file, "--save-tables", path)
    }
    let missing = try save("missing/v.snapshot")
    #expect(missing.status == 4)
    #expect(missing.errors.contains("F006") && missing.errors.contains("No such file or directory"))
    try FileManager.default.createDirectory(atPath: place.path + "/folder", withIntermediateDirectories: true)
    #expect(try save("folder").errors.contains("it is a folder"))
    #expect(try save("/dev/full").errors.contains("it is no ordinary file"))
    let loaded = try save("videos.csv")
    #expect(loaded.status == 4 && loaded.errors.contains("F008"))
    #expect(try save("v.tally").errors.contains("F189"))
    #expect(try place.tally("--save-tables", "v.snapshot").errors.contains("F189"))
    #expect(try place.tally("videos.csv", "--safe", "--save-tables", "v.snapshot").status == 64)
    #expect(place.names == ["folder", "videos.csv"])
    #expect(place.text("videos.csv") == videos)
    // A snapshot is not written over itself, nor over a file that shares its content.
    #expect(try save("v.snapshot").status == 0)
    try FileManager.default.linkItem(atPath: place.path + "/v.snapshot", toPath: place.path + "/w.snapshot")
    for name in ["v.snapshot", "w.snapshot", "./v.snapshot"] {
      #expect(try save(name, from: "v.snapshot").errors.contains("F008"), "\(name)")
    }
  }

  @Test func aFullDiskIsToldAndLeavesNothingBehind() throws {
    let place = try workplace()
    defer { place.remove() }
    let limited = Process()
    limited.executableURL = URL(fileURLWithPath: "/bin/sh")
    // A limit on the length of files is a disk that is full at that length.
    limited.arguments = [
      "-c", "ulimit -f 1; trap '' XFSZ; exec \"$0\" videos.csv --save-tables v.snapshot", Workplace.program,
    ]
    limited.currentDirectoryURL = URL(fileURLWithPath: place.path)
    limited.standardError = FileHandle.nullDevice
    try limited.run()
    limited.waitUntilExit()
    #expect(limited.terminationStatus == 4)
    #expect(place.names == ["videos.csv"])
  }

  @Test func whatIsNoSnapshotAnyMoreIsToldByItsName() throws {
    let place = try workplace()
    defer { place.remove() }
    #expect(try place.tally("videos.csv", "--save-tables", "v.snapshot").status == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: place.path + "/v.snapshot"))
    try place.place("cut.snapshot", bytes: bytes.dropLast())
    let cut = try place.run(["cut.snapshot"] + Self.question)
    #expect(cut.status == 4 && cut.output == "")
    #expect(cut.errors.hasPrefix("cut.snapshot: F181 This snapshot is damaged or cut short."))
    try place.place("start.snapshot", bytes: bytes.prefix(7))
    #expect(try place.run(["start.snapshot"] + Self.question).errors.contains("F181"))
    // In an archive, or through a pipe, it does not lie where its columns could be used.
    try place.place("v.snapshot.gz", bytes: try Packer.gzip(bytes, name: "v.snapshot"))
    #expect(try place.run(["v.snapshot.gz"] + Self.question).errors.contains("F188"))
    #expect(try place.tally("-", "-c", "saves", input: bytes).errors.contains("F188"))
    let audit = try place.tally("audit", "v.snapshot")
    #expect(audit.status == 4 && audit.errors.contains("F187"))
    let declared = try place.tally("v.snapshot", "-c", "column mood in videos is attribute")
    #expect(declared.status == 4 && declared.errors.contains("F184"))
  }

  @Test func aPolicyThatAsksForMoreIsNotMetByASnapshot() throws {
    let place = try workplace()
    defer { place.remove() }
    try place.place("countries.csv", "country,followers\nDE,900\nAT,300\nFR,70\nIS,7\nNR,5\nTV,4\n")
    try place.place("strict/tally.policy", "smallest group: 20 people\n")
    try place.place("topics.policy", "set aside: topic\n")
    #expect(try place.tally("countries.csv", "videos.csv", "--save-tables", "c.snapshot").status == 0)
    let late = try place.tally("c.snapshot", "--policy", "strict/tally.policy", "-c", "followers by country")
    #expect(late.status == 4 && late.errors.contains("F185") && late.output == "")
    #expect(try place.tally("c.snapshot", "--policy", "topics.policy", "-c", "saves").errors.contains("F185"))
    // Made under the policy, it carries what it was protected by to where the policy is not.
    let policy = ["--policy", "strict/tally.policy"]
    #expect(try place.run(["countries.csv", "--save-tables", "d.snapshot"] + policy).status == 0)
    let shown = try place.tally("d.snapshot", "-c", "show policy", "--format", "csv")
    #expect(shown.output.contains("smallest group,20 people,d.snapshot"))
    let question = ["-c", "followers by country", "--format", "csv"]
    #expect(
      try place.run(["d.snapshot"] + question).output
        == place.run(["countries.csv"] + policy + question).output)
  }

  @Test func otherFilesAreLoadedBesideASnapshot() throws {
    let place = try workplace()
    defer { place.remove() }
    try place.place("labels.csv", "video,hook\na,question\nb,number\n")
    try place.place("newer.csv", "video,posted,views,saves\nd,2026-02-20T10:00:00Z,600,7\ne,2026-03-01,1,1\n")
    try place.place("countries.csv", "country,followers\nDE,900\nAT,300\nFR,70\n")
    #expect(try place.tally("videos.csv", "--save-tables", "v.snapshot").status == 0)
    #expect(try place.tally("countries.csv", "--save-tables", "c.snapshot").status == 0)
    let question = [
      "-c", "saves, views, videos by hook; saves by topic; followers by country", "--format", "csv",
    ]
    let files = ["labels.csv", "newer.csv", "countries.csv"]
    let expected = try place.run(["videos.csv"] + files + question)
    #expect(expected.status == 0)
    #expect(try place.run(["v.snapshot"] + files + question) == expected)
    // A snapshot counts as older than every file, wherever it is named.
    #expect(try place.run(files + ["v.snapshot"] + question) == expected)
    #expect(try place.run(["v.snapshot", "c.snapshot", "labels.csv", "newer.csv"] + question) == expected)
    #expect(try place.run(["c.snapshot", "countries.csv"] + question).errors.contains("F186"))
    let late = "load \"c.snapshot\"; load \"countries.csv\""
    #expect(try place.tally("-c", late).errors.contains("F186"))
    // One that is loaded again is read anew.
    let twice = "load \"v.snapshot\"; load \"v.snapshot\"; saves"
    #expect(try place.tally("-c", twice, "--format", "csv").output == "saves\n165\n")
  }
}
