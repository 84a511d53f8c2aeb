/// Puts the fields of a directory one behind the other: whole numbers as eight bytes, least first; texts and lists with
/// their length before them.
struct FieldWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(raw more: [UInt8]) { bytes += more }

  mutating func put(_ number: Int64) { bytes += number.littleEndianBytes }

  mutating func put(_ number: Int) { put(Int64(number)) }

  mutating func put(_ flag: Bool) { put(flag ? 1 : 0) }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes += text.utf8
  }

  mutating func put<Element>(_ list: [Element], _ each: (inout FieldWriter, Element) -> Void) {
    put(list.count)
    for element in list { each(&self, element) }
  }

  mutating func put<Value>(optional value: Value?, _ each: (inout FieldWriter, Value) -> Void) {
    put(value != nil)
    if let value { each(&self, value) }
  }

  mutating func put(_ texts: [String]) { put(texts) { $0.put($1) } }

  mutating func put(_ text: String?) { put(optional: text) { $0.put($1) } }

  /// By key, so that the same values make the same bytes.
  mutating func put(_ texts: [String: String]) {
    put(texts.sorted { $0.key < $1.key }) { writer, pair in
      writer.put(pair.key)
      writer.put(pair.value)
    }
  }
}

/// Reads what a `FieldWriter` put; every length is checked before anything is made of it.
struct FieldReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all of it was read.
  var isAtEnd: Bool { position == bytes.count }

  private mutating func take(_ count: Int) throws(SnapshotDamage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - position else { throw .damaged }
    position += count
    return bytes[(position - count)..<position]
  }

  mutating func word() throws(SnapshotDamage) -> UInt32 {
    try take(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func integer() throws(SnapshotDamage) -> Int64 {
    Int64(bitPattern: try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// A number that counts something in memory.
  mutating func count() throws(SnapshotDamage) -> Int {
    let number = try integer()
    guard (0...Int64(1) << 40).contains(number) else { throw .damaged }
    return Int(number)
  }

  mutating func flag() throws(SnapshotDamage) -> Bool {
    switch try integer() {
    case 0: false
    case 1: true
    default: throw .damaged
    }
  }

  mutating func text() throws(SnapshotDamage) -> String {
    guard let text = String(validating: try take(try count()), as: UTF8.self) else { throw .damaged }
    return text
  }

  mutating func list<Element>(
    _ each: (inout FieldReader) throws(SnapshotDamage) -> Element
  ) throws(SnapshotDamage) -> [Element] {
    let count = try count()
    // Every element takes eight bytes at least.
    guard count <= (bytes.count - position) / 8 else { throw .damaged }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try each(&self)) }
    return list
  }

  mutating func optional<Value>(
    _ each: (inout FieldReader) throws(SnapshotDamage) -> Value
  ) throws(SnapshotDamage) -> Value? {
    try flag() ? try each(&self) : nil
  }

  mutating func texts() throws(SnapshotDamage) -> [String] {
    try list { (reader) throws(SnapshotDamage) in try reader.text() }
  }

  mutating func optionalText() throws(SnapshotDamage) -> String? {
    try optional { (reader) throws(SnapshotDamage) in try reader.text() }
  }

  mutating func pairs() throws(SnapshotDamage) -> [String: String] {
    let pairs = try list { (reader) throws(SnapshotDamage) in (try reader.text(), try reader.text()) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
