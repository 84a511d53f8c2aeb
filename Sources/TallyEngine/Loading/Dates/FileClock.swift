import TallyPlan

/// What the report says of the clock behind a file's times and days.
extension TableReader {
  /// The clock of a table; nil where it has neither days nor times.
  func clock(of role: TableRole, _ columns: [FileColumn]) -> String? {
    switch role {
    case .daily, .channel:
      return preset == nil ? "days as the file has them" : "days as the platform counts them"
    case .audience: return nil
    case .videos: break
    }
    guard case .instants(let posted) = columns.first(where: { $0.description.name == "posted" })?.values
    else {
      return nil
    }
    if preset?.postedInID != nil { return "posted is the second in the video id, UTC" }
    let times = posted.isDate.indices.filter { posted.validity[$0] && !posted.isDate[$0] }
    if times.isEmpty { return "posted is a day without a time" }
    switch preset?.zone {
    case "UTC"?: return "times are UTC"
    case let zone?: return "times are \(zone), whatever the account's place; kept as instants"
    case nil: return "times are UTC where none other is written"
    }
  }
}
