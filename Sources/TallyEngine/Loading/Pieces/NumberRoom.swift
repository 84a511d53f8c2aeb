import Synchronization

/// How wide the numbers of a column are kept, from the narrowest.
enum NumberWidth: Int, CaseIterable, Comparable {
  case byte, short, word, long, decimal

  var byteCount: Int {
    switch self {
    case .byte: 1
    case .short: 2
    case .word: 4
    case .long, .decimal: 8
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Where all cores write the numbers of one column, each those of its own rows.
///
/// Which width the column needs is known when all of it was read; what was written narrower is then widened. Room of a
/// width that nobody writes to takes no memory.
final class NumberRoom: Sendable {
  let rows: Int
  private let state: Mutex<State>

  private struct State {
    var memory = [ColumnMemory?](repeating: nil, count: NumberWidth.allCases.count)
    var widest = NumberWidth.byte
  }

  init(rows: Int) {
    self.rows = rows
    state = Mutex(State())
  }

  /// The widest that was needed so far.
  var widest: NumberWidth { state.withLock { $0.widest } }

  /// The room of a width.
  func memory(_ width: NumberWidth) -> ColumnMemory {
    state.withLock { state in
      state.widest = max(state.widest, width)
      if let memory = state.memory[width.rawValue] { return memory }
      let memory = ColumnMemory(byteCount: rows * width.byteCount)
      state.memory[width.rawValue] = memory
      return memory
    }
  }

  /// Takes the room of a width out, so that it is given back when nobody has it any more.
  private func give(_ width: NumberWidth) {
    state.withLock { $0.memory[width.rawValue] = nil }
  }
}

/// Rows next to each other whose numbers were written in one width.
struct NumberStretch: Sendable {
  var rows: Range<Int>
  let width: NumberWidth
}

extension NumberRoom {
  /// All numbers in one width.
  ///
  /// - Parameter stretches: of all rows.
  func column(_ stretches: [NumberStretch], as width: NumberWidth, validity: Validity) -> Column {
    let memory = memory(width)
    let narrower = stretches.filter { $0.width != width }
    _ = concurrently(narrower.count) { place in
      let stretch = narrower[place]
      self.widen(self.memory(stretch.width), stretch, into: memory, width)
    }
    for other in NumberWidth.allCases { give(other) }
    func values<Value>() -> ColumnValues<Value> { ColumnValues(memory, offset: 0, count: rows) }
    return switch width {
    case .byte: .integers(IntegerColumn(.bytes(values()), validity: validity))
    case .short: .integers(IntegerColumn(.shorts(values()), validity: validity))
    case .word: .integers(IntegerColumn(.words(values()), validity: validity))
    case .long: .integers(IntegerColumn(.longs(values()), validity: validity))
    case .decimal: .decimals(DecimalColumn(values(), validity: validity))
    }
  }

  private func widen(
    _ source: ColumnMemory, _ stretch: NumberStretch, into target: ColumnMemory, _ width: NumberWidth
  ) {
    switch stretch.width {
    case .byte: copy(UInt8.self, source, stretch.rows, target, width)
    case .short: copy(UInt16.self, source, stretch.rows, target, width)
    case .word: copy(UInt32.self, source, stretch.rows, target, width)
    case .long: copy(Int64.self, source, stretch.rows, target, width)
    case .decimal: break
    }
  }

  private func copy<Value: FixedWidthInteger>(
    _: Value.Type, _ source: ColumnMemory, _ rows: Range<Int>, _ target: ColumnMemory, _ width: NumberWidth
  ) {
    let source = source.room.assumingMemoryBound(to: Value.self)
    switch width {
    case .byte: widen(source, rows, target.room.assumingMemoryBound(to: UInt8.self))
    case .short: widen(source, rows, target.room.assumingMemoryBound(to: UInt16.self))
    case .word: widen(source, rows, target.room.assumingMemoryBound(to: UInt32.self))
    case .long: widen(source, rows, target.room.assumingMemoryBound(to: Int64.self))
    case .decimal:
      let target = target.room.assumingMemoryBound(to: Double.self)
      for row in rows { target[row] = Double(source[row]) }
    }
  }

  private func widen<Value: FixedWidthInteger, Wider: FixedWidthInteger>(
    _ source: UnsafeMutablePointer<Value>, _ rows: Range<Int>, _ target: UnsafeMutablePointer<Wider>
  ) {
    for row in rows { target[row] = Wider(truncatingIfNeeded: source[row]) }
  }
}
