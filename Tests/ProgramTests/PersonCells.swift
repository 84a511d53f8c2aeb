import Foundation
import TallyTestSupport

/// Files with people in them, beside honest ones; whatever stands in the cells about people is asked for here.
struct PersonCells {
  /// What a cell about people must be for its column to stay of its class.
  enum Class { case name, email, handle, phone, token, words, link }

  /// One file before it is written: a table, or a text of JSON.
  private struct Content {
    let name: String
    let text: String
    /// nil for JSON.
    let rows: [[String]]?
  }

  /// The names of the files that are loaded, and of those that are refused whole.
  let loaded: [String]
  let refused: [String]
  /// The file with the columns `note` and `guest`.
  let videos: String
  private let files: [(name: String, bytes: Data)]

  /// Makes the files, the cells about people written by `cell`; so are the names of members and sheets.
  init(_ wrapping: Wrapping, cell: (Class) -> String) throws {
    let loadable = Self.loadable(cell)
    let refusable = Self.refusable(cell)
    switch wrapping {
    case .plain, .littleEndian, .bigEndian, .gzip:
      files = try (loadable + refusable).map { content in
        (wrapping.fileName(content.name), try wrapping.bytes(of: content.text, name: cell(.name)))
      }
      loaded = loadable.map { wrapping.fileName($0.name) }
      refused = refusable.map { wrapping.fileName($0.name) }
      videos = loaded[0]
    case .archive, .archiveOfUTF16:
      func members(_ contents: [Content]) throws -> [(name: String, bytes: Data)] {
        try contents.map { content in
          let ending = content.name.split(separator: ".").last ?? ""
          return ("\(cell(.name))/\(cell(.name)).\(ending)", try wrapping.bytes(of: content.text, name: ""))
        } + [("\(cell(.name)).jpg", Data("JPG".utf8))]
      }
      let whole = ("export.zip", try Packer.zip(members(loadable)))
      let alone = try refusable.map { ("\($0.name).zip", try Packer.zip(members([loadable[2], $0]))) }
      files = [whole] + alone
      (loaded, refused, videos) = ([whole.0], alone.map(\.0), whole.0)
    case .workbook:
      func sheets(_ contents: [Content]) -> [(name: String, rows: [[String]])] {
        contents.compactMap { content in content.rows.map { (cell(.name), $0) } }
      }
      let whole = ("export.xlsx", try Packer.workbook(sheets(loadable)))
      let alone = try refusable.filter { $0.rows != nil }.map {
        ("\($0.name).xlsx", try Packer.workbook(sheets([loadable[2], $0])))
      }
      files = [whole] + alone
      (loaded, refused, videos) = ([whole.0], alone.map(\.0), whole.0)
    }
  }

  /// Puts the files into a folder.
  func place(in place: Workplace) throws {
    for (name, bytes) in files { try place.place(name, bytes: bytes) }
  }

  /// The bytes of a file.
  func bytes(_ name: String) -> Data { files.first { $0.name == name }?.bytes ?? Data() }

  private static let ids = ["a", "b", "c", "d"]

  private static func table(
    _ name: String, _ header: [String], _ row: (Int, String) -> [String]
  ) -> Content {
    let rows = [header] + ids.enumerated().map { row($0, $1) }
    let separator = name.hasSuffix(".tsv") ? "\t" : ","
    let lines = rows.map { row in
      row.map { $0.contains(separator) ? "\"\($0)\"" : $0 }.joined(separator: separator) + "\n"
    }
    return Content(name: name, text: lines.joined(), rows: rows)
  }

  /// Columns set aside by header, and by value, in files that are loaded.
  private static func loadable(_ cell: (Class) -> String) -> [Content] {
    [
      table(
        "videos.csv",
        ["video", "posted", "format", "topic", "views", "saves", "contact email", "note", "guest"]
      ) { index, id in
        [
          id, "2026-01-0\(index + 1)T10:00:00Z", index % 2 == 0 ? "vlog" : "tutorial", "permittedcanary",
          "\(index + 1)000", "\(index + 1)0", cell(.email), "call \(cell(.phone)), \(cell(.email))",
          cell(.name),
        ]
      },
      table("daily.tsv", ["video", "date", "views", "saves", "ref"]) { index, id in
        [id, "2026-02-0\(index + 1)", "10", "\(index)", cell(.token)]
      },
      table("channel.csv", ["date", "followers"]) { index, _ in ["2026-02-0\(index + 1)", "500\(index)"] },
      table("country.csv", ["country", "followers"]) { index, _ in
        [["DE", "AT", "LI", "LU"][index], ["3000", "1500", "3", "101"][index]]
      },
    ]
  }

