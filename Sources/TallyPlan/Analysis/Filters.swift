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
      guard let check else { return try namedGroup(operand, at: span) }
      return try test(operand, check)
    }
  }

  /// Resolves a bare name in `where`: a group made up by `define group`.
  ///
  /// What is wrong inside the definition is blamed on the name, which is what stands in this query.
  private mutating func namedGroup(_ operand: Operand, at span: SourceSpan) throws(Diagnostic) -> VideoFilter
  {
    let known = definitions.groups.keys.sorted()
    guard case .reference(let reference) = operand, reference.within == nil else {
      throw .noCheck(at: span)
    }
    guard !reference.name.isBracketed, let condition = definitions.groups[reference.name.text] else {
      throw .undefinedGroup(
        reference.name, known: known, isMetric: (try? context.metricTree(.reference(reference))) != nil)
    }
    tell("\(reference.name.text): \(catalog.videoWord)s where \(TallyLanguage.print(condition)).")
    return try unfolded(condition, of: reference.name)
  }

  private mutating func tell(_ definition: String) {
    if !unfoldedDefinitions.contains(definition) { unfoldedDefinitions.append(definition) }
  }

  /// The condition of a definition with parameters filled in, everything in it blamed on the name that was used.
  private mutating func unfolded(_ condition: Condition, of name: Name) throws(Diagnostic) -> VideoFilter {
    if openDefinitions.contains(name.text) {
      throw .definitionCycle(openDefinitions + [name.text], at: name.span)
    }
    openDefinitions.append(name.text)
    defer { openDefinitions.removeLast() }
    let place = isUnfolding
    isUnfolding = true
    defer { isUnfolding = place }
    do throws(Diagnostic) {
      let filter = try videoFilter(try condition.filled(with: context.parameters))
      if filter.readsRows { throw Diagnostic.definitionReadsRows(name) }
      return filter
    } catch {
      throw error.moved(to: name.span)
    }
  }

  /// The label that a name means; nil where none is defined.
  mutating func label(_ name: Name) throws(Diagnostic) -> Label? {
    guard !name.isBracketed, let cases = definitions.labels[name.text] else { return nil }
    try context.checkIsNoColumn(name)
    if catalog[.videos] == nil && catalog[.daily] == nil { throw .groupNeedsVideos(name.text, at: name.span) }
    let words = cases.map { arm in
      let label = "\"\(arm.label.value)\""
      return arm.condition.map { "\(label) where \(TallyLanguage.print($0))" } ?? "else \(label)"
    }
    tell("\(name.text): the first that fits of \(words.joined(separator: ", ")).")
    var arms: [Label.Arm] = []
    for arm in cases {
      let condition = try arm.condition.map { condition throws(Diagnostic) in
        try unfolded(condition, of: name)
      }
      arms.append(Label.Arm(text: arm.label.value, condition: condition))
    }
    return Label(name: name.text, arms: arms)
  }

  /// The last day that `posted during last ...` counts back from: of the daily table, else the newest posting.
  private func postedNow(at span: SourceSpan) throws(Diagnostic) -> Day {
    guard catalog[.videos] != nil else { throw .groupNeedsVideos("posted", at: span) }
    let last = (shownDays(.daily) ?? shownDays(.videos))?.upperBound
    guard catalog[.daily]?.days ?? catalog[.videos]?.days != nil, let now = context.clock.asOf ?? last else {
      throw .noDates(at: span)
    }
    return now
  }

  private mutating func test(_ operand: Operand, _ check: Check) throws(Diagnostic) -> VideoFilter {
    if let subject = try textSubject(operand) {
      return try textTest(subject, named: words(of: operand), check, at: operand.span)
    }
    return try numberTest(try videoNumber(operand), named: words(of: operand), check, at: operand.span)
  }

  /// An operand as written, or as the language writes it where its span means another text.
  private func words(of operand: Operand) -> String {
    let text = isUnfolding ? "" : written(operand.span)
    return text.isEmpty ? TallyLanguage.print(Condition.test(operand, nil, operand.span)) : text
  }

  /// The text that an operand means, nil where it is a number.
  private mutating func textSubject(_ operand: Operand) throws(Diagnostic) -> VideoFilter.TextSubject? {
    switch operand {
    case .video: return .videoID
    case .ratio, .perNumber: return nil
    case .reference(let reference):
      if reference.within != nil { return nil }
      if let label = try label(reference.name) { return .label(label) }
      if isVideoHeader(reference.name) { return .videoID }
      guard let (role, column) = dimensionColumn(reference.name) else {
        if let standard = StandardCatalog.column(named: reference.name.text),
          standard.meaning == .audienceDimension
        {
          throw .audienceIsNotPicked(at: reference.span, rewrites: [])
        }
        return nil
      }
      switch (column.kind, column.type, role) {
      case (.tags, _, .videos): return .tags(column.handle)
      case (.attribute, .text, .videos): return .attribute(column.handle)
      case (.attribute, .text, .daily):
        needs.rowColumns.append(column.name)
        return .rowAttribute(column.handle)
      case (.tags, _, _), (.attribute, _, _), (.counter, _, _), (.runningTotal, _, _), (.snapshot, _, _),
        (.unique, _, _), (.rate, _, _), (.date, _, _), (.id, _, _):
        return nil
      }
    }
  }

  private func textTest(
    _ subject: VideoFilter.TextSubject, named name: String, _ check: Check, at span: SourceSpan
  ) throws(Diagnostic) -> VideoFilter {
    switch check {
    case .comparison(let comparison, .literal(let literal)):
      let filter = VideoFilter.text(subject, .isOne(of: [subject.stored(try text(literal, named: name))]))
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
      for literal in literals { values.append(subject.stored(try text(literal, named: name))) }
      return .text(subject, .isOne(of: values))
    case .contains(let part): return .text(subject, .contains(subject.stored(part.value)))
    case .startsWith(let part): return .text(subject, .starts(with: subject.stored(part.value)))
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
    case .parameter(let parameter):
      throw .unknownParameter(
        Located(parameter, literal.span), known: context.parameters.values.keys.sorted())
    case .percent, .duration, .date: throw .textExpected(name, at: literal.span)
    }
  }

  // MARK: Numbers

  private func videoNumber(_ operand: Operand) throws(Diagnostic) -> (number: VideoNumber, type: ItemType) {
    switch operand {
    case .video(let span): throw .numberExpected("video", at: span)
    case .reference(let reference): return try videoNumber(reference)
    case .ratio(let left, let right):
      return try combined(
        .divide, try videoNumber(left), try videoNumber(right), at: operand.span)
    case .perNumber(let left, let scale, let right):
      let ratio = try combined(
        .divide, try videoNumber(left), try videoNumber(right), at: operand.span)
      let number = VideoNumber.constant(scale.value.value, whole: scale.value.whole)
      return (.binary(.multiply, number, ratio.number), ItemType(form: .ratio, unit: .number))
    }
  }

  /// A metric's or a numeric attribute's value of one video.
  func videoNumber(_ reference: Reference) throws(Diagnostic) -> (number: VideoNumber, type: ItemType) {
    if let column = catalog[.videos]?.column(reference.name),
      column.type == .integer || column.type == .decimal,
      column.kind == .attribute
    {
      if let within = reference.within { throw .withinOfAttribute(column.name, at: within.span) }
      return (.lifetime(column.handle), ItemType(form: .flow, unit: column.unit))
    }
    return try videoNumber(try context.metricTree(.reference(reference)))
  }

  /// The per-video value of a metric: of each column the lifetime total where the videos table has it, else what its
  /// loaded days come to.
  ///
  /// - Throws: C005 where no table has a column, C006 where only the channel table does, C015 for ages without days.
  private func videoNumber(_ tree: MetricTree) throws(Diagnostic) -> (number: VideoNumber, type: ItemType) {
    switch tree {
    case .constant(let value, let whole, let isFraction):
      return (
        .constant(value, whole: whole), ItemType(form: .constant, unit: isFraction ? .fraction : .count)
      )
    case .videos(_, let span): throw .numberExpected("videos", at: span)
    case .column(let name, let within, let span):
      return try videoNumber(of: name, within: within, at: span)
    case .negated(let inner):
      let (number, type) = try videoNumber(inner)
      return (.binary(.subtract, .constant(0, whole: 0), number), type)
    case .binary(let operation, let left, let right, let span):
      return try combined(
        operation, try videoNumber(left), try videoNumber(right), at: span)
    case .statistic(_, _, _, let span), .window(_, _, let span): throw .noNumberOfOneVideo(at: span)
    }
  }

  private func videoNumber(
    of name: String, within limit: AgeLimit?, at span: SourceSpan
  ) throws(Diagnostic) -> (number: VideoNumber, type: ItemType) {
    let lifetime = catalog[.videos]?.column(named: name)
    let daily = catalog[.daily]?.column(named: name)
    if limit != nil, daily == nil || catalog[.videos]?.days == nil, lifetime != nil || daily != nil {
      throw .ageNeedsDays("within", hasDays: daily != nil, [name], at: span)
    }
    if limit == nil, let lifetime {
      if context.isBatch && !lifetime.isKindCertain { throw .uncertainKind(lifetime, at: span) }
      return (.lifetime(lifetime.handle), lifetime.itemType)
    }
    guard let daily else { throw .channelHasNoVideos([name], because: "`where`", at: span) }
    if context.isBatch && !daily.isKindCertain { throw .uncertainKind(daily, at: span) }
    let measure = Measure(
      aggregation: try aggregation(overDaysOf: daily, at: span), required: [daily.handle],
      livedThrough: limit.map { [$0] } ?? [], before: limit, source: 0)
    return (.days(measure), daily.itemType)
  }

  /// How a column of the daily table becomes one number of a video.
  private func aggregation(
    overDaysOf column: CatalogColumn, at span: SourceSpan
  ) throws(Diagnostic) -> Measure.Aggregation {
    switch column.kind {
    case .counter: return .sum(column.handle)
    case .runningTotal, .snapshot: return .last(column.handle)
    case .unique: throw .uniqueAdded(column.name, into: "several days", at: span, rewrites: [])
    case .rate(let weight):
      guard let weight, let weightColumn = catalog[.daily]?.column(named: weight) else {
        throw .rateWithoutWeight(column, at: span)
      }
      return .weightedMean(column.handle, weight: weightColumn.handle, isStoredInRows: false)
    case .attribute, .tags, .date, .id: throw .notAMetric(column, at: span)
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
      return comparison.test(subject.number, try number(value, comparedWith: subject, named: name))
    case .between(let low, let high):
      return .all([
        Comparison.greaterOrEqual.test(
          subject.number, try number(low, comparedWith: subject, named: name)),
        Comparison.lessOrEqual.test(
          subject.number, try number(high, comparedWith: subject, named: name)),
      ])
    case .isIn(let literals):
      var tests: [VideoFilter] = []
      for literal in literals {
        let value = try number(.literal(literal), comparedWith: subject, named: name)
        tests.append(Comparison.equal.test(subject.number, value))
      }
      return .any(tests)
    case .contains(let text), .startsWith(let text): throw .numberExpected(name, at: text.span)
    case .missing(let isMissing):
      let filter = VideoFilter.missing(.number(subject.number))
      return isMissing ? filter : .not(filter)
    }
  }

  /// The number on the right of a comparison, checked against the unit of the left; a benchmark word means the left's.
  private func number(
    _ value: Value, comparedWith subject: (number: VideoNumber, type: ItemType), named name: String
  ) throws(Diagnostic) -> VideoNumber {
    switch value {
    case .literal(let literal):
      if case .parameter(let parameter) = literal.value {
        throw .unknownParameter(
          Located(parameter, literal.span), known: context.parameters.values.keys.sorted())
      }
      let (value, whole) = try literal.number(comparedWith: subject.type, named: name)
      return .constant(value, whole: whole)
    case .benchmark(let word): return .benchmark(word.value, subject.number, name: name, subject.type.unit)
    case .operand(let operand):
      let (number, other) = try videoNumber(operand)
      guard other.unit == subject.type.unit || other.form == .constant else {
        throw .unitMismatch(name, is: subject.type.phrase, not: other.phrase, at: operand.span)
      }
      return number
    }
  }
}

extension VideoFilter {
  /// Whether any test is about a column that daily rows carry themselves.
  package var readsRows: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.readsRows)
    case .not(let inner): inner.readsRows
    case .text(.rowAttribute, _), .missing(.text(.rowAttribute)): true
    case .text, .number, .posted, .postedMissing, .missing: false
    }
  }
}

extension VideoFilter.TextSubject {
  /// A text as this subject keeps it: tags are kept without `#`.
  fileprivate func stored(_ text: String) -> String {
    if case .tags = self, text.hasPrefix("#") { String(text.dropFirst()) } else { text }
  }
}

extension Located<Literal> {
  /// The number that a literal means beside a number of a type: 5% is 0.05, 2h is 7200 seconds.
  ///
  /// - Throws: M010 for a unit that does not fit, M011 for text, M012 for a date, D004 for a parameter without a value.
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
    case .parameter(let name): throw .unknownParameter(Located<String>(name, span), known: [])
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
