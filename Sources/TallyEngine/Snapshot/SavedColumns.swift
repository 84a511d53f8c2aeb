import TallyLanguage
import TallyPlan
import TallyPrivacy

/// How a column lies in a file; the numbers are part of the format.
private enum Form: Int64 {
  case bytes = 1
  case shorts, words, longs, decimals, texts, tags, instants
}

extension SectionWriter {
  /// Adds the values of a column and which of them are there.
  mutating func put(_ column: Column) {
    func form(_ form: Form) { fields.put(form.rawValue) }
    switch column {
    case .integers(let column):
      switch column.storage {
      case .bytes(let values):
        form(.bytes)
        put(SectionSource(values))
      case .shorts(let values):
        form(.shorts)
        put(SectionSource(values))
      case .words(let values):
        form(.words)
        put(SectionSource(values))
      case .longs(let values):
        form(.longs)
        put(SectionSource(values))
      }
      put(column.validity)
    case .decimals(let column):
      form(.decimals)
      put(SectionSource(column.values))
      put(column.validity)
    case .texts(let column):
      form(.texts)
      put(texts: column.dictionary)
      put(SectionSource(column.codes))
      put(column.validity)
    case .tags(let column):
      form(.tags)
      put(texts: column.dictionary)
      put(SectionSource(column.offsets))
      fields.put(column.codes.count)
      put(SectionSource(column.codes))
      put(column.validity)
    case .instants(let column):
      form(.instants)
      put(SectionSource(column.seconds))
      put(SectionSource(column.isDate.map { $0 ? UInt8(1) : 0 }))
      put(column.validity)
    }
  }

  private mutating func put(_ validity: Validity) {
    fields.put(validity.missingCount)
    if !validity.isComplete { put(SectionSource(validity.words)) }
  }
}

/// A column of a file: its texts, and its values, which are looked at when they are first used.
struct SavedColumn: Sendable {
  enum Content: Sendable { case integers, decimals, texts, tags, instants }
  let content: Content
  /// Distinct texts or tags.
  let texts: SavedTexts
  /// Rows with a value.
  let presentCount: Int
  /// The checked column; nil where it is damaged.
  let checked: @Sendable () -> Column?
  /// Bytes that `checked` looks at, or makes texts of.
  let byteCount: Int

  /// The same column without any value.
  func blank(rowCount: Int) -> Column {
    let none = Validity([Bool](repeating: false, count: rowCount))
    func zeros<Value: FixedWidthInteger>(_ type: Value.Type) -> [Value] {
      [Value](repeating: 0, count: rowCount)
    }
    return switch content {
    case .integers: .integers(IntegerColumn(zeros(Int64.self), validity: none))
    case .decimals: .decimals(DecimalColumn([Double](repeating: 0, count: rowCount), validity: none))
    case .texts: .texts(TextColumn(codes: zeros(UInt32.self), dictionary: [], validity: none))
    case .tags:
      .tags(TagsColumn(offsets: zeros(UInt32.self) + [0], codes: [], dictionary: [], validity: none))
    case .instants:
      .instants(
        InstantColumn(
          seconds: zeros(Int64.self), isDate: [Bool](repeating: false, count: rowCount), validity: none))
    }
  }
}

extension SectionReader {
  /// A column of so many rows.
  ///
  /// - Throws: where its lengths do not fit, or its texts are damaged.
  mutating func column(rowCount: Int) throws(SnapshotDamage) -> SavedColumn {
    guard let form = Form(rawValue: try fields.integer()) else { throw .damaged }
    switch form {
    case .bytes: return try integers(UInt8.self, rowCount) { .bytes($0) }
    case .shorts: return try integers(UInt16.self, rowCount) { .shorts($0) }
    case .words: return try integers(UInt32.self, rowCount) { .words($0) }
    case .longs: return try integers(Int64.self, rowCount) { .longs($0) }
    case .decimals:
      let section = try section()
      let values = try section.values(of: Double.self, count: rowCount)
      let saved = try validity(rowCount)
      return SavedColumn(
        content: .decimals, texts: .strings([]), presentCount: saved.presentCount,
        checked: {
          guard section.isWhole, let validity = saved.validity, values.areFinite else { return nil }
          return .decimals(DecimalColumn(values, validity: validity))
        }, byteCount: section.byteCount)
    case .texts:
      let texts = try texts()
      let section = try section()
      let codes = try section.values(of: UInt32.self, count: rowCount)
      let saved = try validity(rowCount)
      return SavedColumn(
        content: .texts, texts: texts, presentCount: saved.presentCount,
        checked: {
          guard let bounds = section.bounds(of: UInt32.self), let validity = saved.validity,
            let dictionary = texts.distinct,
            Int(bounds.upperBound) < dictionary.count
              || codes.areMissing(where: bounds.upperBound, textCount: dictionary.count, validity)
          else { return nil }
          return .texts(TextColumn(codes: codes, dictionary: dictionary, validity: validity))
        }, byteCount: section.byteCount + texts.byteCount)
    case .tags: return try tags(rowCount)
    case .instants: return try instants(rowCount)
    }
  }

