import Foundation
import Synchronization
import TallyEngine
import TallyLanguage
import TallyShell
import Testing

/// A folder of its own, gone with its owner.
private final class Folder: Sendable {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("tally-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func place(_ name: String, _ text: String) throws {
    let place = path + "/" + name
    let folder = (place as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: place, atomically: false, encoding: .utf8)
  }

  /// The code of reading a file; nil where all is well.
  func code(_ name: String) -> String? {
    do {
      _ = try FileAccess(folder: path).read(name, at: .none)
      return nil
    } catch {
      return error.code
    }
  }

  /// The files whose rows are loaded; the code where nothing is.
  func loaded(_ pattern: String) -> [String] {
    var session = Session(isBatch: true, files: FileAccess(folder: path))
    do {
      return try session.load([pattern]).map(\.file)
    } catch {
      return [error.code]
    }
  }
}

/// Something that one thread tells another.
private final class Flag: Sendable {
  private let value = Atomic(false)
  var isSet: Bool { value.load(ordering: .acquiring) }
  func set() { value.store(true, ordering: .releasing) }
}

@Suite("Reading files", .serialized) struct FileReadingTests {
  @Test("a column line reads the file again; where it is gone, the session stays as it was")
  func columnReadsAgain() throws {
    let folder = try Folder()
    try folder.place(
      "videos.csv",
      "video,posted,views,mood\na,2026-01-05,1,x\nb,2026-01-06,2,x\nc,2026-01-06,4,y\nd,2026-01-07,8,x\n")
    var session = Session(isBatch: true, files: FileAccess(folder: folder.path))
    _ = try session.load(["videos.csv"])
    let codes = { (text: String, session: inout Session) -> String? in
      Script(SourceText(text, name: "test")).run(
        in: &session, isCancelled: { false }, reply: { _, _ in }, failed: { _, _ in })?.code
    }
    #expect(codes("column mood in videos is attribute", &session) == nil)
    #expect(codes("views by mood", &session) == nil)
    try FileManager.default.removeItem(atPath: folder.path + "/videos.csv")
    #expect(codes("column mood in videos is tags", &session) == "F001")
    #expect(codes("views by mood", &session) == nil)
  }

  /// Long files are mapped: the system would end a program that reads where a file has become shorter.
  @Test func aLongFileThatChangesWhileItIsReadIsNotLoaded() throws {
    let folder = try Folder()
    let rows = "video,views\n" + (0..<200_000).map { "v\($0),\($0)\n" }.joined()
    var watch = ReadingWatch(isShown: false, isCancelled: { false })
    for change in [
      { (path: String) in _ = truncate(path, 100) },
      { (path: String) in
        guard let file = fopen(path, "r+") else { return }
        fputs("w", file)
        fclose(file)
      },
    ] {
      try folder.place("long.csv", rows)
      let contents = try FileAccess(folder: folder.path).contents("long.csv", at: .none, &watch)
      try contents.check()
      #expect(contents.bytes.count == rows.utf8.count && contents.bytes.elementsEqual(rows.utf8))
      usleep(20_000)
      change(folder.path + "/long.csv")
      #expect(contents.bytes.count { $0 != 0 } > 0)
      #expect(throws: Failure.self) { try contents.check() }
      do {
        try contents.check()
      } catch {
        #expect(error.code == "F145")
      }
    }
    try folder.place("long.csv", rows)
    #expect(folder.loaded("long.csv") == ["long.csv"])
  }

  @Test func aPipeWithoutAWriterIsNotWaitedForForEver() throws {
    let folder = try Folder()
    mkfifo(folder.path + "/pipe", 0o600)
    #expect(folder.code("pipe") == "F147")
  }

  @Test func aPipeIsReadAsItIsWritten() async throws {
    let folder = try Folder()
    let path = folder.path + "/pipe"
    mkfifo(path, 0o600)
    let writer = Thread {
      guard let file = fopen(path, "w") else { return }
      for piece in ["video,vi", "ews\n", "a,1\n"] {
        fputs(piece, file)
        fflush(file)
        usleep(150_000)
      }
      fclose(file)
    }
    writer.start()
    let bytes = try FileAccess(folder: folder.path).read("pipe", at: .none)
    #expect(String(decoding: bytes, as: UTF8.self) == "video,views\na,1\n")
  }

  @Test func aDeviceIsNoFile() throws {
    let folder = try Folder()
    #expect(folder.code("/dev/zero") == "F147")
    #expect(folder.code("/dev/null") == nil)
  }

  @Test func aFileOfMoreThanFourGiBIsNotRead() throws {
    let folder = try Folder()
    try folder.place("large.csv", "video,views\n")
    truncate(folder.path + "/large.csv", (4 << 30) + 1)
    #expect(folder.code("large.csv") == "F146")
  }

  @Test func aFileThatGrowsMeanwhileIsNotLoaded() throws {
    let folder = try Folder()
    try folder.place("growing.csv", "video,views\n")
    let path = folder.path + "/growing.csv"
    truncate(path, 200 << 20)
    let (hasBegun, isDone) = (Flag(), Flag())
    Thread {
      let descriptor = open(path, O_WRONLY | O_APPEND)
      defer { close(descriptor) }
      while !isDone.isSet {
        write(descriptor, "x", 1)
        hasBegun.set()
        usleep(500)
      }
    }.start()
    while !hasBegun.isSet { usleep(500) }
    #expect(folder.code("growing.csv") == "F145")
    isDone.set()
  }

  @Test func aFolderStandsForTheDataFilesInIt() throws {
    let folder = try Folder()
    try folder.place("exports/b.csv", "video,posted,views\na,2026-01-05,1\n")
    try folder.place("exports/a.CSV", "video,topic\na,soups\n")
    try folder.place("exports/.hidden.csv", "damaged")
    try folder.place("exports/notes.md", "# Notes\n")
    try folder.place("exports/inner/c.csv", "damaged")
    try folder.place("exports/d.csv/e.csv", "damaged")
    try folder.place("none/notes.md", "# Notes\n")
    #expect(folder.loaded("exports") == ["exports/a.CSV", "exports/b.csv"])
    #expect(folder.loaded("exports/") == ["exports/a.CSV", "exports/b.csv"])
    #expect(folder.loaded("none") == ["F148"])
    #expect(folder.loaded("*") == ["exports/a.CSV", "exports/b.csv"])
  }

  @Test func aFolderOutsideTheNamedOnesStaysClosed() throws {
    let folder = try Folder()
    try folder.place("exports/a.csv", "video,posted,views\na,2026-01-05,1\n")
    try folder.place("named/b.csv", "video,posted,views\na,2026-01-05,1\n")
    let real = try #require(folder.path.withCString { realpath($0, nil) })
    defer { free(real) }
    let access = FileAccess(folder: folder.path, allowedFolders: [String(cString: real) + "/named/"])
    var session = Session(isBatch: true, files: access)
    #expect(throws: Failure.self) { try session.load(["exports"]) }
    #expect(try session.load(["named"]).map(\.file) == ["named/b.csv"])
  }

  @Test func theLineOfALongReadIsShortAndSafe() {
    #expect(ReadingWatch.line("reading", "exports/big.csv", 120_999_999) == "reading big.csv ... 120 MB")
    #expect(
      ReadingWatch.line("unpacking", "a\u{1B}[31mb.zip", 0) == "unpacking a\u{FFFD}[31mb.zip ... 0 MB")
    #expect(
      ReadingWatch.line("loading", String(repeating: "界", count: 40), 4_294_967_296)
        == "loading \(String(repeating: "界", count: 24))… ... 4294 MB")
  }
}
