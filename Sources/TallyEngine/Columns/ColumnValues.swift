import CMachine

/// The values of a column one after the other, in memory that is written once and never changed after.
///
/// The memory is the column's own, or that of a mapped file; copies share it.
package struct ColumnValues<Value: BitwiseCopyable & Hashable & Sendable>: RandomAccessCollection,
  @unchecked Sendable
{
  private var memory: ColumnMemory
  private let base: UnsafePointer<Value>
  package let count: Int

  /// Values that already lie in memory.
  ///
  /// - Parameters:
  ///   - offset: where they begin, in bytes; a multiple of the alignment of a value.
  ///   - count: how many there are, all of them inside of the memory.
  package init(_ memory: ColumnMemory, offset: Int, count: Int) {
    precondition(
      offset >= 0 && count >= 0 && offset % MemoryLayout<Value>.alignment == 0
        && count <= (memory.bytes.count - offset) / MemoryLayout<Value>.stride)
    self.memory = memory
    base = memory.start.advanced(by: offset).assumingMemoryBound(to: Value.self)
    self.count = count
  }

  /// Room for a number of values, all of which `fill` has to write.
  @inline(__always)
  package init(count: Int, fill: (UnsafeMutableBufferPointer<Value>) throws -> Void) rethrows {
    let memory = ColumnMemory(byteCount: count * MemoryLayout<Value>.stride)
    try memory.fill { bytes in try fill(bytes.bindMemory(to: Value.self)) }
    self.init(memory, offset: 0, count: count)
  }

  /// The values of a collection, copied.
  package init(_ values: some Collection<Value>) {
    self.init(count: values.count) { buffer in _ = buffer.initialize(fromContentsOf: values) }
  }

  /// Whether these are the same values in the same memory.
  func isSame(as other: Self) -> Bool { base == other.base && count == other.count }

  /// The first value; good as long as the values are kept.
  var pointer: UnsafePointer<Value> { base }

  /// One value for each of these, worked out on all cores where they are many.
  @inline(__always)
  func mapped<Other>(_ transform: @Sendable (Value) -> Other) -> ColumnValues<Other> {
    let memory = ColumnMemory(byteCount: count * MemoryLayout<Other>.stride)
    let target = PlacesToFill(memory.room.bindMemory(to: Other.self, capacity: count))
    let parts = stretches(of: count)
    _ = concurrently(parts.count) { part in
      self.withUnsafeBufferPointer { source in
        for row in parts[part] { target.start[row] = transform(source[row]) }
      }
    }
    return ColumnValues<Other>(memory, offset: 0, count: count)
  }

  /// Every value replaced: where it stands, as long as nobody else has these values, else in a copy.
  @inline(__always)
  mutating func replace(_ transform: @Sendable (Value) -> Value) {
    guard isKnownUniquelyReferenced(&memory), memory.isOwn else {
      self = mapped(transform)
      return
    }
    let target = PlacesToFill(memory.room.assumingMemoryBound(to: Value.self) + placeInMemory)
    let parts = stretches(of: count)
    _ = concurrently(parts.count) { part in
      for row in parts[part] { target.start[row] = transform(target.start[row]) }
    }
  }

  /// Where the first value stands among those that the memory has room for.
  private var placeInMemory: Int { base - memory.start.assumingMemoryBound(to: Value.self) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  @inline(__always)
  package subscript(position: Int) -> Value {
    precondition(position >= 0 && position < count, "no value at this place")
    return base[position]
  }

  /// Calls a body with the values, which stay where they are until it returns.
  @inline(__always)
  package func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Value>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(memory) {} }
    return try body(UnsafeBufferPointer(start: base, count: count))
  }

  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Value>) throws -> Result
  ) rethrows -> Result? {
    try withUnsafeBufferPointer(body)
  }
}

extension ColumnValues: Hashable {
  package static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }

  package func hash(into hasher: inout Hasher) {
    for value in self { hasher.combine(value) }
  }
}

extension ColumnValues: ExpressibleByArrayLiteral {
  package init(arrayLiteral values: Value...) { self.init(values) }
}

/// Memory that columns lie in, given back when the last of them is gone.
package final class ColumnMemory: @unchecked Sendable {
  fileprivate let start: UnsafeRawPointer
  private let byteCount: Int
  /// Gives back memory that came from elsewhere; nil for the column's own.
  private let release: (@Sendable () -> Void)?

  /// Where memory without any byte is said to be.
  private static let nowhere = 64

  /// Memory of its own, to be filled once; pages that are never written to take none.
  init(byteCount: Int) {
    // As an array does: the system gives memory, or ends the program.
    guard let memory = machine_allocate(byteCount) else { fatalError("out of memory") }
    start = UnsafeRawPointer(memory)
    self.byteCount = byteCount
    release = nil
  }

  /// Memory that came from elsewhere, such as a mapped file, and stays as it is until `release` is called.
  package init(_ bytes: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void) {
    start = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: ColumnMemory.nowhere).unsafelyUnwrapped
    byteCount = bytes.count
    self.release = release
  }

  /// Whether it may be written to: not a mapped file.
  fileprivate var isOwn: Bool { release == nil }

  /// All of it.
  package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: byteCount) }

  @inline(__always)
  fileprivate func fill(_ body: (UnsafeMutableRawBufferPointer) throws -> Void) rethrows {
    try body(UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(mutating: start), count: byteCount))
  }

  /// Where values are written before anybody reads them, by several threads at once as long as each has its own place.
  var room: UnsafeMutableRawPointer { UnsafeMutableRawPointer(mutating: start) }

  deinit {
    if let release { release() } else { machine_free(room, byteCount) }
  }
}

/// Memory that several threads fill, each its own places of it.
struct PlacesToFill<Value>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Value>

  init(_ start: UnsafeMutablePointer<Value>) { self.start = start }
}
