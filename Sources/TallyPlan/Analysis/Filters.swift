import TallyLanguage
import TallyPrivacy

extension Analyzer {
  /// Resolves `where`: what picks videos.
  ///
  /// - Throws: C, M and Q codes for the first thing that cannot be tested.
  mutating func videoFilter(_ condition: Condition) throws(Diagnostic) -> VideoFilter {
    switch condition {
    case .all(let parts):
      var filters: [VideoFilter] = []
      for part in parts { filters.append(try videoFilter(part)) }
      return .all(filters)
    case .any(let parts):
      var filters: [VideoFilter] = []
      for part in parts { filters.append(try videoFilter(part)) }
      return .any(filters)
    case .not(let inner): return .not(try videoFilter(inner))
    case .postedDuring(let range):
      return .posted(
        try range.value.days(now: try postedNow(at: range.span), weekStart: context.clock.weekStart))
    case .posted(let comparison, let point):
      return comparison.posted(try point.days(now: try postedNow(at: point.span)))
    case .postedMissing(let isMissing, _): return isMissing ? .postedMissing : .not(.postedMissing)
    case .test(let operand, let check, let span):
      guard let check else { throw noCheck(operand, at: span) }
      return try test(operand, check)
    }
  }

  /// The last day that `posted during last ...` counts back from: of the daily table, else the newest posting.
  private func postedNow(at span: SourceSpan) throws(Diagnostic) -> Day {
    guard catalog[.videos] != nil else { throw .groupNeedsVideos("posted", at: span) }
    guard let now = (shownDays(.daily) ?? shownDays(.videos))?.upperBound else { throw .noDates(at: span) }
    return now
  }

  private func noCheck(_ operand: Operand, at span: SourceSpan) -> Diagnostic {
    guard case .reference(let reference) = operand else {
      return .undefinedGroup(Name("video", span: span), known: [])
    }
    return .undefinedGroup(reference.name, known: [])
  }

  private mutating func test(_ operand: Operand, _ check: Check) throws(Diagnostic) -> VideoFilter {
    if let subject = try textSubject(operand) {
      return try textTest(subject, named: written(operand.span), check, at: operand.span)
    }
    return try numberTest(try videoNumber(operand), named: written(operand.span), check, at: operand.span)
  }

  /// The text that an operand means, nil where it is a number.
  private mutating func textSubject(_ operand: Operand) throws(Diagnostic) -> VideoFilter.TextSubject? {
    switch operand {
    case .video: return .videoID
    case .ratio, .perNumber: return nil
    case .reference(let reference):
      if let within = reference.within { throw .notBuiltYet("`within`", at: within.span) }
      guard let (role, column) = dimensionColumn(reference.name) else {
        if let standard = StandardCatalog.column(named: reference.name.text),
          standard.meaning == .audienceDimension
        {
          throw .audienceNotBuilt(reference.name.text, at: reference.span)
        }
        return nil
      }
      switch (column.kind, column.type, role) {
      case (.tags, _, .videos): return .tags(column.handle)
      case (.attribute, .text, .videos): return .attribute(column.handle)
      case (.attribute, .text, .daily):
        needs.rowColumns.append(column.name)
        return .rowAttribute(column.handle)
      default: return nil
      }
    }
  }

  private func textTest(
    _ subject: VideoFilter.TextSubject, named name: String, _ check: Check, at span: SourceSpan
  ) throws(Diagnostic) -> VideoFilter {
    switch check {
    case .comparison(let comparison, .literal(let literal)):
      let filter = VideoFilter.text(subject, .isOne(of: [try text(literal, named: name)]))
      switch comparison {
      case .equal: return filter
      case .notEqual: return .not(filter)
      case .less, .lessOrEqual, .greater, .greaterOrEqual: throw .textComparison(name, at: span)
      }
    case .comparison(_, .operand(let other)): throw .textExpected(name, at: other.span)
    case .comparison(_, .benchmark(let word)): throw .textExpected(name, at: word.span)
    case .between: throw .textComparison(name, at: span)
    case .isIn(let literals):
      var values: [String] = []
      for literal in literals { values.append(try text(literal, named: name)) }
      return .text(subject, .isOne(of: values))
    case .contains(let part): return .text(subject, .contains(part.value))
    case .startsWith(let part): return .text(subject, .starts(with: part.value))
    case .missing(let isMissing):
      let filter = VideoFilter.missing(.text(subject))
      return isMissing ? filter : .not(filter)
    }
  }

