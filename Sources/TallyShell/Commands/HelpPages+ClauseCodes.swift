// Q, C, M: what the clauses of a query find out about each other and about the loaded tables.
extension HelpPages {
  static let clauseCodes: [HelpPage] = [
    HelpPage(
      "Q027", "a group of videos where rows are made",
      ["`define group` names videos to pick after `where`; rows come from a label."],
      wrong: ["define group long_ones = length > 60s; saves by long_ones"],
      ["define group long_ones = length > 60s; saves where long_ones"]),
    HelpPage(
      "Q050", "`vs` along hours or ages",
      [
        "`vs` compares stretches of days, one with the one before.",
        "An hour of the day and the age of a video have no days before.",
      ],
      wrong: ["saves by week since posted vs previous"], ["saves by week vs previous"]),
    HelpPage(
      "C015", "the age of a video where no days are known",
      [
        "`within` and `since posted` count what happened day by day from the day posted.",
        "They need a file with a row for each video and day,",
        "and the day each video was posted.",
      ],
      ["saves within 7 days by format"]),
    HelpPage(
      "C016", "a column that was not asked for",
      [
        "NAME_share is there with `with share`, the others with `vs`:",
        "NAME_before, NAME_change and NAME_change_rate.",
      ],
      wrong: ["saves by format sort by saves_change"],
      ["saves by format during last 4 weeks vs previous sort by saves_change"]),
    HelpPage(
      "M009", "stretches of different length",
      ["The longer one would always look better."],
      wrong: ["saves during last 4 weeks vs 2026-01-01 to 2026-01-21"],
      ["saves during last 4 weeks vs previous", "saves during 2026-Q1 vs 2025-Q4"]),
    HelpPage(
      "M013", "no whole week or month",
      ["A figure per week or month is taken over whole ones; the days kept hold none."],
      wrong: ["average saves per month during 2026-03-05 to 2026-03-20"],
      ["average saves per day during 2026-03-05 to 2026-03-20"]),
    HelpPage(
      "M014", "one thing inside another of its kind",
      [
        "A figure of several is not taken of such a figure, nor a window of a window,",
        "and `within` does not stand in what counts a part of each life already.",
      ],
      wrong: ["median (average saves per day) per video"],
      ["median saves per video, average saves per day"]),
    HelpPage(
      "M015", "a level added up as it goes",
      ["A level holds what came before already."],
      wrong: ["running followers by week"], ["followers by week vs previous"]),
    HelpPage(
      "M016", "the coverage of ages",
      ["Coverage counts days of the calendar that have data."],
      wrong: ["saves by week since posted with coverage"], ["saves by week with coverage"]),
    HelpPage(
      "M017", "a definition that tests rows",
      [
        "A group or label describes videos.",
        "A column such as the traffic source has several values for one video.",
      ],
      ["define group short_ones = length < 30s"]),
    HelpPage(
      "M018", "one number of several in `where`",
      ["`where` compares a number of each video; `having` compares rows of the answer."],
      wrong: ["define metric typical = median saves per video; saves where typical > 5"],
      ["median saves per video by format having median saves per video > 5"]),
  ]
}
