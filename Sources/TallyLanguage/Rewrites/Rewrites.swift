package import TallyPrivacy

/// Questions that can be asked instead of a refused one, best first, as trees.
///
/// They keep what the refused question shares with the language: its metrics, content groups, time grains and range. All
/// else comes from here: no typed literal and no name that Tally does not know reaches a rewrite. Numbers are taken from
/// `last 30 days` alone.
///
/// - Returns: between four and ten queries, no two alike. The last ones run on almost any export of a creator, so whoever
///   shows rewrites can leave out those that the loaded tables do not answer.
package func rewrites(for refusal: Refusal, in words: [ScannedWord]) -> [Query] {
  let heard = HeardWords(words)
  var queries: [Query] = []
  for query in fitting(refusal.code, heard) + fallbacks where !queries.contains(query) {
    queries.append(query)
  }
  return queries
}

/// What fits the kind of question that was refused; at most four.
private func fitting(_ code: RefusalCode, _ heard: HeardWords) -> [Query] {
  let metric = heard.metric
  let asked = Query.of(heard.metrics, by: heard.groups, during: heard.range)
  let byWeek = Query.of([metric], by: [.time(.week, .activity)], during: heard.range)
  let rate = heard.rate.map { Query.of([$0], by: [.video], during: heard.range) }
  let followers = Query.of(["followers"], by: [.time(.day, .activity)], during: heard.range)
  switch code {
  case .whoQuestion, .lookUpPerson:
    return [asked, byWeek] + [rate].compactMap { $0 }
  case .listOfPeople:
    return (heard.namesFollowers ? [followers] : []) + [asked.top(10), byWeek] + [rate].compactMap { $0 }
  case .breakdownByPerson:
    return (heard.hasUnit ? ratios(of: metric) : []) + [asked, byWeek]
  case .filterToPerson, .disguisedName, .columnSetAside:
    return [asked, byWeek, .of([metric], by: [.named("format")], during: heard.range)]
  case .contactDetail:
    return [.of(["views"], by: [.time(.weekday, .posted)]), followers, asked]
  case .demographicsOfActors, .contentCrossedWithAudience, .extremeOverAudience:
    return [.of([metric], by: [.named("topic")], during: heard.range)]
      + heard.audience.prefix(2).map { .of(["followers"], by: [.named($0)]) }
      + [.of([metric], by: [.named("format")], during: heard.range)]
  case .personalJourney:
    return [.of([metric], by: [.time(.week, .sincePosted)]), .running(metric), asked]
  case .rawRows:
    return [
      .of(metric == "views" ? ["views"] : [metric, "views"], by: [.video], during: heard.range), byWeek,
    ]
  case .finerThanTimeFloor:
    return [.of([metric], by: [.time(.day, .activity)], during: heard.range)]
  case .personColumn, .unknownColumn, .peopleFile, .textByOthers, .peopleInHeaders, .lookAlikeHeaders,
    .bucketsFolded,
    .foldedToProtect, .tableWithheld, .policyBelowFloor, .policyUnreadable, .setAsideByPolicy:
    return []
  }
}

/// What `saves per viewer` may really want to know.
private func ratios(of metric: String) -> [Query] {
  guard metric != "views", !metric.hasSuffix("_rate") else { return [.average("views", per: .video)] }
  return [.ratio(metric, "views"), .perThousand(metric, "views", by: [.video])]
}

/// Questions that almost any export of a creator answers.
private let fallbacks: [Query] = [
  .of(["saves"], by: [.video]),
  .of(["views"], by: [.video]),
  .of(["saves"], by: [.time(.week, .posted)]),
  .of(["videos"], by: [.time(.week, .posted)]),
  .of(["views"], by: [.time(.day, .activity)]),
  .of(["followers"], by: [.time(.day, .activity)]),
]

// MARK: - Trees

extension Query {
  fileprivate static func of(
    _ metrics: [String], by groups: [Dimension], during range: WrittenRange? = nil
  ) -> Query {
    var query = Query(items: metrics.map { Item(expression: .named($0)) })
    query.by = groups.map { Located($0, 0..<0) }
    query.range = range.map { Located($0, 0..<0) }
    return query
  }

  /// `saves / views`.
  fileprivate static func ratio(_ metric: String, _ base: String) -> Query {
    Query(items: [Item(expression: .binary(.divide, .named(metric), .named(base), 0..<0))])
  }

  /// `saves per 1000 views by video`.
  fileprivate static func perThousand(_ metric: String, _ base: String, by groups: [Dimension]) -> Query {
    let expression = Expression.perNumber(.named(metric), Located(Number(1000), 0..<0), .named(base), 0..<0)
    var query = Query(items: [Item(expression: expression)])
    query.by = groups.map { Located($0, 0..<0) }
    return query
  }

  /// `average views per video`.
  fileprivate static func average(_ metric: String, per each: Each) -> Query {
    let expression = Expression.aggregate(
      Located(.average, 0..<0), .named(metric), per: Located(each, 0..<0), 0..<0)
    return Query(items: [Item(expression: expression)])
  }

  /// `running saves by day`.
  fileprivate static func running(_ metric: String) -> Query {
    var query = Query(items: [Item(expression: .window(.running, .named(metric), 0..<0))])
    query.by = [Located(.time(.day, .activity), 0..<0)]
    return query
  }

  /// The same with `top N`, where there are posts to rank.
  fileprivate func top(_ count: Int64) -> Query {
    guard by.contains(where: { $0.value == .video }) else { return self }
    var query = self
    query.top = Located(Top(isBottom: false, count: Located(Number(count), 0..<0), per: nil), 0..<0)
    return query
  }
}

extension Expression {
  fileprivate static func named(_ metric: String) -> Expression {
    .reference(Reference(name: Name(metric), span: 0..<0))
  }
}

extension Dimension {
  fileprivate static func named(_ attribute: String) -> Dimension { .name(Name(attribute), every: nil) }
}
