// Words of the language that this version reads and does not answer yet, and words of other languages.
extension HelpPages {
  static let later: [HelpPage] = [
    later(
      "vs", also: ["previous", "ago"], "compares with other days",
      ["Against the days before (`previous`), a year ago, or a range."],
      ["saves by format during last 4 weeks vs previous", "saves by week vs year ago"]),
    later(
      "within", "counts the first days of the life of a video",
      ["It makes old and new videos comparable: each by its first days."],
      ["saves within 7 days by video"]),
    later(
      "since", "counts from posting, with `posted`",
      ["Week 0 is the first week of each video."], ["saves by week since posted"]),
    later(
      "every", "cuts a number into steps",
      ["Videos from 0 to 15 seconds, from 15 to 30, and so on."], ["saves by length every 15s"]),
    later(
      "average", "the mean over videos, days, weeks or months",
      ["It stands with `per` and what it is the mean of."], ["average saves per video by format"]),
    later(
      "median", also: ["benchmarks", "benchmark"], "the middle value over videos or days",
      [
        "Half of the videos have more, half have less.",
        "Alone in `where` it is a benchmark: the median of all loaded videos.",
      ],
      ["median saves per video by format", "saves by video where views > median"]),
    later(
      "lowest", "the smallest over videos or days", ["It stands with `per`."], ["lowest saves per video"]),
    later(
      "highest", "the largest over videos or days",
      ["It stands with `per`. For the best videos, use `top`."], ["highest saves per day by month"]),
    later(
      "spread", "the distance between the quarters of the values",
      ["Half of the videos lie within it."], ["spread saves per video by format"]),
    later(
      "percentiles", also: ["percentile"], "p1 to p99: how high a part of the videos reaches",
      ["p90 is what one video of ten passes. In `where` it is a benchmark."],
      ["p90 saves per video by format", "saves by video where views > p75"]),
    later(
      "running", "a metric added up from the start of the range",
      [
        "It needs a time in `by`.",
        "`running total` is a kind of column: a count so far, day by day.",
      ],
      ["running saves by day"]),
    later(
      "rolling", "a metric over the days up to each day",
      ["It smooths a line: each day with the days before it."], ["rolling 7 days saves by day"]),
    later(
      "interval", "extra: how sure a number is", ["It adds a range around a rate."],
      ["save_rate by format with interval"]),
    later(
      "coverage", "extra: how much of the data is there",
      ["It adds the part of the expected days that have data."], ["saves by week with coverage"]),
    later(
      "zero", "missing cells become 0",
      ["A missing cell is then shown as 0, in the answer only."], ["saves by day missing as zero"]),
    later(
      "blank", "missing cells stay empty", ["That is how it is without the words."],
      ["saves by day missing as blank"]),
    later(
      "beside", "sets two answers side by side",
      ["Each is counted on its own; nothing is crossed."], ["saves by topic beside followers by week"]),
    later(
      "into", "writes the answer to a file",
      ["Until then: tally -c \"saves by week\" --output weekly.csv"], ["saves by week into \"weekly.csv\""]),
    later(
      "group", also: ["groups"], "defines a named set of videos",
      ["Its name then stands in `where`, alone."], ["define group recent = posted >= 2026-01-01"]),
    later(
      "label", "defines an attribute by conditions",
      ["Each video gets the first text whose condition holds."],
      ["define label size = \"short\" where length < 30s, else \"long\""]),
    later(
      "else", "the label of all other videos",
      ["It stands last."], ["define label size = \"short\" where length < 30s, else \"long\""]),
    later(
      "report", also: ["reports"], "defines a question with a name",
      ["`run` then asks it."], ["define report weekly = saves by week"]),
    later(
      "run", "runs a report or a script", ["Behind `with` stand values for its parameters."],
      ["run weekly", "run \"weekly.tally\""]),
    later(
      "param", also: ["parameters", "parameter"], "gives a parameter of a script a value",
      ["It is written in braces where it is used."],
      ["param period = last 4 weeks"]),
    later(
      "assert", "fails the script unless the answer is as said",
      ["It guards a script: a number must hold, or there must be no rows."],
      ["assert (saves during last 4 weeks) > 100", "assert no rows (saves by video where views is missing)"]),
    later(
      "no", also: ["rows"], "`no rows`: the answer of a check must be empty", ["It stands behind `assert`."],
      ["assert no rows (saves by video where views is missing)"]),
    later(
      "correlate", "analysis: do metrics move together",
      ["For each pair, whether videos high in one are high in the other."],
      ["correlate saves with views, likes"]),
    later(
      "compare", "analysis: do groups differ",
      ["Whether the difference is more than chance would make."], ["compare save_rate by format"]),
    later(
      "holding", "compares within equal groups",
      ["Formats are then compared topic by topic."], ["compare save_rate by format holding topic"]),
    later(
      "trend", "analysis: what rises and what fades",
      ["Each group is called rising, steady or fading."], ["trend saves by video during last 26 weeks"]),
    later(
      "quadrants", "analysis: every video in one of four fields",
      ["High or low in one metric, high or low in the other."], ["quadrants views and save_rate"]),
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
