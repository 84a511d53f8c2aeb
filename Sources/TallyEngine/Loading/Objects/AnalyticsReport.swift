import TallyPlan

/// A report of the YouTube Analytics API: column headers, and rows of values.
enum AnalyticsReport {
  /// The headers of the columns, as the file writes them; in words where only these are known to Tally.
  ///
  /// - Parameter headers: the list of header objects.
  static func headers(_ json: JSONValues, _ headers: Int) -> [String] {
    json.children(of: headers).map { header in
      let name = json.children(of: header).first { json.paths.key(json.values[$0].path) == "name" }
      return name.map { inWords(json.string(json.values[$0])) } ?? ""
    }
  }

  private static func inWords(_ name: String) -> String {
    if let unit = units[name] { return unit }
    guard StandardCatalog.column(named: plainName(name)) == nil else { return name }
    var words = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if "A"..."Z" ~= scalar { words.append("_") }
      words.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    let known = StandardCatalog.column(named: String(words))
    return known == nil ? name : String(words)
  }

  /// Names whose unit only the documentation of the API tells.
  private static let units = [
    "estimatedMinutesWatched": "watch_time_minutes", "averageViewDuration": "average_view_duration_seconds",
  ]
}
