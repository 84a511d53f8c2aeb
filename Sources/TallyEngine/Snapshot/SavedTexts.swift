import TallyPrivacy

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

/// Distinct texts as they lie in a file, or as they are in memory.
enum SavedTexts: Sendable {
  case strings([String])
  /// UTF-8, and where each text ends; every text is whole.
  case bytes(ColumnValues<UInt8>, ends: ColumnValues<UInt64>)

  var count: Int {
    switch self {
    case .strings(let texts): texts.count
    case .bytes(_, let ends): ends.count
    }
  }

  /// The bytes in a file.
  var byteCount: Int {
    switch self {
    case .strings: 0
    case .bytes(let bytes, _): bytes.count
    }
  }

  /// The texts; nil where one stands twice.
  ///
  /// - Complexity: O(length), on all cores.
  var distinct: [String]? {
    switch self {
    case .strings(let texts): return texts
    case .bytes(let bytes, let ends):
      let parts = portions(of: ends.count)
      // Looking for the same text twice is the work of one more.
      let texts = concurrently(parts.count + 1) { part -> [String]? in
        guard part < parts.count else { return areDistinct(bytes, ends) ? [] : nil }
        var texts: [String] = []
        texts.reserveCapacity(parts[part].count)
        forEach(parts[part], bytes, ends) { texts.append(String(decoding: $0, as: UTF8.self)) }
        return texts
      }
      return texts.contains { $0 == nil } ? nil : texts.flatMap { $0 ?? [] }
    }
  }

  /// Whether nothing is left to be masked in texts of one's own.
  ///
  /// - Complexity: O(length), on all cores.
  func areSettled(isSound: Bool) -> Bool {
    let parts = portions(of: count)
    return concurrently(parts.count) { part in
      switch self {
      case .strings(let texts):
        return texts[parts[part]].allSatisfy { MaskedText.isSettled($0, isSound: isSound) }
      case .bytes(let bytes, let ends):
        var areSettled = true
        forEach(parts[part], bytes, ends) { text in
          guard areSettled else { return }
          areSettled =
            isSound
            ? MaskedText.isSettled(String(decoding: text, as: UTF8.self), isSound: true)
            : MaskedText.isSettled(Span(_unsafeElements: text))
        }
        return areSettled
      }
    }.allSatisfy { $0 }
  }
}

/// Hands over the bytes of some texts, one after the other.
private func forEach(
  _ places: Range<Int>, _ bytes: ColumnValues<UInt8>, _ ends: ColumnValues<UInt64>,
  _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  bytes.withUnsafeBufferPointer { bytes in
    ends.withUnsafeBufferPointer { ends in
      var start = places.lowerBound == 0 ? 0 : Int(ends[places.lowerBound - 1])
      for place in places {
        let end = Int(ends[place])
        body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
  }
}

extension SectionReader {
  /// Texts where they lie.
  ///
  /// - Throws: where they are damaged or no UTF-8.
  /// - Complexity: O(length), on all cores.
  mutating func texts() throws(SnapshotDamage) -> SavedTexts {
    let count = try fields.count()
    let (blob, places) = (try section(), try section())
    guard blob.isWhole, places.isWhole else { throw .damaged }
    let bytes = try blob.values(of: UInt8.self, count: blob.byteCount)
    let ends = try places.values(of: UInt64.self, count: count)
    guard ends.last.map({ $0 == UInt64(bytes.count) }) ?? bytes.isEmpty else { throw .damaged }
    let parts = portions(of: count)
    let areWhole = concurrently(parts.count) { areWholeTexts(parts[$0], bytes, ends) }
    guard areWhole.allSatisfy({ $0 }) else { throw .damaged }
    return .bytes(bytes, ends: ends)
  }

  /// Texts that are put together anew, no two of them the same.
  ///
  /// - Throws: where they are damaged, no UTF-8, or one stands twice.
  mutating func distinctTexts() throws(SnapshotDamage) -> [String] {
    guard let texts = try texts().distinct else { throw .damaged }
    return texts
  }
}

/// Whether some texts end one behind the other, inside of the bytes, and each is UTF-8 by itself.
private func areWholeTexts(
  _ places: Range<Int>, _ bytes: ColumnValues<UInt8>, _ ends: ColumnValues<UInt64>
) -> Bool {
  bytes.withUnsafeBufferPointer { bytes in
    ends.withUnsafeBufferPointer { ends in
      let first = places.lowerBound == 0 ? 0 : ends[places.lowerBound - 1]
      var start = first
      for place in places {
        let end = ends[place]
        guard start <= end, end <= UInt64(bytes.count) else { return false }
        // A text begins with no byte that goes on with a character.
        if start < end, bytes[Int(start)] & 0xC0 == 0x80 { return false }
        start = end
      }
      let all = UnsafeBufferPointer(rebasing: bytes[Int(first)..<Int(start)])
      return (try? UTF8Span(validating: Span(_unsafeElements: all))) != nil
    }
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
