import TallyPrivacy

/// The judgement of what no column of a table shows: keys of whole exports, and lists inside records or beside them.
///
/// Fields of a record are columns and are judged as those of any file. A list in which there is a person is a reason to
/// refuse the file whole, wherever it stands.
struct PeopleInLists {
  private let json: JSONValues
  /// The paths whose values are the records, or rows of a report; no list of people as such.
  private let records: Set<UInt32>
  /// By path: whether a text or a long number, as accounts have them, stands there.
  private var holdsText: [Bool]
  private var holdsLongNumber: [Bool]
  private var holdsMore: [Bool]
  private var found: (kind: PeopleFile, refusal: Refusal)?

  /// Looks for people.
  ///
  /// - Parameter place: where the records are; nil where that is not clear, and then every list is judged.
  /// - Returns: the refusal of the file; nil where nobody is in its lists.
  /// - Complexity: O(length).
  static func refusal(of json: JSONValues, _ place: RecordPlace?) -> Refusal? {
    var search = PeopleInLists(json, place)
    search.judgeKeys()
    search.judgeLists()
    if search.found == nil { search.judgeTexts() }
    return search.found?.refusal
  }

  private init(_ json: JSONValues, _ place: RecordPlace?) {
    self.json = json
    records = Set(Self.lists(of: place, json).compactMap { json.paths.existing(json.values[$0].path, nil) })
    holdsText = [Bool](repeating: false, count: json.paths.count)
    holdsLongNumber = holdsText
    holdsMore = holdsText
    for value in json.values where json.isPresent(value) {
      switch value.kind {
      case .text: holdsText[Int(value.path)] = true
      case .number: if value.end - value.start >= 10 { holdsLongNumber[Int(value.path)] = true }
      case .object, .array: holdsMore[Int(value.path)] = true
      case .null, .no, .yes: break
      }
    }
  }

  /// The lists that are the records; one that is called after people or their words is judged like any other.
  private static func lists(of place: RecordPlace?, _ json: JSONValues) -> [Int] {
    switch place {
    case .report(let headers, let rows): return [headers, rows]
    case .list(let list):
      switch json.paths.key(json.values[list].path).map(PeopleKey.init) ?? .other {
      case .people, .words: return []
      case .export, .tags, .other: return [list]
      }
    case .roots, nil: return []
    }
  }

  private mutating func find(_ kind: PeopleFile, _ refusal: Refusal) {
    guard kind.rank < found?.kind.rank ?? Int.max else { return }
    found = (kind, refusal)
  }

  /// Keys that only exports of accounts and people have.
  private mutating func judgeKeys() {
    for path in 0..<UInt32(json.paths.count) {
      guard let key = json.paths.key(path), holdsText[Int(path)] || holdsMore[Int(path)],
        case .export(let kind) = PeopleKey(key)
      else { continue }
      find(kind, kind.refusal(naming: key))
    }
  }

  /// What stands in lists, path by path.
  private mutating func judgeLists() {
    for path in 0..<UInt32(json.paths.count) {
      guard holdsText[Int(path)] || holdsLongNumber[Int(path)], let list = list(around: path) else {
        continue
      }
      let keys = json.paths.keys(of: path, below: list.element)
      switch PeopleKey(list.key) {
      case .words:
        guard holdsText[Int(path)] else { break }
        if keys.isEmpty {
          find(
            .comments, Refusal(.textByOthers, at: 0..<0, words: PeopleKey.shown(list.key).map { [$0] } ?? []))
        } else {
          find(.comments, PeopleFile.comments.refusal(naming: list.key))
        }
      case .people(let kind):
        if keys.isEmpty || nameSomeone(keys, in: "user") { find(kind, kind.refusal(naming: list.key)) }
      case .tags:
        if !keys.isEmpty, !isTagField(keys), nameSomeone(keys, in: nil) {
          find(.survey, PeopleFile.survey.refusal)
        }
      case .export, .other:
        if nameSomeone(keys, in: nil) { find(.survey, PeopleFile.survey.refusal(naming: list.key)) }
      }
    }
  }

  /// Whether the keys below an element of a list say who it is about.
  private func nameSomeone(_ keys: [String], in holder: String?) -> Bool {
    guard let last = keys.last else { return false }
    if PersonHeader(keys.joined(separator: ".")) != .none || PersonHeader(last) != .none { return true }
    return holder.map { PersonHeader("\($0) \(last)") != .none } ?? false
  }

  /// Texts in lists of objects, and beside the records, that lead to a person.
  private mutating func judgeTexts() {
    var shapes: [UInt32: PersonShapes] = [:]
    for value in json.values where value.kind == .text && !json.paths.isElement(value.path) {
      guard list(around: value.path) != nil else { continue }
      json.bytes(value).withSpan { shapes[value.path, default: PersonShapes()].scan($0) }
    }
    if shapes.values.contains(where: { $0.contacts + $0.profileLinks + $0.handles > 0 }) {
      find(.survey, PeopleFile.survey.refusal)
    }
  }

  /// The outermost list around a path that is not the list of records: the key that it stands under, and its elements.
  private func list(around path: UInt32) -> (key: String, element: UInt32)? {
    var outermost: UInt32?
    var step = path
    while step != PathTable.root {
      if json.paths.isElement(step) {
        if records.contains(step) { break }
        outermost = step
      }
      step = json.paths.parent(step)
    }
    guard let element = outermost else { return nil }
    var list = json.paths.parent(element)
    while json.paths.isElement(list) { list = json.paths.parent(list) }
    guard let key = json.paths.key(list) else { return isRootList(list) ? nil : ("", element) }
    return (key, element)
  }

  /// The list that is the whole text is the records, or it holds none.
  private func isRootList(_ path: UInt32) -> Bool { path == PathTable.root && records.isEmpty }
}

/// Whether keys lead to what a tag is called, or numbered.
func isTagField(_ keys: [String]) -> Bool {
  guard keys.count == 1, let key = keys.first else { return false }
  return tagFields.contains(key)
}

/// What a tag is called in an object, the most telling first.
let tagNames = ["hashtagName", "hashtag_name", "name", "title", "tag"]
private let tagFields = Set(tagNames + ["id", "hashtagId", "hashtag_id", "desc"])

extension ArraySlice<UInt8> {
  /// Hands the bytes on without copying them.
  fileprivate func withSpan(_ body: (Span<UInt8>) -> Void) { body(span) }
}
