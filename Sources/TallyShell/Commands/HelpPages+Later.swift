// Words of the language that this version reads and does not answer yet, and words of other languages.
extension HelpPages {
  static let later: [HelpPage] = [
    later(
      "interval", "extra: how sure a number is", ["It adds a range around a rate."],
      ["save_rate by format with interval"]),
    later(
      "correlate", "analysis: do metrics move together",
      [
        "For each pair, whether videos high in one are high in the other.",
        "Today: the numbers side by side, as in saves, views by video.",
      ],
      ["correlate saves with views, likes"]),
    later(
      "compare", "analysis: do groups differ",
      [
        "Whether the difference is more than chance would make.",
        "Today: save_rate, videos by format, or median save_rate per video by format.",
      ],
      ["compare save_rate by format"]),
    later(
      "holding", "compares within equal groups",
      ["Formats are then compared topic by topic. Today: save_rate by format, topic."],
      ["compare save_rate by format holding topic"]),
    later(
      "trend", "analysis: what rises and what fades",
      [
        "Each group is called rising, steady or fading.",
        "Today: saves by week, or rolling 28 days saves by week.",
      ],
      ["trend saves by video during last 26 weeks"]),
    later(
      "quadrants", "analysis: every video in one of four fields",
      [
        "High or low in one metric, high or low in the other.",
        "Today: views, save_rate by video where views > median and save_rate < median.",
      ],
      ["quadrants views and save_rate"]),
  ]

  private static func later(
    _ name: String, also aliases: [String] = [], _ title: String, _ body: [String], _ examples: [String]
  ) -> HelpPage {
    HelpPage(name, also: aliases, title, body, examples, isBuilt: false)
  }

  /// What words of other query languages, and of everyday English, are in Tally.
  static let foreign: [String: String] = [
    "all": "left out: an answer holds all videos", "asc": "`ascending`",
    "at": "`>=` for at least, and `<=` for at most", "avg": "`average`", "compared": "`vs`",
    "count": "left out: a metric is a count", "desc": "`descending`", "equals": "`=`",
    "fewer": "`<`", "filter": "`where`", "for": "`by` for for each",
    "from": "left out: tables are found by columns",
    "get": "left out: a question starts with a metric", "give": "left out: a question starts with a metric",
    "greater": "`>`", "grouped": "`by`", "how": "left out: a question starts with a metric", "less": "`<`",
    "limit": "`top`", "list": "left out: a question starts with a metric", "max": "`highest`, or `top 1`",
    "mean": "`average`", "min": "`lowest`, or `bottom 1`", "monthly": "`by month`", "more": "`>`",
    "my": "left out: all data is yours", "order": "`sort`",
    "ordered": "`sort`", "over": "`during`, as in during last 4 weeks", "please": "left out",
    "select": "left out: a question starts with a metric", "sorted": "`sort`", "split": "`by`",
    "sum": "left out: counters are added up", "tell": "left out: a question starts with a metric",
    "the": "left out",
    "versus": "`vs`", "weekly": "`by week`", "what": "left out: a question starts with a metric",
    "yearly": "`by year`",
  ]
}
