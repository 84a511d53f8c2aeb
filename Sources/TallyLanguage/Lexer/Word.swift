/// A word of the language; the one list that lexer, parser, printer, completion and `Grammar/words.txt` share.
///
/// A reserved word is never a name: a column of that name is written in brackets. A contextual word is a word only
/// where the grammar asks for it and a name everywhere else.
package enum Word: String, Sendable, Hashable, CaseIterable {
  // Reserved.
  case and, `as`, assert, average, beside, between, bottom, by, column, compare, contains, correlate, day,
    define
  case during, every, expect, explain, `false`, having, help, highest, holding, hour, `in`, into, `is`, last,
    load
  case lowest, median, missing, month, not, or, param, per, post, posted, print, quadrants, quarter, rolling,
    run
  case running, set, show, since, sort, spread, this, to, top, trend, `true`, video, vs, week, weekday,
    `where`, with
  case within, year
  // Contextual.
  case ago, ascending, attribute, blank, columns, counter, coverage, date, days, descending, `else`, error,
    group
  case groups, id, interval, label, loads, metric, metrics, months, no, others, policy, previous, quarters,
    rate,
    refusal
  case report, reports, rows, settings, share, snapshot, starts, tables, tags, today, total, unique, weeks,
    weighted
  case years, zero

  /// Whether the word can never be a name.
  package var isReserved: Bool {
    switch self {
    case .and, .as, .assert, .average, .beside, .between, .bottom, .by, .column, .compare, .contains,
      .correlate, .day,
      .define, .during, .every, .expect, .explain, .false, .having, .help, .highest, .holding, .hour, .in,
      .into, .is,
      .last, .load, .lowest, .median, .missing, .month, .not, .or, .param, .per, .post, .posted, .print,
      .quadrants,
      .quarter, .rolling, .run, .running, .set, .show, .since, .sort, .spread, .this, .to, .top, .trend,
      .true,
      .video, .vs, .week, .weekday, .where, .with, .within, .year:
      true
    case .ago, .ascending, .attribute, .blank, .columns, .counter, .coverage, .date, .days, .descending,
      .else, .error,
      .group, .groups, .id, .interval, .label, .loads, .metric, .metrics, .months, .no, .others, .policy,
      .previous,
      .quarters,
      .rate, .refusal, .report, .reports, .rows, .settings, .share, .snapshot, .starts, .tables, .tags,
      .today, .total,
      .unique, .weeks, .weighted, .years, .zero:
      false
    }
  }
}
