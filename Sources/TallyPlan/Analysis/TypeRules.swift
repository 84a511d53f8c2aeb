import TallyLanguage
import TallyPrivacy

/// What a (sub)expression counts, once its columns are known.
struct ItemType: Hashable {
  /// What kind of number it is; decides how it may be combined and shown.
  enum Form: Hashable {
    /// Adds up: a counter, or the number of videos.
    case flow
    /// A level on a day.
    case level
    /// A ratio or an average.
    case ratio
    /// Distinct people.
    case unique
    /// One number of those of several videos, days, weeks or months.
    case statistic
    /// An amount over the days of a window.
    case window
    /// A literal.
    case constant
  }
  var form: Form
  var unit: Unit
  /// What the number is about; nil for literals, videos, and mixtures.
  var meaning: Meaning?
  /// Whether it is the number of videos itself.
  var isVideoCount = false
  /// Whether it is a rate that the file has, which cannot be taken apart.
  var isStoredRate = false

  /// How its cells are read and written.
  var resultType: ResultType {
    switch unit {
    case .seconds: .seconds
    case .fraction: .rate
    case .number: .number
    case .count: form == .ratio ? .number : .count
    }
  }
}

extension ItemType {
  /// The type of `left OP right`.
  ///
  /// - Throws: M002 for sums of different things, M001 for a unique count in arithmetic, M004 for an average divided.
  static func combining(
    _ left: ItemType, _ operation: Arithmetic, _ right: ItemType, at span: SourceSpan
  ) throws(Diagnostic) -> ItemType {
    switch operation {
    case .add, .subtract:
      if left.form == .unique || right.form == .unique { throw .uniqueInArithmetic(at: span) }
      for (literal, other) in [(left, right), (right, left)] where literal.form == .constant {
        guard literal.unit != .fraction || other.unit == .fraction else {
          throw .addsDifferentThings(left.phrase, right.phrase, at: span)
        }
        return other
      }
      guard left.unit == right.unit, left.isAverage == right.isAverage, left.isWhole == right.isWhole else {
        throw .addsDifferentThings(left.phrase, right.phrase, at: span)
      }
      let meaning = left.meaning == right.meaning ? left.meaning : nil
      let form = right.form == .level ? right.form : left.form
      return ItemType(
        form: form, unit: left.unit, meaning: meaning,
        isStoredRate: left.isStoredRate || right.isStoredRate)
    case .multiply:
      if left.form == .unique || right.form == .unique { throw .uniqueInArithmetic(at: span) }
      if left.form == .constant { return right.scaled(by: left) }
      if right.form == .constant { return left.scaled(by: right) }
      if left.isStoredRate || right.isStoredRate { throw .rateInArithmetic(at: span) }
      return ItemType(form: .ratio, unit: .number, meaning: nil)
    case .divide:
      if left.form == .unique { throw .uniqueInArithmetic(at: span) }
      if left.isStoredRate || right.isStoredRate, right.form != .constant {
        throw .rateInArithmetic(at: span)
      }
      if right.form == .constant { return left.scaled(by: right) }
      return ItemType(form: .ratio, unit: .ratio(of: left, to: right), meaning: nil)
    }
  }

  /// Whether it is one number of several, rather than what they come to together.
  private var isAverage: Bool { form == .ratio || form == .statistic }
  private var isWhole: Bool { form != .window }

  /// Multiplied by, or divided by, a literal: a fraction of views stays views, and a percentage becomes a number.
  private func scaled(by literal: ItemType) -> ItemType {
    switch unit {
    case .fraction: ItemType(form: .ratio, unit: .number, meaning: nil, isStoredRate: isStoredRate)
    case .count, .seconds, .number:
      ItemType(form: form, unit: unit, meaning: meaning, isStoredRate: isStoredRate)
    }
  }

  /// `a count`, `a rate`, for messages.
  var phrase: String {
    switch (form, unit) {
    case (.ratio, .fraction): "a rate"
    case (.ratio, _): "an average"
    case (.constant, .fraction): "a percentage"
    case (.constant, _): "a number"
    case (_, .seconds): "a time"
    case (.level, _): "a level"
    case (.statistic, _): "an average"
    case (.window, _): "an amount over a window"
    case (.flow, _), (.unique, _): "a count"
    }
  }
}

extension Unit {
  /// The unit of a quotient: a fraction where the parts may be read as a share of the whole, otherwise a plain number.
  static func ratio(of left: ItemType, to right: ItemType) -> Unit {
    if left.unit == .seconds, right.unit == .count { return .seconds }
    guard left.unit == .count, right.unit == .count, left.form != .ratio, right.form != .ratio,
      left.form != .statistic, right.form != .statistic
    else {
      return .number
    }
    if right.isVideoCount || left.isVideoCount { return .number }
    return switch (left.meaning, right.meaning) {
    case (.exposure, .action), (.exposure, .audience), (.exposure, nil), (.action, .audience): .number
    case (.exposure, _), (.action, _), (.audience, _), (.content, _), (.delivery, _),
      (.audienceDimension, _), (.time, _), (.key, _), (nil, _):
      .fraction
    }
  }
}

extension CatalogColumn {
  /// The type of the column alone.
  var itemType: ItemType {
    switch kind {
    case .counter, .runningTotal: ItemType(form: .flow, unit: unit, meaning: handle.meaning)
    case .snapshot: ItemType(form: .level, unit: unit, meaning: handle.meaning)
    case .unique: ItemType(form: .unique, unit: unit, meaning: handle.meaning)
    case .rate: ItemType(form: .ratio, unit: unit, meaning: handle.meaning, isStoredRate: true)
    case .attribute, .tags, .date, .id: ItemType(form: .flow, unit: unit, meaning: handle.meaning)
    }
  }
}
