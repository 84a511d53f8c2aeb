import CZlib
import TallyLanguage

/// The text of a gzip file (RFC 1952), one or several members one after the other; checksums and lengths are checked.
///
/// - Throws: F140 damaged or cut short, F142; `.cancelled`.
/// - Complexity: O(length of the text).
func gunzip(
  _ packed: [UInt8], _ budget: inout UnpackingBudget, _ watch: inout ReadingWatch
) throws(Failure) -> [UInt8] {
  let damaged = Failure.diagnostics([.damagedArchive(budget.name)])
  var stream = z_stream()
  // 15 for the largest window, 16 for gzip and nothing else.
  guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
    throw damaged
  }
  defer { inflateEnd(&stream) }
  var text: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 18)
  var position = 0
  while true {
    let step = inflateStep(&stream, packed[position...], into: &piece)
    position += step.read
    try budget.take(step.written)
    text.append(contentsOf: piece[..<step.written])
    try watch.tick("unpacking", budget.name, text.count)
    switch step.status {
    case Z_OK: continue
    case Z_STREAM_END:
      // Files are padded with zeros now and then.
      if packed[position...].allSatisfy({ $0 == 0 }) { return text }
      guard packed[position...].starts(with: [0x1F, 0x8B]), inflateReset(&stream) == Z_OK else {
        throw damaged
      }
    default: throw damaged
    }
  }
}

/// Unpacks as much as fits `piece`; how many bytes were read and written.
private func inflateStep(
  _ stream: inout z_stream, _ packed: ArraySlice<UInt8>, into piece: inout [UInt8]
) -> (status: Int32, read: Int, written: Int) {
  packed.withUnsafeBufferPointer { input in
    piece.withUnsafeMutableBufferPointer { output in
      let offered = UInt32(clamping: input.count)
      // zlib takes its input as changeable and does not change it.
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = offered
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      let status = inflate(&stream, Z_NO_FLUSH)
      return (status, Int(offered - stream.avail_in), output.count - Int(stream.avail_out))
    }
  }
}