  private mutating func integers<Value: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ type: Value.Type, _ rowCount: Int,
    _ storage: @escaping @Sendable (ColumnValues<Value>) -> IntegerColumn.Storage
  ) throws(SnapshotDamage) -> SavedColumn {
    let section = try section()
    let values = try section.values(of: type, count: rowCount)
    let saved = try validity(rowCount)
    return SavedColumn(
      content: .integers, texts: .strings([]), presentCount: saved.presentCount,
      checked: {
        guard section.isWhole, let validity = saved.validity else { return nil }
        return .integers(IntegerColumn(storage(values), validity: validity))
      }, byteCount: section.byteCount)
  }

  private mutating func tags(_ rowCount: Int) throws(SnapshotDamage) -> SavedColumn {
    let dictionary = try distinctTexts()
    let places = try section()
    let (offsetCount, isTooMany) = rowCount.addingReportingOverflow(1)
    guard !isTooMany else { throw .damaged }
    let offsets = try places.array(of: UInt32.self, count: offsetCount)
    let codeCount = try fields.count()
    let section = try section()
    let codes = try section.array(of: UInt32.self, count: codeCount)
    let saved = try validity(rowCount)
    return SavedColumn(
      content: .tags, texts: .strings(dictionary), presentCount: saved.presentCount,
      checked: {
        guard places.isWhole, section.isWhole, let validity = saved.validity, offsets.first == 0,
          offsets.last.map({ Int($0) == codes.count }) ?? false,
          zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }),
          codes.allSatisfy({ Int($0) < dictionary.count })
        else { return nil }
        return .tags(TagsColumn(offsets: offsets, codes: codes, dictionary: dictionary, validity: validity))
      }, byteCount: places.byteCount + section.byteCount)
  }

  private mutating func instants(_ rowCount: Int) throws(SnapshotDamage) -> SavedColumn {
    let (times, marks) = (try section(), try section())
    let seconds = try times.array(of: Int64.self, count: rowCount)
    let dates = try marks.array(of: UInt8.self, count: rowCount)
    let saved = try validity(rowCount)
    return SavedColumn(
      content: .instants, texts: .strings([]), presentCount: saved.presentCount,
      checked: {
        guard times.isWhole, marks.isWhole, let validity = saved.validity, dates.allSatisfy({ $0 <= 1 }),
          seconds.allSatisfy({ Day.possibleSeconds.contains($0) })
        else { return nil }
        return .instants(
          InstantColumn(seconds: seconds, isDate: dates.map { $0 == 1 }, validity: validity))
      }, byteCount: times.byteCount + marks.byteCount)
  }

  private mutating func validity(_ rowCount: Int) throws(SnapshotDamage) -> SavedValidity {
    let missing = try fields.count()
    guard missing <= rowCount else { throw .damaged }
    guard missing > 0 else {
      return SavedValidity(rowCount: rowCount, missingCount: 0, section: nil, words: [])
    }
    let section = try section()
    let words = try section.values(of: UInt64.self, count: (rowCount - 1) / 64 + 1)
    return SavedValidity(rowCount: rowCount, missingCount: missing, section: section, words: words)
  }
}

/// Which values of a column of a file are there.
private struct SavedValidity: Sendable {
  let rowCount: Int
  let missingCount: Int
  let section: MappedSection?
  let words: ColumnValues<UInt64>

  var presentCount: Int { rowCount - missingCount }

  /// nil where it is damaged.
  var validity: Validity? {
    guard let section else { return Validity(count: rowCount) }
    guard section.isWhole, let validity = Validity(stored: Array(words), count: rowCount),
      validity.missingCount == missingCount
    else { return nil }
    return validity
  }
}

extension Day {
  /// The days of the years 1...9999, with room for zones.
  static let possible: ClosedRange<Int32> = -719_163...2_932_897
  /// Their seconds.
  fileprivate static let possibleSeconds: ClosedRange<Int64> = -62_135_683_200...253_402_387_200
}

extension ColumnValues where Value == UInt32 {
  /// Whether the greatest code is the one behind all texts, and just the rows without a text have it.
  fileprivate func areMissing(where greatest: UInt32, textCount: Int, _ validity: Validity) -> Bool {
    guard Int(greatest) == textCount, validity.missing.allSatisfy({ self[$0] == greatest }) else {
      return false
    }
    let count = withUnsafeBufferPointer { codes in codes.reduce(0) { $0 &+ ($1 == greatest ? 1 : 0) } }
    return count == validity.missingCount
  }
}

extension ColumnValues where Value == Double {
  /// Whether none is infinite or no number, looked at on all cores.
  fileprivate var areFinite: Bool {
    let parts = portions(of: count)
    return concurrently(parts.count) { part in
      withUnsafeBufferPointer { values in
        // Zero times a number is zero; times anything else it is no number.
        var sum = 0.0
        for place in parts[part] { sum += values[place] * 0 }
        return sum == 0
      }
    }.allSatisfy { $0 }
  }
}
