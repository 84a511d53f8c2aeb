/// The bytes of a file, or of the front of one: memory that is read and never written, shared by copies.
package struct FileBytes: RandomAccessCollection, Sendable {
  private let memory: ColumnMemory
  /// The bytes of `memory` that these are.
  private let range: Range<Int>

  private init(_ memory: ColumnMemory, _ range: Range<Int>) {
    self.memory = memory
    self.range = range
  }

  /// Bytes that came from elsewhere, such as a mapped file.
  package init(_ memory: ColumnMemory) { self.init(memory, 0..<memory.bytes.count) }

  /// The bytes of an array, which is kept.
  package init(_ bytes: [UInt8]) {
    let memory = bytes.withUnsafeBytes { raw in
      // An array that is kept and not changed stays where it is.
      ColumnMemory(raw) { withExtendedLifetime(bytes) {} }
    }
    self.init(memory)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { range.count }

  package subscript(position: Int) -> UInt8 { span[position] }

  package var span: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let bytes = UnsafeRawBufferPointer(rebasing: memory.bytes[range]).assumingMemoryBound(to: UInt8.self)
      return _overrideLifetime(Span(_unsafeElements: bytes), borrowing: self)
    }
  }

  /// The bytes from one place to another, without copying them.
  package func part(_ part: Range<Int>) -> FileBytes {
    precondition(part.lowerBound >= 0 && part.upperBound <= count)
    return FileBytes(memory, (range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound))
  }

  /// Calls a body with the bytes, which stay where they are until it returns.
  package func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(memory) {} }
    return try body(UnsafeRawBufferPointer(rebasing: memory.bytes[range]).assumingMemoryBound(to: UInt8.self))
  }

  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try withUnsafeBufferPointer(body)
  }
}

extension FileBytes: ExpressibleByArrayLiteral {
  package init(arrayLiteral bytes: UInt8...) { self.init(bytes) }
}
