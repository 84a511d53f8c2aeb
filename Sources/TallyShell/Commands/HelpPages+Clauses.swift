// What may follow the items of a query.
extension HelpPages {
  static let clauses: [HelpPage] = [
    HelpPage(
      "by", also: ["dimension", "dimensions"], "one row for each group",
      [
        "Groups are times, `video`, or what describes a video, such as format.",
        "Several groups stand with commas between: a row for each combination.",
        "A video without a value is in a group of its own, with an empty name.",
      ],
      ["saves by week", "saves by format, topic", "videos by weekday posted"]),
    HelpPage(
      "where", "picks videos",
      [
        "A metric in `where` means the total over the life of the video.",
        "Tests: = != < <= > >=, between, in, contains, starts with, is missing.",
        "Join tests with `and` or `or`; where both stand, use parentheses.",
        "To pick days, use `during`. To pick rows of the answer, use `having`.",
      ],
      [
        "saves by week where views > 1000",
        "saves where format = \"tutorial\" and (length > 60s or views >= 10k)",
        "videos where posted during 2026",
      ]),
    HelpPage(
      "during", also: ["range", "ranges"], "picks days",
      [
        "A range is `last 4 weeks`, `this month`, a date, or a date `to` a date.",
        "It picks days of activity. With lifetime totals only, it picks days posted.",
        "Both ends are included.",
      ],
      ["saves by day during last 2 weeks", "saves during 2026-Q1", "views during 2026-01-05 to today"]),
    HelpPage(
      "having", "picks rows of the answer",
      [
        "It tests the finished numbers, after grouping.",
        "Join all tests with `and`, or all with `or`.",
      ],
      [
        "saves by week having saves >= 400",
        "saves / views as keep, videos by topic having videos >= 5 and keep > 2%",
      ]),
    HelpPage(
      "sort", "orders the rows, with `by`",
      [
        "Metrics go from high to low and groups from first to last, unless said.",
        "Rows without a value come last. Ties go by group.",
        "Without it, times go forward, and other groups by the first metric.",
      ],
      ["saves, views by format sort by views", "saves by topic sort by topic descending"]),
    HelpPage(
      "ascending", "smallest or earliest first",
      ["It stands behind what `sort by` names."], ["saves by format sort by saves ascending"]),
    HelpPage(
      "descending", "largest or latest first",
      ["It stands behind what `sort by` names."], ["saves by week sort by week descending"]),
    HelpPage(
      "top", "keeps the highest groups",
      [
        "They are ranked by `sort by`, else by the first metric.",
        "The rest can be added as one row: `with others`.",
        "`top 3 per format` keeps the best of each group.",
      ],
      [
        "saves by video top 10", "saves by topic top 5 with others",
        "saves by format, video top 3 per format",
      ]),
    HelpPage(
      "bottom", "keeps the lowest groups",
      ["It is the ranking of `top`, turned around. Missing values are not ranked."],
      ["save_rate by format bottom 3"]),
    HelpPage(
      "with", also: ["extra", "extras"], "adds something to the answer",
      [
        "total     a row for all groups together",
        "others    a row for the groups that `top` leaves out",
        "share     a column: each part of the whole",
        "coverage  a column: how much of the expected data is there",
        "`with interval` comes in a later version.",
      ],
      ["saves by format with total", "saves by topic top 5 with others, share, total"]),
    HelpPage(
      "total", also: ["totals"], "a row for all groups together",
      [
        "A rate in that row is worked out anew; it is no sum of rates.",
        "It needs `by`: without groups the answer is the total already.",
      ],
      ["saves, save_rate by format with total"]),
    HelpPage(
      "others", "a row for the groups that `top` leaves out",
      ["Their videos are counted together, rates too."], ["saves by topic top 5 with others"]),
    HelpPage(
      "share", "each part of the whole",
      [
        "It adds a column, such as saves_share, for items that can be added up.",
        "A rate has no share (M005), nor have groups that overlap (M008).",
      ],
      ["saves by format with share"]),
    HelpPage(
      "as", also: ["alias"], "names a column of the answer, or the table of a file",
      [
        "The name is known to `having` and `sort by` of the same query.",
        "Behind `load`, it says what the rows of the file are.",
      ],
      ["saves / views as keep by format sort by keep", "load \"daily.csv\" as daily"]),
    HelpPage(
      "in", "tests for one of several values, or names a table",
      ["Values stand in parentheses, with commas between."],
      [
        "saves where format in (\"tutorial\", \"recipe\")", "column mood in videos is attribute",
      ]),
  ]
}
