import TallyLanguage
import TallyPlan

/// The texts of `help`.
enum HelpPages {
  static let start: [String] = [
    "Ask for what you want to know, then say how:",
    "",
    "  saves by week where views > 1000",
    "  saves, views, save_rate by format",
    "  saves per 1000 views by topic top 5 with others, total",
    "",
    "load \"FILE\"     reads an export          show tables      what is loaded",
    "show metrics    what can be counted      show columns     every column",
    "explain QUERY   how it would be answered help WORD        more about a word or a code",
  ]

  static var words: [String: [String]] { [:] }
  static var codes: [String: [String]] { [:] }
  static var topics: [String] { Array(words.keys) + Array(codes.keys) }

  /// What may be done with a kind of column.
  static func kind(_ kind: ColumnKind) -> String {
    switch kind {
    case .counter: "It adds up over days and videos."
    case .runningTotal: "It is a count so far; differences between days are added up."
    case .snapshot: "It is a level: over days, the last value counts."
    case .unique: "It counts different people, so it is never added up."
    case .rate: "It is an average; several are combined by weight."
    case .attribute: "It describes a video: use it after `by` and `where`."
    case .tags: "A video has several: use it after `by` and `where`."
    case .date: "It is a time."
    case .id: "It names a video."
    }
  }
}
