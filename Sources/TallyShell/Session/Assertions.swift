import TallyLanguage
import TallyPlan
import TallyPrivacy
import TallyRender

extension Session {
  /// `assert ...`: answers the query as any other, and compares what came.
  ///
  /// - Throws: A003 where it does not hold, A004 where there is nothing to compare, Q051, M010 to M012 for a literal that
  ///   does not fit; what the query finds.
  func check(_ assertion: Assertion, in source: SourceText, isCancelled: @escaping @Sendable () -> Bool)
    throws(Failure)
  {
    do {
      let filled = try assertion.filled(with: parameters)
      if filled.check == .noRows, filled.query.by.isEmpty {
        throw Diagnostic.alwaysOneRow(at: filled.query.span)
      }
      let answer = try answer(filled.query, in: source, isCancelled: isCancelled)
      switch filled.check {
      case .noRows: try checkNoRows(answer, at: filled.span)
      case .comparison(let comparison, let literal):
        try check(answer, comparison, literal, at: filled.span)
      }
    } catch {
      throw Failure(error, rewritesThatRun: rewritesThatRun)
    }
  }

  private func checkNoRows(_ answer: Answer, at span: SourceSpan) throws(Diagnostic) {
    let count = answer.released.result.rows.count { $0 == .data }
    guard count > 0 else { return }
    throw .rowsFound(answer.query, countText(count), isOne: count == 1, at: span)
  }

  private func check(
    _ answer: Answer, _ comparison: Comparison, _ literal: Located<Literal>, at span: SourceSpan
  ) throws(Diagnostic) {
    let columns = answer.released.result.columns
    guard let index = columns.firstIndex(where: { $0.part == .item }) else {
      throw .nothingToAssert(answer.query, at: span)
    }
    let column = columns[index]
    let (value, whole) = try literal.number(comparedWith: column.type, named: column.name)
    guard let found = column.cells.number(0),
      let text = cellText(answer.released, column: index, row: 0, decimals: answer.decimals)
    else {
      throw .nothingToAssert(answer.query, at: span)
    }
    let holds =
      if let left = found.whole, let right = whole {
        comparison.holds(left, right)
      } else {
        comparison.holds(found.value, value)
      }
    guard !holds else { return }
    // A rounded figure may read like the bound itself: then the exact one stands beside it.
    let mayReadAlike = found.whole == nil && (found.value - value).magnitude <= value.magnitude / 100
    throw .assertionFailed(
      answer.query, is: !mayReadAlike ? text : "\(text) (exactly \(found.value))",
      not: "\(comparison.rawValue) \(print(literal.value))", at: span)
  }
}

extension Cells {
  /// The number in a row; nil where it is missing, not there, or no number.
  fileprivate func number(_ row: Int) -> (value: Double, whole: Int64?)? {
    guard row < count else { return nil }
    return switch self {
    case .integers(let cells): cells[row].map { (Double($0), $0) }
    case .decimals(let cells): cells[row].flatMap { $0.isFinite ? ($0, nil) : nil }
    case .texts, .days: nil
    }
  }
}