  /// A literal as the text that it is compared as; numbers as they were written, since ids and seasons may be numbers.
  private func text(_ literal: Located<Literal>, named name: String) throws(Diagnostic) -> String {
    switch literal.value {
    case .text(let text): return text
    case .number(let number): return number.text
    case .truth(let truth): return truth ? "true" : "false"
    case .parameter: throw .notBuiltYet("a parameter", at: literal.span)
    case .percent, .duration, .date: throw .textExpected(name, at: literal.span)
    }
  }

  // MARK: Numbers

  private func videoNumber(_ operand: Operand) throws(Diagnostic) -> (number: VideoNumber, type: ItemType) {
    switch operand {
    case .video(let span): throw .numberExpected("video", at: span)
    case .reference(let reference): return try videoNumber(reference)
    case .ratio(let left, let right):
      return try combined(.divide, try videoNumber(left), try videoNumber(right), at: operand.span)
    case .perNumber(let left, let scale, let right):
      let ratio = try combined(.divide, try videoNumber(left), try videoNumber(right), at: operand.span)
      let number = VideoNumber.constant(scale.value.value, whole: scale.value.whole)
      return (.binary(.multiply, number, ratio.number), ItemType(form: .ratio, unit: .number))
    }
  }

  private func videoNumber(_ reference: Reference) throws(Diagnostic) -> (number: VideoNumber, type: ItemType)
  {
    if let within = reference.within { throw .notBuiltYet("`within`", at: within.span) }
    if let column = catalog[.videos]?.column(reference.name),
      column.type == .integer || column.type == .decimal,
      column.kind == .attribute
    {
      return (.lifetime(column.handle), ItemType(form: .flow, unit: column.unit))
    }
    return try videoNumber(try context.metricTree(.reference(reference)))
  }

  /// The per-video value of a metric: lifetime totals where the videos table has it, else the loaded days added up.
  private func videoNumber(_ tree: MetricTree) throws(Diagnostic) -> (number: VideoNumber, type: ItemType) {
    switch tree {
    case .constant(let value, let whole, let isFraction):
      return (
        .constant(value, whole: whole), ItemType(form: .constant, unit: isFraction ? .fraction : .count)
      )
    case .videos(let span): throw .numberExpected("videos", at: span)
    case .column(let name, let span):
      if let column = catalog[.videos]?.column(named: name) {
        return (.lifetime(column.handle), column.itemType)
      }
      if let column = catalog[.daily]?.column(named: name) {
        switch column.kind {
        case .counter: return (.daysSummed(column.handle), column.itemType)
        case .unique: throw .uniqueAdded(name, into: "several days", at: span, rewrites: [])
        case .runningTotal, .snapshot, .rate: throw .notBuiltYet("`where` on a \(column.kind.word)", at: span)
        case .attribute, .tags, .date, .id: throw .notAMetric(column, at: span)
        }
      }
      throw .channelHasNoVideos([name], because: "`where`", at: span)
    case .negated(let inner):
      let (number, type) = try videoNumber(inner)
      return (.binary(.subtract, .constant(0, whole: 0), number), type)
    case .binary(let operation, let left, let right, let span):
      return try combined(operation, try videoNumber(left), try videoNumber(right), at: span)
    }
  }

  private func combined(
    _ operation: Arithmetic, _ left: (number: VideoNumber, type: ItemType),
    _ right: (number: VideoNumber, type: ItemType), at span: SourceSpan
  ) throws(Diagnostic) -> (number: VideoNumber, type: ItemType) {
    (
      .binary(operation, left.number, right.number),
      try ItemType.combining(left.type, operation, right.type, at: span)
    )
  }

