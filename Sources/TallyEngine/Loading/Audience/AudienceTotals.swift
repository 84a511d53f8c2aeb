import TallyPlan

extension Dataset {
  /// How many people the channel's last days have, by metric.
  var audienceTotals: [String: Int64] {
    var totals: [String: Int64] = [:]
    for metric in StandardCatalog.audienceCounts { totals[metric] = total(of: metric, on: nil) }
    return totals
  }

  /// The followers or subscribers on the last day that has them, up to a day where one is given, else on the first after
  /// it; a broken number is rounded down.
  func total(of metric: String, on day: Int32?) -> Int64? {
    guard let channel, let column = channel.columns[metric] else { return nil }
    func people(_ row: Int) -> Int64? {
      switch column {
      case .integers(let column): column[row]
      case .decimals(let column): column[row].map { $0.isFinite ? Int64(max(min($0, 1e15), 0)) : 0 }
      case .texts, .tags, .instants: nil
      }
    }
    let days = (0..<channel.rowCount).filter { people($0) != nil }
    let earlier = days.filter { channel.days[$0] <= day ?? .max }
    if let last = earlier.max(by: { channel.days[$0] < channel.days[$1] }) { return people(last) }
    return days.min { channel.days[$0] < channel.days[$1] }.flatMap(people)
  }
}
