import TallyPlan
import TallyPrivacy

/// The judgement of what no column of a table shows: keys of whole exports, and lists inside records or beside them.
///
/// Fields of a record are columns and are judged as those of any file. A list in which there is a person is a reason to
/// refuse the file whole, wherever it stands.
struct PeopleInLists {
  private let json: JSONValues
  /// The paths whose values are the records, or rows of a report; no list of people as such.
  private let records: Set<UInt32>
  /// By path: whether a text, a long number, as accounts have them, or any value without others in it stands there.
  private var holdsText: [Bool]
  /// The same for a text that is no count.
  private var holdsWords: [Bool]
  private var holdsLongNumber: [Bool]
  private var holdsAny: [Bool]
  private var holdsMore: [Bool]
  /// By path: what its last key says; each key is read once.
  private let keys: [PeopleKey]
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
    search.judgeObjects()
    if search.found == nil { search.judgeTexts() }
    return search.found?.refusal
  }

  private init(_ json: JSONValues, _ place: RecordPlace?) {
    self.json = json
    records = Set(Self.lists(of: place, json).compactMap { json.paths.existing(json.values[$0].path, nil) })
    holdsText = [Bool](repeating: false, count: json.paths.count)
    holdsWords = holdsText
    holdsLongNumber = holdsText
    holdsAny = holdsText
    holdsMore = holdsText
    var known: [String: PeopleKey] = [:]
    keys = (0..<UInt32(json.paths.count)).map { path in
      guard let key = json.paths.key(path) else { return .other }
      if let kind = known[key] { return kind }
      let kind = PeopleKey(key)
      known[key] = kind
      return kind
    }
    for value in json.values where json.isPresent(value) {
      if value.kind.isScalar { holdsAny[Int(value.path)] = true }
      switch value.kind {
      case .text:
        holdsText[Int(value.path)] = true
        if !isCount(json.bytes(value)) { holdsWords[Int(value.path)] = true }
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
      let key = json.paths.key(json.values[list].path).map(PeopleKey.init)
      return key?.isAboutOthers == true ? [] : [list]
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
        case .export(let kind) = keys[Int(path)]
      else { continue }
      find(kind, kind.refusal(naming: key))
    }
  }

  /// What stands in lists, path by path; a list in a list is judged by its own key too.
  private mutating func judgeLists() {
    for path in 0..<UInt32(json.paths.count) where holdsText[Int(path)] || holdsLongNumber[Int(path)] {
      for list in lists(around: path) { judge(path, in: list) }
    }
  }

  private mutating func judge(_ path: UInt32, in list: (key: String, element: UInt32)) {
    let keys = json.paths.keys(of: path, below: list.element)
    switch self.keys[Int(json.paths.parent(list.element))] {
    case .words:
      guard holdsText[Int(path)] else { break }
      if keys.isEmpty {
        let words = PeopleKey.shown(list.key).map { [$0] } ?? []
        find(.comments, Refusal(.textByOthers, at: 0..<0, naming: words))
      } else {
        find(.comments, PeopleFile.comments.refusal(naming: list.key))
      }
    case .people(let kind):
      if keys.isEmpty || nameSomeone(keys, in: "user") { find(kind, kind.refusal(naming: list.key)) }
    case .tags:
      if !isTagField(keys), nameSomeone(keys, in: nil) { find(.lists, PeopleFile.lists.refusal) }
    case .export, .other:
      let holder = PersonHeader(list.key) == .name ? "user" : nil
      if nameSomeone(keys, in: holder) || (keys.isEmpty && holder != nil) {
        find(.lists, PeopleFile.lists.refusal(naming: list.key))
      }
    }
  }

  /// What stands in objects that are called after people or their words: keys there may be names, texts are theirs.
  private mutating func judgeObjects() {
    for path in 0..<UInt32(json.paths.count) where holdsAny[Int(path)] {
      var ancestor = json.paths.parent(path)
      while ancestor != PathTable.root {
        judge(path, inObject: ancestor)
        ancestor = json.paths.parent(ancestor)
      }
    }
  }

  private mutating func judge(_ path: UInt32, inObject object: UInt32) {
    guard keys[Int(object)].isAboutOthers, let key = json.paths.key(object) else { return }
    let below = json.paths.keys(of: path, below: object)
    guard !below.isEmpty, !below.contains(where: pagingKeys.contains) else { return }
    switch keys[Int(object)] {
    case .people(let kind):
      guard below.contains(where: { mayNamePerson($0, isNumeric: true) }), !isSplit(below, at: path) else {
        return
      }
      find(kind, kind.refusal(naming: key))
    case .words:
      if holdsWords[Int(path)] { find(.comments, PeopleFile.comments.refusal(naming: key)) }
    case .export, .tags, .other: break
    }
  }

  /// Whether the keys are those of an audience that is split into groups: dates, countries, ages and numbers.
  private func isSplit(_ keys: [String], at path: UInt32) -> Bool {
    guard let last = keys.last, PersonHeader(last) == .none else { return false }
    let isKnown = StandardCatalog.column(named: plainName(last)) != nil
    return isKnown || (!holdsText[Int(path)] && areAudienceValues([last]))
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
      guard !lists(around: value.path).isEmpty else { continue }
      shapes[value.path, default: PersonShapes()].scan(json.bytes(value).span)
    }
    if shapes.values.contains(where: { $0.contacts + $0.profileLinks + $0.handles > 0 }) {
      find(.lists, PeopleFile.lists.refusal)
    }
  }

  /// The lists around a path up to that of the records: the key that each stands under, and its elements.
  private func lists(around path: UInt32) -> [(key: String, element: UInt32)] {
    var lists: [(key: String, element: UInt32)] = []
    var step = path
    while step != PathTable.root, !records.contains(step) {
      let parent = json.paths.parent(step)
      // The list that is the whole text has no key, and neither has a list directly in a list.
      if json.paths.isElement(step), let key = json.paths.key(parent) { lists.append((key, step)) }
      step = parent
    }
    return lists
  }
}

/// Keys beside lists that only say where the next part of them is.
private let pagingKeys: Set<String> = [
  "paging", "summary", "cursor", "cursors", "next", "previous", "has_more",
]

/// Whether keys lead to what a tag is called, or numbered.
func isTagField(_ keys: [String]) -> Bool {
  guard keys.count == 1, let key = keys.first else { return false }
  return tagFields.contains(key)
}

/// What a tag is called in an object, the most telling first.
let tagNames = ["hashtagName", "hashtag_name", "name", "title", "tag"]
private let tagFields = Set(tagNames + ["id", "hashtagId", "hashtag_id", "desc"])

/// Whether a text is a count as platforms write one: digits, with marks of thousands; nothing is a count too.
private func isCount(_ text: some Collection<UInt8>) -> Bool {
  text.count < 16 && text.allSatisfy { $0.isASCIIDigit || [32, 39, 44, 46].contains($0) }
}
