// The words for sentences whose parts do not go together. Codes are stable and never reused:
// Q010 to Q020 and Q030 to Q048 are the parser's, the others the analyzer's.

extension Parser {
  func repeatedClause(_ word: Word, _ span: SourceSpan) -> Diagnostic {
    let way: String? =
      switch word {
      case .by, .holding: "Name several groups in one clause, with commas between them."
      case .where, .having: "Join several conditions with `and` in one clause."
      case .sort: "Name several columns in one clause, with commas between them."
      case .with: "Name several extras in one clause, with commas between them."
      default: nil
      }
    return Diagnostic("Q010", "A query has `\(word.rawValue)` at most once.", at: .query(span), help: way)
  }
}

extension Diagnostic {
  static func behindElse(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q011", "Nothing comes behind `else` in a label.", at: .query(span),
      help: "Move `else` to the end, and write it once.")
  }

  static func topWithoutBy(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q012", "`top` and `bottom` rank groups, and this query has none.", at: .query(span),
      help: "Add what to rank, as in `by video`.")
  }

  static func othersWithoutTop(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q013", "`others` are the groups that `top` leaves out, and this query has no `top`.", at: .query(span),
      help: "Add `top` with a number, as in `top 5`.")
  }

  /// Q014: a window (`running`, `rolling`) in a query without a time to step along.
  ///
  /// - Parameter span: the window's words.
  package static func windowWithoutTime(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q014", "`running` and `rolling` step along time, and this query has no time to step along.",
      at: .query(span),
      help: "Add one, as in `by day` or `by week`.")
  }

  static func hourNotPosted(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q015", "The hour is known for posting only.", at: .query(span),
      help: "Ask for the hour of posting; followers are active by `active_hour`.",
      replacement: "hour posted")
  }

  static func notOneNumber(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q017", "An assertion compares one number, and this query gives a table.", at: .query(span),
      help: "Ask for one metric without `by`, `vs` and `with`, or use `assert no rows`.")
  }

  static func totalWithoutBy(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q018", "Without groups the answer is the total already.", at: .query(span),
      help: "Leave `total` out, or add `by` with a group.")
  }

  static func previousWithoutTime(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q019", "`missing as previous` repeats an earlier value, so it needs exactly one time in `by`.",
      at: .query(span),
      help: "Add one, as in `by week`, or use `missing as zero`.")
  }

  static func versusTimes(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q020", "`vs` compares along one time, such as `week`, not along several or by weekday.",
      at: .query(span),
      help: "Keep one time in `by`, or set two queries side by side with `beside`.")
  }

  static func versusRangeWithTime(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q041", "`vs` with a range of days compares two totals, so `by` holds no time.", at: .query(span),
      help: "Leave the time out, or use `vs previous` or `vs year ago`.")
  }

  static func topPerOtherGroup(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q042", "`top ... per` names one of the groups of `by`.", at: .query(span),
      help: "Add this group to `by`.")
  }

  static func versusWithoutTime(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q043", "`vs` needs a stretch of days to compare with another.", at: .query(span),
      help: "Add one, as in `during last 4 weeks`, or a time, as in `by week`.")
  }

  static func weekdaySincePosted(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q044", "The age of a video has no weekday.", at: .query(span),
      help: "Use `weekday posted`, or an age such as `day since posted`.")
  }

  static func repeatedGroup(_ span: SourceSpan) -> Diagnostic {
    Diagnostic("Q045", "This group is there already.", at: .query(span), help: "Name each group once.")
  }

  static func repeatedAlias(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q046", "Two columns of one answer cannot have the same name.", at: .query(span),
      help: "Choose another name.")
  }

  static func repeatedExtra(_ span: SourceSpan) -> Diagnostic {
    Diagnostic("Q047", "This is there already.", at: .query(span), help: "Name each extra once.")
  }

  static func compareWithoutBy(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q048", "`compare` needs groups to compare.", at: .query(span), help: "Add them, as in `by format`.")
  }

  static func notACount(_ span: SourceSpan) -> Diagnostic {
    Diagnostic("Q030", "This needs to be a whole number, 1 or more.", at: .query(span))
  }

  static func notPositive(_ span: SourceSpan) -> Diagnostic {
    Diagnostic("Q031", "This needs to be more than zero.", at: .query(span))
  }

  static func notAYear(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "Q032", "A number on its own in a range is a year, such as `2026`.", at: .query(span),
      help: "Other dates look like `2026-03-14`, `2026-03`, `2026-Q1` or `2026-W12`.")
  }

  static func backwardRange(_ span: SourceSpan, replacement: String) -> Diagnostic {
    Diagnostic("Q033", "This range ends before it starts.", at: .query(span), replacement: replacement)
  }
}