  /// Files that are refused whole.
  private static func refusable(_ cell: (Class) -> String) -> [Content] {
    [
      table("members.csv", ["Member", "Link to profile", "Current level", "Last update"]) { _, _ in
        [cell(.name), cell(.link), "Fan", "x"]
      },
      table("comments.csv", ["comment_id", "author", "text", "likes"]) { index, _ in
        ["\(index)", cell(.name), cell(.words), "\(index)"]
      },
      table("likes.csv", ["topic", "date", "saves"]) { index, _ in
        [cell(.handle), "2026-01-0\(index + 1)", "1"]
      },
      object(
        "followers_1.json",
        ids.map { _ in
          "{\"string_list_data\":[{\"href\":\"\(cell(.link))\",\"value\":\"\(cell(.name))\",\"timestamp\":1}]}"
        }),
      object(
        "posts.json",
        ids.map { id in
          "{\"id\":\"\(id)\",\"views\":5,\"likers\":[{\"username\":\"\(cell(.name))\"}],"
            + "\"comment\":[\"\(cell(.words))\"]}"
        }),
    ]
  }

  private static func object(_ name: String, _ entries: [String]) -> Content {
    Content(name: name, text: "[" + entries.joined(separator: ",") + "]", rows: nil)
  }

  /// Sentences of each kind, some refused, some wrong; `_` is what somebody might type about a person.
  static let sentences = [
    "saves by format", "saves, views by video", "saves / views as rate by topic with total", "views by day",
    "followers by country", "followers by country with share, total", "saves by week posted with interval",
    "quadrants views and save_rate", "compare saves by format", "correlate saves with views",
    "trend saves by video",
    "explain saves by topic", "explain followers by country", "show columns", "show tables", "show files",
    "saves by topic beside followers by country", "saves where topic = \"permittedcanary\" by week",
    "saves by note", "saves by guest", "saves by [contact email]", "saves by ref", "saves by nothing",
    "saves by by",
    "who saved _", "saves where guest = \"_\"", "did _ save it", "saves by \"_ user\"", "@_",
    "saves by [_ user]",
    "_@example.org", "list followers of _", "what country is _ from", "saves where user = '_'",
    "help P103", "help privacy", "assert saves > 3", "print \"x\"",
  ]

  static let formats = [
    "box", "plain", "csv", "tsv", "json", "ndjson", "markdown", "html", "vertical", "chart",
  ]
}

/// How the same rows stand in files.
enum Wrapping: String, CaseIterable {
  case plain
  /// UTF-16 behind a byte order mark.
  case littleEndian, bigEndian
  /// Packed alone, the name of the file in the packed one.
  case gzip
  /// Members of a ZIP archive, in folders.
  case archive, archiveOfUTF16
  /// Sheets of an XLSX workbook; JSON has none.
  case workbook

  func fileName(_ name: String) -> String { self == .gzip ? "\(name).gz" : name }

  /// A text in the bytes of a file of its own; `name` is what a packed one was called.
  func bytes(of text: String, name: String) throws -> Data {
    switch self {
    case .plain, .archive, .workbook: Data(text.utf8)
    case .littleEndian, .archiveOfUTF16: Data([0xFF, 0xFE]) + Self.units(text) { $0.littleEndian }
    case .bigEndian: Data([0xFE, 0xFF]) + Self.units(text) { $0.bigEndian }
    case .gzip: try Packer.gzip(Data(text.utf8), name: name)
    }
  }

  private static func units(_ text: String, _ order: (UInt16) -> UInt16) -> Data {
    text.utf16.reduce(into: Data()) { data, unit in
      withUnsafeBytes(of: order(unit)) { data.append(contentsOf: $0) }
    }
  }
}
