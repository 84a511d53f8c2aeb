import CMachine
import Glibc
package import TallyEngine
import TallyLanguage

/// The bytes of a data file.
package struct FileContents: Sendable {
  package let bytes: FileBytes
  private let mapping: FileMapping?
  private let name: String
  private let place: Diagnostic.Place

  /// Bytes that were copied, and checked.
  init(_ bytes: [UInt8]) {
    self.bytes = FileBytes(bytes)
    mapping = nil
    name = ""
    place = .none
  }

  /// The bytes of a mapped file.
  init(_ mapping: FileMapping, name: String, place: Diagnostic.Place) {
    bytes = FileBytes(mapping.memory)
    self.mapping = mapping
    self.name = name
    self.place = place
  }

  /// Makes sure that a mapped file is still what it was; to be asked when nothing more is read.
  ///
  /// - Throws: F145 changed meanwhile, F003 where the disk did not give all of it.
  package func check() throws(Failure) {
    guard let mapping else { return }
    guard mapping.isUnchanged else { throw .diagnostics([.changedWhileRead(name, at: place)]) }
    if mapping.isBroken { throw .diagnostics([.cannotRead(name, because: reason(EIO), at: place)]) }
  }
}

/// A file that lies in memory as long as somebody has its bytes.
final class FileMapping: Sendable {
  private let descriptor: Int32
  private let state: FileReading.State
  private let start: MappedBytes

  /// nil where the system maps no such file, or too many.
  init?(_ open: Int32, _ state: FileReading.State) {
    let own = fcntl(open, F_DUPFD_CLOEXEC, 0)
    guard own >= 0 else { return nil }
    guard let start = machine_map(own, state.size) else {
      close(own)
      return nil
    }
    descriptor = own
    self.state = state
    self.start = MappedBytes(start: start)
  }

  /// The bytes, which keep the file mapped.
  var memory: ColumnMemory {
    ColumnMemory(UnsafeRawBufferPointer(start: start.start, count: state.size)) {
      withExtendedLifetime(self) {}
    }
  }

  var isUnchanged: Bool { FileReading.state(of: descriptor) == state }
  var isBroken: Bool { machine_is_broken(start.start) }

  deinit {
    machine_unmap(start.start, state.size)
    close(descriptor)
  }
}

/// Where a mapping starts; nobody writes to it.
private struct MappedBytes: @unchecked Sendable {
  let start: UnsafePointer<UInt8>
}
