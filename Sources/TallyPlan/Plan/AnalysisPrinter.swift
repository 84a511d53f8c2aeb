package import TallyLanguage
import TallyPrivacy

/// Tells what an analysis is going to do in plain sentences, one a line; the last says that it comes later.
///
/// Names are looked up before: see `analyze`.
package func explain(_ analysis: Analysis, in context: AnalysisContext) -> [String] {
  let word = context.catalog.videoWord
  var lines = [analysis.subject]
  if let groups = analysis.sentenceOfGroups { lines.append(groups) }
  if let condition = analysis.condition {
    lines.append("\(word.capitalizedFirst)s kept: those where \(print(condition)).")
  } else {
    lines.append("\(word.capitalizedFirst)s kept: all.")
  }
  lines.append(analysis.range.map { "Days: \(print($0.value))." } ?? "Days: all.")
  if let top = analysis.top?.value {
    let side = top.isBottom ? "lowest" : "highest"
    lines.append("Shown: the \(top.count.value.text) \(side).")
  }
  lines += analysis.method(word, minVideos: context.minVideos)
  lines.append("`\(analysis.kind.word)` comes in a later version; this one explains it and does not run it.")
  return lines
}

/// What `with interval` is going to add, and that it comes later.
package func explainInterval(in context: AnalysisContext) -> String {
  "`with interval` adds the range in which 90 of 100 draws of \(context.catalog.videoWord)s would put each rate;"
    + " it comes in a later version."
}

extension Analysis.Kind {
  /// The word that opens it.
  package var word: String {
    switch self {
    case .correlate: "correlate"
    case .compare: "compare"
    case .trend: "trend"
    case .quadrants: "quadrants"
    }
  }
}

extension Analysis {
  /// Queries that show the numbers behind the analysis, best first.
  package var queriesInstead: [Query] {
    switch kind {
    case .correlate(let subject, let others): [query([subject] + others, by: by + [.video])]
    case .compare(let subject, let held):
      [query([subject, .videos], by: by + held), query([.median(of: subject)], by: by + held)]
    case .trend(let subject): [query([subject], by: by + [.week]), query([subject], by: [.week])]
    case .quadrants(let first, let second): [query([first, second], by: by + [.video])]
    }
  }

  /// A query with the scope of the analysis; each group stands once.
  private func query(_ items: [Expression], by groups: [Located<Dimension>]) -> Query {
    var query = Query(items: items.map { Item(expression: $0, span: $0.span) }, span: span)
    for group in groups where !query.by.contains(group) { query.by.append(group) }
    query.condition = condition
    query.range = range
    if let top, top.value.per == nil { query.top = top }
    return query
  }

  fileprivate var subject: String {
    switch kind {
    case .correlate(let subject, let others):
      "Items: \(print(subject)), beside each of \(others.map { print($0) }.joined(separator: ", "))."
    case .compare(let subject, _), .trend(let subject): "Item: \(print(subject))."
    case .quadrants(let first, let second): "Items: \(print(first)) and \(print(second))."
    }
  }

  fileprivate var sentenceOfGroups: String? {
    let groups = by.map { print($0.value) }.joined(separator: ", ")
    switch kind {
    case .correlate: return groups.isEmpty ? nil : "Groups: one answer for each of \(groups)."
    case .quadrants: return groups.isEmpty ? nil : "Groups: four fields for each of \(groups)."
    case .trend: return groups.isEmpty ? "Groups: everything together." : "Groups: \(groups)."
    case .compare(_, let held):
      let names = held.map { print($0.value) }.joined(separator: ", ")
      return "Groups: \(groups)"
        + (names.isEmpty ? "." : ", each set against the others within equal \(names).")
    }
  }

  fileprivate func method(_ word: String, minVideos: Int) -> [String] {
    let least = "Groups of fewer than \(minVideos) \(word)s (`min_videos`) are not judged."
    switch kind {
    case .correlate:
      return [
        "Method: \(word)s are ranked by each item, and the ranks of each pair set against each other,"
          + " with the number of \(word)s and a 90% interval."
      ]
    case .compare:
      return [
        "Method: the difference between groups, with a 90% interval over \(word)s, and whether it is"
          + " more than chance would make.", least,
      ]
    case .trend:
      return [
        "Method: the slope over the weeks of the range; each group is called rising, steady or fading,"
          + " with the weeks that were used."
      ]
    case .quadrants:
      return ["Method: the median of each item cuts the \(word)s into four fields, high or low in each."]
    }
  }
}

extension Expression {
  fileprivate static let videos = Expression.reference(Reference(name: Name("videos")))

  fileprivate static func median(of subject: Expression) -> Expression {
    .aggregate(
      Located(.median, subject.span), subject, per: Located(.video, subject.span), subject.span)
  }
}

extension Located<Dimension> {
  fileprivate static let video = Located(.video, 0..<0)
  fileprivate static let week = Located(.time(.week, .activity), 0..<0)
}
