// Whole sentences that can be asked instead of one whose parts do not go together.

extension Parser {
  /// Gives the findings about a query, those from an index on, the statement with the query repaired.
  mutating func offerRepairs(of query: Query, from index: Int) {
    guard offersRewrites else { return }
    for index in shapeFindings.indices.dropFirst(index) {
      let repaired = Parser.repair(query, of: shapeFindings[index].code)
      shapeFindings[index].rewrites = repaired.flatMap {
        runnable([statementText(replacing: query.span, with: $0)])
      }
    }
  }

  /// The query, changed so that it keeps one rule; empty where there is no plain way.
  private static func repair(_ query: Query, of code: String) -> [String] {
    var repaired = query
    switch code {
    case "Q012":
      repaired.by = [Located(.video, query.span)]
    case "Q013":
      repaired.top = Located(
        Top(isBottom: false, count: Located(Number(5), query.span), per: nil), query.span)
    case "Q014":
      repaired.by = [Located(.time(.week, .activity), query.span)] + query.by
    case "Q015":
      let countsActivity = query.items.contains { item in
        if case .reference(let metric) = item.expression {
          metric.name.text == "active_followers"
        } else {
          false
        }
      }
      let activeHour = Dimension.name(Name("active_hour"), every: nil)
      repaired.by = query.by.map { dimension in
        guard case .time(.hour, _) = dimension.value else { return dimension }
        return Located(countsActivity ? activeHour : .time(.hour, .posted), dimension.span)
      }
    case "Q018":
      repaired.extras = query.extras.filter { $0.value != .total }
    case "Q019":
      repaired.by = query.by + [Located(.time(.week, .activity), query.span)]
    case "Q041":
      var previous = query
      previous.versus = Located(.previous, query.span)
      repaired.by = query.by.filter { if case .time = $0.value { false } else { true } }
      return [print(repaired), print(previous)]
    case "Q043":
      var byWeek = query
      byWeek.by = [Located(.time(.week, .activity), query.span)] + query.by
      repaired.range = Located(.last(Located(Number(4), query.span), .week), query.span)
      return [print(repaired), print(byWeek)]
    default:
      return []
    }
    return [print(repaired)]
  }

  private static func print(_ query: Query) -> String { QueryPrinter().text(query) }
}
