import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import TallyTestSupport
import Testing

/// Files as a session has them, and as one file.
struct Saved {
  let loaded: Loaded
  let reports: [LoadReport]
  let snapshot: Snapshot

  /// - Throws: why a file is not loaded.
  init(_ sources: [SourceFile], _ options: LoadOptions = options, policy: Policy = .builtIn)
    throws(LoadFailure)
  {
    var files: [LoadedFile] = []
    for source in sources { files.append(try read(source, as: nil, options: options)) }
    let assembled = try assemble(files)
    var audience = OpenAudience(under: policy)
    let opened = try audience.open(files, beside: assembled)
    loaded = audience.added(to: assembled)
    reports =
      assembled.reports.filter { $0.role != .audience } + opened.map(\.report).filter { $0.role == .audience }
    snapshot = Snapshot(
      of: loaded.dataset, loaded.catalog, from: files, reports: reports, audience: audience, policy: policy)
  }

  /// The bytes of the file.
  func bytes() throws(LoadFailure) -> [UInt8] { try snapshot.image().bytes }
}

extension SnapshotImage {
  /// All of it.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    forEachPiece { bytes += $0 }
    return bytes
  }
}

/// Opens bytes as if they lay in a mapped file.
func open(_ bytes: [UInt8], _ name: String = "x.snapshot") throws(LoadFailure) -> Snapshot {
  let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 64)
  memory.copyBytes(from: bytes)
  nonisolated(unsafe) let start = memory
  return try Snapshot(
    opening: ColumnMemory(
      UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[..<bytes.count]),
      release: { start.deallocate() }), named: name)
}

/// The code of why bytes are no snapshot; `ok` where they are one.
func code(_ bytes: [UInt8]) -> String {
  do throws(LoadFailure) {
    _ = try open(bytes)
    return "ok"
  } catch {
    return error.code
  }
}

extension LoadFailure {
  var code: String {
    switch self {
    case .cancelled: "cancelled"
    case .diagnostic(let finding): finding.code
    case .refusal(let refusal, _): refusal.code.rawValue
    }
  }
}

/// All values of tables, so that two of them can be compared.
struct AllValues: Equatable {
  private let ids: [String]
  private let tables: [String: [String: Column]]
  private let keys: [String: [Int64]]

  init(_ dataset: Dataset) {
    ids = dataset.videoIDs
    var (tables, keys): ([String: [String: Column]], [String: [Int64]]) = ([:], [:])
    for role in TableRole.allCases {
      guard let table = dataset[role] else { continue }
      tables[role.rawValue] = Dictionary(
        table.columns.keys.map { ($0, table.columns[$0]) }.compactMap { name, column in
          column.map { (name, $0) }
        },
        uniquingKeysWith: { first, _ in first })
      keys[role.rawValue] =
        [Int64(table.rowCount)] + table.videoCodes.map(Int64.init) + table.days.map(Int64.init)
    }
    self.tables = tables
    self.keys = keys
  }
}

/// The checksum of the format, written down once more.
func checksum(_ bytes: some Collection<UInt8>) -> UInt64 {
  let bytes = Array(bytes)
  let keys: [UInt64] = [
    0x6A09_E667_F3BC_C909, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1,
  ]
  func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
  var sum = UInt64(bytes.count) ^ keys[0]
  var start = 0
  repeat {
    let piece = Array(bytes[start..<min(start + (1 << 20), bytes.count)])
    var chains = keys
    var offset = 0
    while offset < piece.count {
      let block =
        piece[offset..<min(offset + 64, piece.count)]
        + [UInt8](repeating: 0, count: max(0, offset + 64 - piece.count))
      let words = stride(from: block.startIndex, to: block.endIndex, by: 8).map { place in
        block[place..<(place + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      }
      for chain in 0..<4 {
        chains[chain] =
          chains[chain] &* keys[1]
          ^ mixed(chains[chain] ^ words[chain * 2], keys[chain] ^ words[chain * 2 + 1])
      }
      offset += 64
    }
    let end = mixed(chains[0] ^ chains[1], keys[2]) ^ mixed(chains[2] ^ chains[3], keys[3])
    sum = mixed(sum ^ mixed(end ^ UInt64(piece.count), keys[0]), keys[1])
    start += 1 << 20
  } while start < bytes.count
  return sum
}

/// A snapshot whose checksums are made to fit after it was changed.
struct Forged {
  var bytes: [UInt8]

  func number(_ offset: Int) -> UInt64 {
    bytes[offset..<(offset + 8)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func put(_ number: UInt64, at offset: Int) {
    for place in 0..<8 { bytes[offset + place] = UInt8(truncatingIfNeeded: number >> UInt64(place * 8)) }
  }

  var directory: Range<Int> { 64..<(64 + Int(number(24))) }

  /// Puts a text of a section in the place of another one of the same length, with a fitting checksum of the section.
  mutating func replace(_ old: String, by new: String) {
    #expect(old.utf8.count == new.utf8.count)
    let start = (directory.upperBound + 63) / 64 * 64
    guard let place = (start..<bytes.count).first(where: { bytes[$0...].starts(with: old.utf8) }) else {
      Issue.record("no \(old)")
      return
    }
    for field in directory.dropLast(23) {
      let (offset, length) = (number(field), number(field + 8))
      guard offset < UInt64(bytes.count), length < UInt64(bytes.count) else { continue }
      let section = (start + Int(offset))..<(start + Int(offset) + Int(length))
      guard section.contains(place), section.upperBound <= bytes.count,
        number(field + 16) == checksum(bytes[section])
      else { continue }
      bytes.replaceSubrange(place..<(place + new.utf8.count), with: new.utf8)
      put(checksum(bytes[section]), at: field + 16)
      return
    }
    Issue.record("no section")
  }

  /// With fitting checksums of directory and header.
  func sealed() -> [UInt8] {
    var forged = self
    forged.put(checksum(bytes[directory]), at: 32)
    forged.put(checksum(forged.bytes[..<56]), at: 56)
    return forged.bytes
  }
}
