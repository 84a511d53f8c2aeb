/// Bytes that go into a file as they lie in memory.
struct SectionSource: Sendable {
  let byteCount: Int
  private let withBytes: @Sendable ((UnsafeRawBufferPointer) -> Void) -> Void

  init<Value: BitwiseCopyable & Hashable & Sendable>(_ values: ColumnValues<Value>) {
    byteCount = values.count * MemoryLayout<Value>.stride
    withBytes = { body in values.withUnsafeBufferPointer { body(UnsafeRawBufferPointer($0)) } }
  }

  init<Value: BitwiseCopyable & Sendable>(_ values: [Value]) {
    byteCount = values.count * MemoryLayout<Value>.stride
    withBytes = { body in values.withUnsafeBytes(body) }
  }

  /// What a body makes of the bytes.
  func read<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var result: Result?
    withBytes { result = body($0) }
    guard let result else { preconditionFailure("bytes are handed over once") }
    return result
  }
}

/// Puts together a directory and the sections that it speaks of.
struct SectionWriter {
  var fields = FieldWriter()
  private(set) var sections: [SectionSource] = []
  /// Where the next section begins, counted from the first one.
  private var end = 0

  /// Adds a section, and its place, length and checksum to the directory.
  ///
  /// - Complexity: O(length), on all cores.
  mutating func put(_ section: SectionSource) {
    fields.put(end)
    fields.put(section.byteCount)
    fields.put(Int64(bitPattern: section.read { Checksum.of($0) }))
    sections.append(section)
    end = SnapshotFormat.aligned(end + section.byteCount)
  }
}

/// A section of a mapped file, inside of it, at a place where values of any kind may lie.
struct MappedSection: Sendable {
  private let memory: ColumnMemory
  private let range: Range<Int>
  private let checksum: UInt64

  fileprivate init(_ memory: ColumnMemory, _ range: Range<Int>, checksum: UInt64) {
    self.memory = memory
    self.range = range
    self.checksum = checksum
  }

  var byteCount: Int { range.count }

  /// Whether its bytes are those that were written.
  ///
  /// - Complexity: O(length), on all cores.
  var isWhole: Bool { Checksum.of(UnsafeRawBufferPointer(rebasing: memory.bytes[range])) == checksum }

  /// The smallest and the largest of the numbers that it holds; nil where its bytes are not those that were written, or
  /// none.
  ///
  /// - Complexity: O(length), on all cores.
  func bounds<Value: FixedWidthInteger & BitwiseCopyable & Sendable>(
    of type: Value.Type
  ) -> ClosedRange<Value>? {
    let bytes = UnsafeRawBufferPointer(rebasing: memory.bytes[range])
    let (sum, found) = Checksum.of(bytes) { piece in
      var (least, most) = (Value.max, Value.min)
      for offset in stride(
        from: 0, to: piece.count - (MemoryLayout<Value>.size - 1), by: MemoryLayout<Value>.size)
      {
        let value = piece.loadUnaligned(fromByteOffset: offset, as: type)
        least = min(least, value)
        most = max(most, value)
      }
      return (least: least, most: most)
    }
    let (least, most) = found.reduce((Value.max, Value.min)) { (min($0.0, $1.least), max($0.1, $1.most)) }
    return sum == checksum && least <= most ? least...most : nil
  }

  /// Its bytes as so many values, where they lie.
  ///
  /// - Throws: where there are more or fewer.
  func values<Value: BitwiseCopyable & Hashable & Sendable>(
    of type: Value.Type, count: Int
  ) throws(SnapshotDamage) -> ColumnValues<Value> {
    let (length, isTooLong) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    guard count >= 0, !isTooLong, length == range.count else { throw .damaged }
    return ColumnValues(memory, offset: range.lowerBound, count: count)
  }

  /// Its bytes as values, copied.
  func array<Value: BitwiseCopyable & Hashable & Sendable>(
    of type: Value.Type, count: Int
  ) throws(SnapshotDamage) -> [Value] {
    try values(of: type, count: count).withUnsafeBufferPointer { Array($0) }
  }
}

/// Reads a directory and finds the sections that it speaks of.
struct SectionReader {
  var fields: FieldReader
  private let memory: ColumnMemory
  /// Where the first section begins.
  private let start: Int
  private var found: [Range<Int>] = []

  /// - Throws: where header or directory are not what was written, or of another version or byte order.
  init(_ memory: ColumnMemory) throws(SnapshotDamage) {
    let all = memory.bytes
    guard all.count >= SnapshotHeader.length else { throw .damaged }
    let header = try SnapshotHeader(Array(all[..<SnapshotHeader.length]), fileLength: all.count)
    let end = SnapshotHeader.length + header.directoryLength
    let directory = Array(all[SnapshotHeader.length..<end])
    guard Checksum.of(directory) == header.directoryChecksum else { throw .damaged }
    self.memory = memory
    fields = FieldReader(directory)
    start = SnapshotFormat.aligned(end)
  }

  mutating func section() throws(SnapshotDamage) -> MappedSection {
    let (offset, length) = (try fields.count(), try fields.count())
    let checksum = UInt64(bitPattern: try fields.integer())
    // Neither can be larger than 2^40, so no sum of them is too large.
    let first = start + offset
    guard offset % SnapshotFormat.alignment == 0, first + length <= memory.bytes.count else { throw .damaged }
    found.append(first..<(first + length))
    return MappedSection(memory, first..<(first + length), checksum: checksum)
  }

  /// To be called when all was read.
  ///
  /// - Throws: where something is left, or sections overlap.
  func end() throws(SnapshotDamage) {
    let ascending = found.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    guard fields.isAtEnd,
      zip(ascending, ascending.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound })
    else { throw .damaged }
  }
}

/// A snapshot as it goes into a file: pieces to be put one behind the other.
package struct SnapshotImage: Sendable {
  private let head: [UInt8]
  private let sections: [SectionSource]
  /// The length of the file.
  package let byteCount: Int

  init(_ writer: SectionWriter) {
    let directory = writer.fields.bytes
    let start = SnapshotFormat.aligned(SnapshotHeader.length + directory.count)
    sections = writer.sections
    // The last section needs nothing behind it.
    byteCount = sections.reduce(start) { SnapshotFormat.aligned($0) + $1.byteCount }
    let header = SnapshotHeader(
      fileLength: byteCount, directoryLength: directory.count, directoryChecksum: Checksum.of(directory))
    head = header.bytes + directory
  }

  /// Hands over all bytes in order, values as they lie in memory.
  ///
  /// - Throws: what the body throws.
  package func forEachPiece<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var offset = head.count
    try hand(SectionSource(head), to: body)
    for section in sections {
      let start = SnapshotFormat.aligned(offset)
      if start > offset { try hand(SectionSource([UInt8](repeating: 0, count: start - offset)), to: body) }
      try hand(section, to: body)
      offset = start + section.byteCount
    }
  }

  private func hand<Failure: Error>(
    _ source: SectionSource, to body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    try source.read { bytes in
      Result { () throws(Failure) in try body(bytes) }
    }.get()
  }
}
