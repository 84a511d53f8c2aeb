import TallyEngine
import TallyPlan
import TallyPrivacy
import TallyShell

/// libFuzzer's own entry.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The name by which the package manager starts a program without a main file.
@_cdecl("LoaderFuzzer_main")
public func start(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return runFuzzer(&count, &arguments, loadBytes)
}

/// What libFuzzer calls with each input: the bytes of one data file, as somebody might name it.
///
/// Whatever they are, loading ends with a table, a report or a message; it never traps, hangs or takes memory without
/// bounds. A table that was read is put together as well, and reads the same a second time.
@_cdecl("LLVMFuzzerTestOneInput")
public func loadBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if Snapshot.begins(bytes) { openSnapshot(bytes) }
  var watch = ReadingWatch(isShown: false, isCancelled: { false })
  var limits = UnpackingLimits()
  limits.total = 4 << 20
  guard let unpacked = try? unpack("fuzz", FileBytes(bytes), limits: limits, &watch) else { return 0 }
  let options = LoadOptions(year: 2026, dateOrder: count % 2 == 0 ? .mdy : .dmy, zone: { _ in .utc })
  for source in unpacked.files {
    guard let file = try? read(source, as: nil, options: options), file.table != nil,
      let loaded = try? assemble([file])
    else { continue }
    guard let again = try? read(source, as: nil, options: options), again.report == file.report,
      loaded.catalog.tables.allSatisfy({ $0.rowCount > 0 })
    else {
      // A trap is how a finding is told to libFuzzer, which keeps the input then.
      fatalError("two reads of one file differ")
    }
  }
  return 0
}

/// Opens bytes as a mapped snapshot, and uses all that is in it.
private func openSnapshot(_ bytes: [UInt8]) {
  let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
  memory.copyBytes(from: bytes)
  nonisolated(unsafe) let start = memory
  let mapped = ColumnMemory(UnsafeRawBufferPointer(memory), release: { start.deallocate() })
  guard let snapshot = try? Snapshot(opening: mapped, named: "fuzz") else { return }
  let loaded = snapshot.loaded
  for table in [loaded.dataset.videos, loaded.dataset.daily, loaded.dataset.channel].compactMap({ $0 }) {
    for name in table.columns.keys { _ = table.columns[name]?.count }
  }
  _ = snapshot.openAudience(under: .builtIn)
  if snapshot.damage == nil { _ = try? assemble(snapshot.files) }
}
