extension SectionWriter {
  /// Adds texts: their UTF-8 one behind the other, and where each ends.
  mutating func put(texts: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count })
    var ends: [UInt64] = []
    ends.reserveCapacity(texts.count)
    for text in texts {
      bytes += text.utf8
      ends.append(UInt64(bytes.count))
    }
    fields.put(texts.count)
    put(SectionSource(bytes))
    put(SectionSource(ends))
  }
}

extension SectionReader {
  /// Texts that are put together anew, no two of them the same.
  ///
  /// - Throws: where they are damaged, no UTF-8, or one stands twice.
  /// - Complexity: O(length), on all cores.
  mutating func distinctTexts() throws(SnapshotDamage) -> [String] {
    let count = try fields.count()
    let (blob, places) = (try section(), try section())
    guard blob.isWhole, places.isWhole else { throw .damaged }
    let bytes = try blob.values(of: UInt8.self, count: blob.byteCount)
    let ends = try places.values(of: UInt64.self, count: count)
    guard ends.last.map({ $0 == UInt64(bytes.count) }) ?? bytes.isEmpty else { throw .damaged }
    let parts = portions(of: count)
    let texts = concurrently(parts.count) { part -> [String]? in
      bytes.withUnsafeBufferPointer { bytes in
        var start = parts[part].lowerBound == 0 ? 0 : ends[parts[part].lowerBound - 1]
        var texts: [String] = []
        texts.reserveCapacity(parts[part].count)
        for place in parts[part] {
          let end = ends[place]
          guard start <= end, end <= UInt64(bytes.count),
            let text = String(
              validating: UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(end)]), as: UTF8.self)
          else { return nil }
          texts.append(text)
          start = end
        }
        return texts
      }
    }
    guard !texts.contains(where: { $0 == nil }), areDistinct(bytes, ends) else { throw .damaged }
    return texts.flatMap { $0 ?? [] }
  }
}

/// Whether no two texts have the same bytes: each is looked up by a hash in a table twice as large as there are texts.
private func areDistinct(_ bytes: ColumnValues<UInt8>, _ ends: ColumnValues<UInt64>) -> Bool {
  guard ends.count < Int(UInt32.max) else { return false }
  var size = 16
  while size < ends.count * 2 { size *= 2 }
  var slots = [UInt32](repeating: .max, count: size)
  return bytes.withUnsafeBufferPointer { bytes in
    ends.withUnsafeBufferPointer { ends in
      func text(_ place: Int) -> UnsafeRawBufferPointer {
        let start = place == 0 ? 0 : Int(ends[place - 1])
        return UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start..<Int(ends[place])]))
      }
      for place in ends.indices {
        let own = text(place)
        var slot = Int(truncatingIfNeeded: hash(own)) & (size - 1)
        while slots[slot] != .max {
          let other = text(Int(slots[slot]))
          if other.count == own.count, other.elementsEqual(own) { return false }
          slot = (slot + 1) & (size - 1)
        }
        slots[slot] = UInt32(place)
      }
      return true
    }
  }
}

/// A hash of a short text; where many have one, looking them up is slow and no worse.
private func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
  var hash = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
  var offset = 0
  while offset + 8 <= text.count {
    let word = text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    hash = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 29
    offset += 8
  }
  while offset < text.count {
    hash = (hash ^ UInt64(text[offset])) &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 31
    offset += 1
  }
  return hash
}
