import TallyPlan

/// A report of the YouTube Analytics API: column headers, and rows of values.
enum AnalyticsReport {
  /// The headers of the columns, as the file writes them.
  ///
  /// - Parameter headers: the list of header objects.
  static func headers(_ json: JSONValues, _ headers: Int) -> [String] {
    json.children(of: headers).map { header in
      let name = json.children(of: header).first { json.paths.key(json.values[$0].path) == "name" }
      return name.map { json.string(json.values[$0]) } ?? ""
    }
  }

  /// The headers by which the columns are judged.
  static func judged(_ headers: [String]) -> [String] { headers.map { units[$0] ?? inWords($0) } }

  /// Names whose unit only the documentation of the API tells.
  private static let units = [
    "estimatedMinutesWatched": "watch_time_minutes", "averageViewDuration": "average_view_duration_seconds",
  ]
}
