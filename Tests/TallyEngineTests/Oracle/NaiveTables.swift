import TallyLanguage

/// One row of a videos table, as plain values; what is not there is missing.
struct NaiveVideo {
  var id: String
  /// As the file writes it, with or without a time of day.
  var posted: (day: Day, secondOfDay: Int?)?
  var texts: [String: String] = [:]
  var tags: [String] = []
  var numbers: [String: Quantity] = [:]
}

/// One row of a daily table, or of a channel table, which has no videos.
struct NaiveDay {
  var video: String?
  var day: Day
  var numbers: [String: Quantity] = [:]
  /// Where it was shown, if the file splits a video's day.
  var surface: String?
}

/// What may be done with a column of numbers.
enum NaiveKind: Hashable {
  case counter, runningTotal, snapshot, unique
  /// Averaged with another column as weight.
  case rate(weight: String)
}

/// The three tables, row by row; nil is not loaded.
struct NaiveTables {
  var videos: [NaiveVideo]?
  var daily: [NaiveDay]?
  var channel: [NaiveDay]?
  var textColumns: [String] = []
  /// Headers of numbers of each table, in order.
  var videoColumns: [String] = []
  var dailyColumns: [String] = []
  var channelColumns: [String] = []
  /// Whether the daily table says where a video was shown.
  var hasSurfaces = false
  /// Columns of days that hold the total so far.
  var dailyRunningTotals: Set<String> = []
  var channelRunningTotals: Set<String> = []

  /// What a column of a table is; in the videos table every total is a lifetime total.
  func kind(_ column: String, _ role: NaiveRole) -> NaiveKind {
    switch column {
    case "followers", "subscribers": .snapshot
    case "reach", "viewers": .unique
    case "average_watch_time", "completion_rate": .rate(weight: "views")
    default:
      switch role {
      case .videos: .counter
      case .daily: dailyRunningTotals.contains(column) ? .runningTotal : .counter
      case .channel: channelRunningTotals.contains(column) ? .runningTotal : .counter
      }
    }
  }

  /// Columns of numbers that can be counted.
  func metricColumns(_ role: NaiveRole) -> [String] {
    switch role {
    case .videos: videos == nil ? [] : videoColumns.filter { $0 != "length" }
    case .daily: daily == nil ? [] : dailyColumns
    case .channel: channel == nil ? [] : channelColumns
    }
  }

  /// Whether the day that any video was posted is known.
  var knowsPosted: Bool { (videos ?? []).contains { $0.posted != nil } }

  func isLoaded(_ role: NaiveRole) -> Bool {
    switch role {
    case .videos: videos != nil
    case .daily: daily != nil
    case .channel: channel != nil
    }
  }

  func video(_ id: String) -> NaiveVideo? { videos?.first { $0.id == id } }

  /// Whether any table has a column of this name.
  func has(_ column: String) -> Bool {
    (videos != nil && videoColumns.contains(column)) || (daily != nil && dailyColumns.contains(column))
      || (channel != nil && channelColumns.contains(column))
  }
}

extension NaiveTables {
  /// The tables as the files that are loaded: name and text.
  var files: [(name: String, text: String)] {
    var files: [(String, String)] = []
    if let videos {
      var lines = [(["video", "posted"] + textColumns + ["hashtags"] + videoColumns).joined(separator: ",")]
      for video in videos {
        var cells = [video.id, video.posted.map(written) ?? ""]
        cells += textColumns.map { quoted(video.texts[$0] ?? "") }
        cells.append(video.tags.map { "#\($0)" }.joined(separator: " "))
        cells += videoColumns.map { written(video.numbers[$0]) }
        lines.append(cells.joined(separator: ","))
      }
      files.append(("videos.csv", lines.joined(separator: "\n") + "\n"))
    }
    if let daily {
      var lines = [
        (["video", "date"] + (hasSurfaces ? ["surface"] : []) + dailyColumns).joined(separator: ",")
      ]
      for row in daily {
        lines.append(
          ([row.video ?? "", row.day.description] + (hasSurfaces ? [row.surface ?? ""] : [])
            + dailyColumns.map { written(row.numbers[$0]) }).joined(
              separator: ","))
      }
      files.append(("daily.csv", lines.joined(separator: "\n") + "\n"))
    }
    if let channel {
      var lines = [(["date"] + channelColumns).joined(separator: ",")]
      for row in channel {
        lines.append(
          ([row.day.description] + channelColumns.map { written(row.numbers[$0]) }).joined(separator: ","))
      }
      files.append(("channel.csv", lines.joined(separator: "\n") + "\n"))
    }
    return files
  }

  private func written(_ posted: (day: Day, secondOfDay: Int?)) -> String {
    guard let second = posted.secondOfDay else { return posted.day.description }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(posted.day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }

  private func quoted(_ text: String) -> String {
    text.contains { $0 == "," || $0 == "\"" }
      ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      : text
  }

  private func written(_ number: Quantity?) -> String {
    switch number {
    case nil: ""
    case .whole(let value): "\(value)"
    case .real(let value): "\(value)"
    }
  }
}
