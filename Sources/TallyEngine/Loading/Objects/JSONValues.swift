/// The values of a text of JSON in their order, each with its path: a flat form that is walked instead of a tree.
///
/// Texts are unescaped, numbers as written. It takes 16 bytes a value beside the texts, however deep they are nested.
struct JSONValues {
  enum Kind: UInt8 { case null, no, yes, number, text, object, array }

  struct Value {
    let kind: Kind
    let path: UInt32
    /// Where its text starts in `texts`.
    let start: UInt32
    /// Where its text ends; of an object or array, the number of the first value behind it.
    fileprivate(set) var end: UInt32
  }

  fileprivate(set) var values: [Value] = []
  fileprivate(set) var texts: [UInt8] = []
  fileprivate(set) var paths = PathTable()
  /// The numbers of the values that stand in none: one, or a line each.
  fileprivate(set) var roots: [Int] = []
  /// The line on which each of them starts, from 1.
  fileprivate(set) var lines: [Int] = []

  /// The text of a value, empty for objects and arrays.
  func bytes(_ value: Value) -> ArraySlice<UInt8> {
    switch value.kind {
    case .number, .text: texts[Int(value.start)..<Int(value.end)]
    case .yes: [116, 114, 117, 101]
    case .no: [102, 97, 108, 115, 101]
    case .null, .object, .array: []
    }
  }

  func string(_ value: Value) -> String { String(decoding: bytes(value), as: UTF8.self) }

  /// The number of the value behind this one and all that it holds.
  func next(_ index: Int) -> Int {
    switch values[index].kind {
    case .object, .array: Int(values[index].end)
    case .null, .no, .yes, .number, .text: index + 1
    }
  }

  /// The numbers of the values directly in an object or array.
  func children(of index: Int) -> [Int] {
    let end = next(index)
    var children: [Int] = []
    var child = index + 1
    while child < end {
      children.append(child)
      child = next(child)
    }
    return children
  }

  /// Replaces the texts that are not ASCII; a new text longer than the old one is left out.
  mutating func replaceTexts(_ replacement: (String) -> String) {
    for index in values.indices where values[index].kind == .text {
      let old = bytes(values[index])
      guard old.contains(where: { $0 >= 0x80 }) else { continue }
      let new = Array(replacement(String(decoding: old, as: UTF8.self)).utf8)
      guard new.count <= old.count else { continue }
      let start = Int(values[index].start)
      texts.replaceSubrange(start..<(start + new.count), with: new)
      values[index].end = UInt32(truncatingIfNeeded: start + new.count)
    }
  }

  /// Whether something is said: neither null nor an empty text.
  func isPresent(_ value: Value) -> Bool {
    switch value.kind {
    case .null: false
    case .text: value.end > value.start
    case .no, .yes, .number, .object, .array: true
    }
  }
}

/// Why reading stopped at something that is well-formed.
enum JSONLimit {
  case keyTwice
  case tooDeep
  case zeroInText
}

/// Builds the values from events.
struct JSONBuilder {
  /// More levels than any export has; nothing here is recursive, so this only bounds memory.
  static let deepest = 64

  private struct Open {
    let value: Int
    let path: UInt32
    let isArray: Bool
    /// Tells one object from the one before at the same path.
    let serial: UInt32
  }

  private(set) var result = JSONValues()
  private(set) var limit: JSONLimit?
  private var open: [Open] = []
  private var path = PathTable.root
  private var serial: UInt32 = 0
  /// By path: the last object in which its key stood.
  private var seenIn: [UInt32] = []

  mutating func beginRoot(line: Int) {
    path = PathTable.root
    result.roots.append(result.values.count)
    result.lines.append(line)
  }

  /// The next key; false where the object has it already.
  mutating func key(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let object = open.last else { return false }
    path = result.paths.child(of: object.path, key: String(decoding: text, as: UTF8.self))
    while seenIn.count <= Int(path) { seenIn.append(0) }
    guard seenIn[Int(path)] != object.serial else {
      limit = .keyTwice
      return false
    }
    seenIn[Int(path)] = object.serial
    return true
  }

  /// A value that holds no other; false where it is a text with a zero byte, which no text has.
  mutating func scalar(_ kind: JSONValues.Kind, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !text.contains(0) else {
      limit = .zeroInText
      return false
    }
    enterElement()
    let start = UInt32(truncatingIfNeeded: result.texts.count)
    result.texts.append(contentsOf: text)
    result.values.append(
      JSONValues.Value(
        kind: kind, path: path, start: start, end: UInt32(truncatingIfNeeded: result.texts.count)))
    return true
  }

  /// The start of an object or array; false where it is nested too deep.
  mutating func begin(_ kind: JSONValues.Kind) -> Bool {
    guard open.count < Self.deepest else {
      limit = .tooDeep
      return false
    }
    enterElement()
    serial &+= 1
    open.append(
      Open(value: result.values.count, path: path, isArray: kind == .array, serial: serial))
    result.values.append(JSONValues.Value(kind: kind, path: path, start: 0, end: 0))
    return true
  }

  mutating func end() {
    guard let closed = open.popLast() else { return }
    result.values[closed.value].end = UInt32(truncatingIfNeeded: result.values.count)
  }

  /// Inside an array, the next value stands at the path of its elements.
  private mutating func enterElement() {
    guard let array = open.last, array.isArray else { return }
    path = result.paths.child(of: array.path, key: nil)
  }
}
