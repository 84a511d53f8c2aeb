// Comparing with other days, and statistics over videos or days.
extension HelpPages {
  static let comparisons: [HelpPage] = [
    HelpPage(
      "vs", also: ["previous", "ago", "before"], "compares with other days",
      [
        "With `during`: against the days before (`previous`), a year ago, or a range.",
        "With a time in `by`: each row against the one before, or a year before.",
        "It adds columns: saves_before, saves_change and saves_change_rate.",
        "`having` and `sort by` know them. Of a rate, the change is in points.",
      ],
      [
        "saves, save_rate by format during last 4 weeks vs previous", "saves by month vs year ago",
        "saves by topic during 2026-02 vs 2026-01 sort by saves_change",
      ]),
    HelpPage(
      "coverage", "extra: how much of the expected data is there",
      [
        "It adds a last column: days with data, of all days that could have some.",
        "With totals only: videos with data, of all videos of the group.",
      ],
      ["saves by week with coverage", "saves by format during last 4 weeks with coverage"]),
  ]

  static let ages: [HelpPage] = [
    HelpPage(
      "within", "counts the first days of the life of a video",
      [
        "It makes old and new videos comparable: each by its first days.",
        "Videos that are not old enough, or whose first days are not loaded, are",
        "left out, and the answer says how many. Day 0 is the day of posting.",
        "It needs a daily table (C015).",
      ],
      [
        "saves within 7 days by video top 10", "median saves within 7 days per video by format",
        "videos where saves within 7 days > 50",
      ]),
    HelpPage(
      "since", also: ["age"], "groups by the age of the video, with `posted`",
      [
        "Day 0 is the day of posting, week 0 the first seven days, and so on.",
        "It shows the life of videos: when saves come, and when they end.",
      ],
      ["saves by week since posted", "saves by day since posted where format = \"tutorial\""]),
    HelpPage(
      "every", also: ["steps", "step"], "cuts a number into steps",
      [
        "Videos from 0 to 15 seconds, from 15 to 30, and so on: a row for each.",
        "It works for lengths and for metrics, which are totals of each video.",
      ],
      ["saves, videos by length every 15s", "videos by views every 10k"]),
    HelpPage(
      "running", "a metric added up from the start of the range",
      [
        "It needs a time in `by`. Rates are worked out anew from all days so far.",
        "`running total` is a kind of column: a count so far, day by day.",
      ],
      ["running saves by week", "running saves by day during last month"]),
    HelpPage(
      "rolling", "a metric over the days up to each day",
      [
        "It smooths a line: each row is worked out over the days up to its end.",
        "Days before the range are read too. Where they are not loaded: missing.",
      ],
      ["rolling 7 days saves by day during last 30 days", "rolling 28 days save_rate by week"]),
  ]

  static let statistics: [HelpPage] = [
    HelpPage(
      "average", also: ["statistics", "statistic"], "the mean over videos, days, weeks or months",
      [
        "It stands with `per` and what it is the mean of, so nothing is guessed.",
        "Videos or days without the number are left out. Weeks must be whole.",
        "Without a statistic, `per` divides: saves per 1000 views.",
      ],
      ["average saves per video by format", "average saves per day by month"]),
    HelpPage(
      "median", also: ["benchmarks", "benchmark"], "the middle value over videos or days",
      [
        "Half of the videos have more, half have less.",
        "Alone in `where` it is a benchmark: the median of all loaded videos,",
        "before `where` picks any. So are average, p75 and the others.",
      ],
      [
        "median saves per video by format", "views, saves by video where views > p75 and save_rate < median",
      ]),
    HelpPage(
      "lowest", "the smallest over videos or days", ["It stands with `per`."], ["lowest saves per video"]),
    HelpPage(
      "highest", "the largest over videos or days",
      ["It stands with `per`. For the best videos, use `top`."], ["highest saves per day by month"]),
    HelpPage(
      "spread", "the distance between the quarters of the values",
      ["Half of the videos lie within it: p75 less p25."], ["spread saves per video by format"]),
    HelpPage(
      "percentiles", also: ["percentile"], "p1 to p99: how high a part of the videos reaches",
      [
        "p90 is what one video of ten passes. In `where` it is a benchmark.",
        "Between two values it goes in a straight line from one to the other.",
      ],
      ["p90 saves per video by format", "saves by video where views > p75"]),
  ]

  static let fills: [HelpPage] = [
    HelpPage(
      "zero", "`missing as zero`: missing cells become 0",
      [
        "Only in the answer, and only where counts are added up; not for rates.",
        "The answer says how many cells it filled.",
      ],
      ["saves by day during last 2 weeks missing as zero"]),
    HelpPage(
      "blank", "`missing as blank`: missing cells stay empty", ["That is how it is without the words."],
      ["saves by day during last 2 weeks missing as blank"]),
  ]
}