  private func numberTest(
    _ subject: (number: VideoNumber, type: ItemType), named name: String, _ check: Check, at span: SourceSpan
  ) throws(Diagnostic) -> VideoFilter {
    switch check {
    case .comparison(let comparison, let value):
      return comparison.test(subject.number, try number(value, comparedWith: subject.type, named: name))
    case .between(let low, let high):
      return .all([
        Comparison.greaterOrEqual.test(
          subject.number, try number(low, comparedWith: subject.type, named: name)),
        Comparison.lessOrEqual.test(
          subject.number, try number(high, comparedWith: subject.type, named: name)),
      ])
    case .isIn(let literals):
      var tests: [VideoFilter] = []
      for literal in literals {
        let value = try number(.literal(literal), comparedWith: subject.type, named: name)
        tests.append(Comparison.equal.test(subject.number, value))
      }
      return .any(tests)
    case .contains(let text), .startsWith(let text): throw .numberExpected(name, at: text.span)
    case .missing(let isMissing):
      let filter = VideoFilter.missing(.number(subject.number))
      return isMissing ? filter : .not(filter)
    }
  }

  /// The number on the right of a comparison, checked against the unit of the left.
  private func number(
    _ value: Value, comparedWith type: ItemType, named name: String
  ) throws(Diagnostic) -> VideoNumber {
    switch value {
    case .literal(let literal):
      let (value, whole) = try literal.number(comparedWith: type, named: name)
      return .constant(value, whole: whole)
    case .benchmark(let word): throw .notBuiltYet("the benchmark `\(word.value.word)`", at: word.span)
    case .operand(let operand):
      let (number, other) = try videoNumber(operand)
      guard other.unit == type.unit || other.form == .constant else {
        throw .unitMismatch(name, is: type.phrase, not: other.phrase, at: operand.span)
      }
      return number
    }
  }
}

extension Located<Literal> {
  /// The number that a literal means beside a number of a type: 5% is 0.05, 2h is 7200 seconds.
  ///
  /// - Throws: M010 for a unit that does not fit, M011 for text, M012 for a date, Q900 for a parameter.
  func number(comparedWith type: ItemType, named name: String) throws(Diagnostic) -> (Double, whole: Int64?) {
    switch value {
    case .number(let number): return (number.value, number.whole)
    case .percent(let number):
      guard type.unit == .fraction else {
        throw .unitMismatch(name, is: type.unitPhrase, not: "a percentage", at: span)
      }
      return (number.value / 100, nil)
    case .duration(let number):
      guard type.unit == .seconds else {
        throw .unitMismatch(name, is: type.unitPhrase, not: "a length of time", at: span)
      }
      return (number.value, number.whole)
    case .parameter: throw .notBuiltYet("a parameter", at: span)
    case .date: throw .dateComparison(at: span)
    case .text, .truth: throw .numberExpected(name, at: span)
    }
  }
}

extension ItemType {
  /// What the number is measured in, for messages.
  var unitPhrase: String {
    switch unit {
    case .seconds: "a time in seconds"
    case .fraction: "a rate"
    case .number: "a plain number"
    case .count: "a count"
    }
  }
}

extension Comparison {
  /// `!=` is the exact complement of `=`, missing included; every other test on missing is false.
  fileprivate func test(_ left: VideoNumber, _ right: VideoNumber) -> VideoFilter {
    if self == .notEqual { return .not(.number(.init(left: left, comparison: .equal, right: right))) }
    return .number(.init(left: left, comparison: self, right: right))
  }

  /// A date is before its start for `<`, through its end for `<=`, within it for `=`.
  fileprivate func posted(_ days: ClosedRange<Day>) -> VideoFilter {
    let first = Day(number: .min)
    let last = Day(number: .max)
    return switch self {
    case .equal: .posted(days)
    case .notEqual: .not(.posted(days))
    case .less: .posted(first...days.lowerBound.advanced(by: -1))
    case .lessOrEqual: .posted(first...days.upperBound)
    case .greater: .posted(days.upperBound.advanced(by: 1)...last)
    case .greaterOrEqual: .posted(days.lowerBound...last)
    }
  }
}
