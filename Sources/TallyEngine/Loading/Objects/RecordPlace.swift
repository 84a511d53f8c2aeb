import TallyLanguage
import TallyPlan
import TallyPrivacy

/// Where the records of a text of JSON stand.
enum RecordPlace {
  /// One object a line, or one object alone.
  case roots
  /// The elements of one list; its path.
  case list(Int)
  /// Rows of values under headers, as the YouTube Analytics API writes them.
  case report(headers: Int, rows: Int)

  /// Finds the records; paging fields and whatever else stands beside their list is passed over.
  ///
  /// - Throws: F154 where there are none, F155 several lists of them, F156 something else than objects among them.
  static func find(in json: JSONValues, file: String) throws(Diagnostic) -> RecordPlace {
    guard let root = json.roots.first else { throw .noRecords(file) }
    if json.roots.count > 1 {
      try requireObjects(json.roots, json, file, lines: json.lines)
      return .roots
    }
    switch json.values[root].kind {
    case .array:
      try requireRecords(root, json, file)
      return .list(root)
    case .object: break
    case .null, .no, .yes, .number, .text: throw .noRecords(file)
    }
    if let report = report(root, json) { return report }
    if isRecord(root, json) { return .roots }
    let lists = lists(in: root, json)
    let filled = lists.filter { !json.children(of: $0).isEmpty }
    guard let list = filled.first else {
      if !lists.isEmpty { throw .noRecordsInList(file) }
      guard holdsValues(root, json) else { throw .noRecords(file) }
      return .roots
    }
    guard filled.count == 1 else { throw several(filled, json, file) }
    try requireRecords(list, json, file)
    return .list(list)
  }

  private static func requireRecords(_ list: Int, _ json: JSONValues, _ file: String) throws(Diagnostic) {
    let records = json.children(of: list)
    guard !records.isEmpty else { throw .noRecordsInList(file) }
    guard records.contains(where: { json.values[$0].kind == .object }) else { throw .noRecords(file) }
    try requireObjects(records, json, file, lines: [])
  }

  private static func requireObjects(
    _ records: [Int], _ json: JSONValues, _ file: String, lines: [Int]
  ) throws(Diagnostic) {
    guard records.contains(where: { json.values[$0].kind == .object }) else { throw .noRecords(file) }
    for (number, record) in records.enumerated() where json.values[record].kind != .object {
      throw .notAnObject(file, record: number + 1, line: lines.isEmpty ? nil : lines[number])
    }
  }

  /// Whether an object is itself a record: it names its video.
  private static func isRecord(_ root: Int, _ json: JSONValues) -> Bool {
    json.children(of: root).contains { child in
      let value = json.values[child]
      guard value.kind == .text || value.kind == .number, let key = json.paths.key(value.path) else {
        return false
      }
      return StandardCatalog.column(named: plainName(key))?.meaning == .key
    }
  }

  private static func holdsValues(_ root: Int, _ json: JSONValues) -> Bool {
    json.children(of: root).contains { json.values[$0].kind == .number || json.values[$0].kind == .text }
  }

  /// The lists that are in objects alone and hold an object, or nothing.
  private static func lists(in root: Int, _ json: JSONValues) -> [Int] {
    var lists: [Int] = []
    var index = root + 1
    while index < json.next(root) {
      guard json.values[index].kind == .array else {
        index += 1
        continue
      }
      let elements = json.children(of: index)
      if elements.isEmpty || elements.contains(where: { json.values[$0].kind == .object }) {
        lists.append(index)
      }
      index = json.next(index)
    }
    return lists
  }

  private static func several(_ lists: [Int], _ json: JSONValues, _ file: String) -> Diagnostic {
    let paths = lists.map { json.paths.keys(of: json.values[$0].path, below: PathTable.root) }
    let shown = paths.filter { $0.allSatisfy(isPlaceName) }.map { $0.joined(separator: ".") }
    return .severalLists(file, paths: shown, further: paths.count - shown.count)
  }

  /// Header objects with a name each, and rows that are lists.
  private static func report(_ root: Int, _ json: JSONValues) -> RecordPlace? {
    func child(_ key: String) -> Int? {
      json.children(of: root).first {
        json.values[$0].kind == .array && json.paths.key(json.values[$0].path) == key
      }
    }
    guard let headers = child("columnHeaders"), let rows = child("rows"),
      json.children(of: headers).allSatisfy({ json.values[$0].kind == .object }),
      json.children(of: rows).allSatisfy({ json.values[$0].kind == .array })
    else { return nil }
    return .report(headers: headers, rows: rows)
  }
}

/// Whether a key is one of those under which APIs put lists; any other may be a name.
private func isPlaceName(_ key: String) -> Bool {
  placeNames.contains(plainName(key)) || StandardCatalog.column(named: plainName(key)) != nil
}

private let placeNames: Set<String> = [
  "data", "videos", "video_list", "items", "item_list", "itemlist", "aweme_list", "list", "results", "result",
  "response", "body", "payload", "records", "rows", "posts", "media", "reels", "stories", "shorts", "days",
  "insights", "metrics", "content", "contents", "organic_insights_posts", "organic_insights_reels",
  "organic_insights_stories", "playlists", "errors", "warnings", "links", "edges", "nodes", "entries", "feed",
  "statistics", "stats", "daily", "channel", "tweets", "pins", "boards",
]
