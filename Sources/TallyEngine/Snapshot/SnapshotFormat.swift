/// The layout of a snapshot file, version 1.
///
///     header      64 bytes: see `SnapshotHeader`
///     directory   what the tables are and where their sections lie; checked by a checksum of its own
///     sections    values as they lie in memory, each at a multiple of 64 bytes, each with a checksum in the directory
///
/// All numbers are little-endian, so that columns can be used where they lie.
enum SnapshotFormat {
  /// The first byte is in no text, the last two are changed by programs that take the file for a text.
  static let magic: [UInt8] = [0x89] + Array("TALLY".utf8) + [0x0D, 0x0A]
  /// How many bytes of it tell a snapshot.
  static let tellingLength = 6
  static let version: UInt32 = 1
  static let byteOrder: UInt32 = 0x0102_0304
  static let alignment = 64

  /// The next place at which a section may begin.
  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
}

/// Why the bytes of a file are no snapshot that can be used.
enum SnapshotDamage: Error {
  /// Damaged, cut short or made up.
  case damaged
  case version(UInt32)
  case byteOrder
}

/// The first bytes of a snapshot.
struct SnapshotHeader {
  static let length = 64
  let fileLength: Int
  let directoryLength: Int
  let directoryChecksum: UInt64

  /// Magic number, byte order, version, lengths of the file and of its directory, checksums of the directory and of all
  /// bytes before the last eight.
  var bytes: [UInt8] {
    var writer = FieldWriter()
    writer.put(raw: SnapshotFormat.magic)
    writer.put(raw: SnapshotFormat.byteOrder.littleEndianBytes)
    writer.put(raw: SnapshotFormat.version.littleEndianBytes)
    writer.put(fileLength)
    writer.put(directoryLength)
    writer.put(Int64(bitPattern: directoryChecksum))
    writer.put(raw: [UInt8](repeating: 0, count: 16))
    writer.put(Int64(bitPattern: Checksum.of(writer.bytes)))
    return writer.bytes
  }

  init(fileLength: Int, directoryLength: Int, directoryChecksum: UInt64) {
    self.fileLength = fileLength
    self.directoryLength = directoryLength
    self.directoryChecksum = directoryChecksum
  }

  /// The header of a file of so many bytes.
  ///
  /// A file is of another version or byte order only where its header says so and is whole.
  init(_ bytes: [UInt8], fileLength: Int) throws(SnapshotDamage) {
    guard bytes.count == Self.length, bytes.starts(with: SnapshotFormat.magic) else { throw .damaged }
    var reader = FieldReader(Array(bytes[8...]))
    let order = try reader.word()
    if order.byteSwapped == SnapshotFormat.byteOrder { throw .byteOrder }
    let version = try reader.word()
    let (length, directory) = (try reader.integer(), try reader.integer())
    directoryChecksum = UInt64(bitPattern: try reader.integer())
    _ = (try reader.integer(), try reader.integer())
    let checksum = UInt64(bitPattern: try reader.integer())
    guard order == SnapshotFormat.byteOrder, checksum == Checksum.of(Array(bytes[..<56])) else {
      throw .damaged
    }
    // What holds the values in memory is little-endian, or the file is of the other order.
    guard UInt32(1).littleEndian == 1 else { throw .byteOrder }
    guard version == SnapshotFormat.version else { throw .version(version) }
    guard length == fileLength, directory >= 0, directory <= fileLength - Self.length else { throw .damaged }
    self.fileLength = fileLength
    directoryLength = Int(directory)
  }
}

extension FixedWidthInteger {
  /// The bytes, least first.
  var littleEndianBytes: [UInt8] {
    (0..<(Self.bitWidth / 8)).map { UInt8(truncatingIfNeeded: self >> Self($0 * 8)) }
  }
}
