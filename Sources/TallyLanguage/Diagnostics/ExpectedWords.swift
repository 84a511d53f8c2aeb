extension Expected {
  /// What was looked for in plain words, each kind once, at most eight, in the order of looking.
  ///
  /// Words of one kind are told as the kind with an example, so that the list stays short.
  static func plainWords(_ expected: [Expected]) -> [String] {
    var phrases: [String] = []
    for looked in expected where !looked.goesWithoutSaying(among: expected) {
      let phrase = looked.phrase(among: expected)
      if !phrases.contains(phrase) { phrases.append(phrase) }
    }
    let clause = WordFamily.clause.phrase
    if let index = phrases.firstIndex(of: clause) { phrases.insert(phrases.remove(at: index), at: 0) }
    return Array(phrases.prefix(8))
  }

  /// A sign before a number, and the second name of a video.
  private func goesWithoutSaying(among expected: [Expected]) -> Bool {
    switch self {
    case .symbol(.minus): expected.contains(.symbol(.plus)) || expected.contains(.number)
    case .word(.post): expected.contains(.word(.video))
    case .word, .symbol, .number, .percent, .duration, .date, .percentile, .parameter, .name, .text, .end:
      false
    }
  }

  private func phrase(among expected: [Expected]) -> String {
    switch self {
    case .word(let word): word.family(among: expected)?.phrase ?? "`\(word.rawValue)`"
    case .symbol(.equal) where expected.contains(.symbol(.less)): Symbol.less.phrase
    case .symbol(let symbol): symbol.phrase
    case .number: "a number"
    case .percent: "a percentage such as `5%`"
    case .duration: "a duration such as `30s`"
    case .date: "a date such as `2026-03`"
    case .percentile: WordFamily.average.phrase
    case .parameter: "a parameter such as `{period}`"
    case .name(let role): role.phrase
    case .text(let role): role.phrase
    case .end: "the end of the sentence"
    }
  }
}

/// Words that stand for one another wherever one of them may.
enum WordFamily: CaseIterable {
  case statement, analysis, clause, unit, grain, average, window, truth

  /// The words that a sentence may begin with.
  static let openings = WordFamily.statement.words + WordFamily.analysis.words

  var words: [Word] {
    switch self {
    case .statement:
      [.load, .column, .define, .param, .set, .assert, .expect, .run, .show, .explain, .print, .help]
    case .analysis: [.correlate, .compare, .trend, .quadrants]
    case .clause: [.by, .where, .during, .vs, .having, .sort, .top, .bottom, .with, .missing, .holding]
    case .unit: [.days, .day, .weeks, .week, .months, .month, .quarters, .quarter, .years, .year]
    case .grain: [.week, .month, .day, .quarter, .year, .weekday, .hour]
    case .average: [.average, .median, .lowest, .highest, .spread]
    case .window: [.running, .rolling]
    case .truth: [.true, .false]
    }
  }

  var phrase: String {
    switch self {
    case .statement: "a statement such as `load` or `help`"
    case .analysis: "an analysis such as `compare`"
    case .clause: "a clause such as `by` or `where`"
    case .unit: "a unit such as `days`"
    case .grain: "a time such as `week`"
    case .average: "a typical value such as `median`"
    case .window: "`running` or `rolling`"
    case .truth: "`true` or `false`"
    }
  }
}

extension Word {
  /// The family that all stands in a list, if the word belongs to one; two clauses or more are a family.
  fileprivate func family(among expected: [Expected]) -> WordFamily? {
    WordFamily.allCases.first { family in
      guard family.words.contains(self) else { return false }
      let present = family.words.count { expected.contains(.word($0)) }
      return family == .clause ? present >= 2 : present == family.words.count
    }
  }
}

extension Symbol {
  fileprivate var phrase: String {
    switch self {
    case .equal: "`=`"
    case .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: "a comparison such as `>`"
    case .plus, .times, .divide: "an operator such as `/`"
    case .minus: "`-`"
    case .open: "`(`"
    case .close: "`)`"
    case .comma: "`,`"
    }
  }
}

extension NameRole {
  var phrase: String {
    switch self {
    case .metric: "a metric such as `saves`"
    case .dimension: "a group such as `format`"
    case .operand: "a metric or group such as `views`"
    case .column: "the name of a column"
    case .table: "`videos`, `daily`, `channel` or `audience`"
    case .unit: "a unit such as `seconds`"
    case .setting: "a setting such as `timezone`"
    case .settingValue: "a word"
    case .report: "the name of a report"
    case .new: "a name"
    case .parameter: "the name of a parameter"
    case .code: "a code such as `P103`"
    case .helpTopic: "a word to explain"
    }
  }
}

extension TextRole {
  fileprivate var phrase: String {
    switch self {
    case .value, .part, .free, .settingValue: "a text in quotes"
    case .dataFile, .scriptFile, .outputFile: "a file name in quotes"
    }
  }
}
