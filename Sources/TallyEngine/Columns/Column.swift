/// The values of one column, row by row, in the narrowest form that holds them.
package enum Column: Sendable, Hashable {
  case integers(IntegerColumn)
  case decimals(DecimalColumn)
  case texts(TextColumn)
  case tags(TagsColumn)
  case instants(InstantColumn)

  package var count: Int {
    switch self {
    case .integers(let column): column.validity.count
    case .decimals(let column): column.values.count
    case .texts(let column): column.validity.count
    case .tags(let column): column.validity.count
    case .instants(let column): column.seconds.count
    }
  }
}

/// Whole numbers, widened only as far as the values need; missing is stored as 0.
package struct IntegerColumn: Sendable, Hashable {
  /// How wide the integers are kept: as narrow as the largest of them allows.
  package enum Storage: Sendable, Hashable {
    case bytes(ColumnValues<UInt8>)
    case shorts(ColumnValues<UInt16>)
    case words(ColumnValues<UInt32>)
    case longs(ColumnValues<Int64>)
  }
  package let storage: Storage
  package let validity: Validity

  /// Chooses the narrowest storage for the range of the values; `values` and `validity` have the same count.
  package init(_ values: [Int64], validity: Validity) {
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    self.validity = validity
    if low < 0 || high > Int64(UInt32.max) {
      storage = .longs(ColumnValues(values))
    } else if high > Int64(UInt16.max) {
      storage = .words(ColumnValues(narrowing: values))
    } else if high > Int64(UInt8.max) {
      storage = .shorts(ColumnValues(narrowing: values))
    } else {
      storage = .bytes(ColumnValues(narrowing: values))
    }
  }

  /// Values as they are kept.
  package init(_ storage: Storage, validity: Validity) {
    self.storage = storage
    self.validity = validity
  }

  /// Cells as they come, nil where one is missing.
  init(_ cells: [Int64?]) {
    self.init(cells.map { $0 ?? 0 }, validity: Validity(cells.map { $0 != nil }))
  }

  /// The value of a row, nil where it is missing; for single rows, not for loops.
  package subscript(row: Int) -> Int64? {
    guard validity[row] else { return nil }
    return switch storage {
    case .bytes(let values): Int64(values[row])
    case .shorts(let values): Int64(values[row])
    case .words(let values): Int64(values[row])
    case .longs(let values): values[row]
    }
  }
}

extension ColumnValues where Value: FixedWidthInteger {
  /// The same numbers, all of which fit.
  fileprivate init(narrowing values: [Int64]) {
    self.init(count: values.count) { buffer in
      for row in values.indices { buffer[row] = Value(truncatingIfNeeded: values[row]) }
    }
  }
}

/// Numbers with fractions; missing is stored as 0.
package struct DecimalColumn: Sendable, Hashable {
  package let values: ColumnValues<Double>
  package let validity: Validity

  package init(_ values: ColumnValues<Double>, validity: Validity) {
    self.values = values
    self.validity = validity
  }

  package init(_ values: [Double], validity: Validity) {
    self.init(ColumnValues(values), validity: validity)
  }

  /// The value of a row; nil where it is missing.
  package subscript(row: Int) -> Double? { validity[row] ? values[row] : nil }
}

/// Text as codes into a dictionary of distinct values; a missing value has the code after the last of them.
package struct TextColumn: Sendable, Hashable {
  package let codes: ColumnValues<UInt32>
  /// Distinct values, NFC, in order of first appearance.
  package let dictionary: [String]
  package let validity: Validity

  /// - Parameter codes: those of missing values may be any.
  package init(codes: ColumnValues<UInt32>, dictionary: [String], validity: Validity) {
    self.codes = codes.withMissing(UInt32(truncatingIfNeeded: dictionary.count), validity)
    self.dictionary = dictionary
    self.validity = validity
  }

  package init(codes: [UInt32], dictionary: [String], validity: Validity) {
    self.init(codes: ColumnValues(codes), dictionary: dictionary, validity: validity)
  }

  /// The text of a row; nil where it is missing.
  package subscript(row: Int) -> String? { validity[row] ? dictionary[Int(codes[row])] : nil }
}

extension ColumnValues<UInt32> {
  /// The same with a code in place of those of missing values; the same memory where they have it.
  fileprivate func withMissing(_ code: UInt32, _ validity: Validity) -> Self {
    let missing = validity.missing
    guard missing.contains(where: { self[$0] != code }) else { return self }
    return ColumnValues(count: count) { buffer in
      _ = buffer.initialize(fromContentsOf: self)
      for row in missing { buffer[row] = code }
    }
  }
}

/// Several tags a row: row `i` holds `codes[offsets[i]..<offsets[i + 1]]`, each tag once.
package struct TagsColumn: Sendable, Hashable {
  /// One more than there are rows, ascending from 0.
  package let offsets: [UInt32]
  package let codes: [UInt32]
  /// Distinct tags, lower case, without `#`, in order of first appearance.
  package let dictionary: [String]
  /// Missing where a row has no tags.
  package let validity: Validity

  package init(offsets: [UInt32], codes: [UInt32], dictionary: [String], validity: Validity) {
    self.offsets = offsets
    self.codes = codes
    self.dictionary = dictionary
    self.validity = validity
  }

  /// The codes of a row's tags.
  package subscript(row: Int) -> ArraySlice<UInt32> { codes[Int(offsets[row])..<Int(offsets[row + 1])] }
}

/// Instants, or bare dates where the file has no time of day.
package struct InstantColumn: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z; of a bare date, midnight as if it were UTC.
  ///
  /// Missing is stored as 0.
  package let seconds: [Int64]
  /// True for a bare date, which no time zone moves.
  package let isDate: [Bool]
  package let validity: Validity

  package init(seconds: [Int64], isDate: [Bool], validity: Validity) {
    self.seconds = seconds
    self.isDate = isDate
    self.validity = validity
  }
}
