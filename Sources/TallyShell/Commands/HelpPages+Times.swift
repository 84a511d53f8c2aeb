// Days, weeks, and what they are counted from.
extension HelpPages {
  static let times: [HelpPage] = [
    HelpPage(
      "time", also: ["times", "grain", "grains", "clock"], "when it happened, and when it was posted",
      [
        "`by week` is the week in which the saves happened.",
        "`by week posted` is the week in which the saved videos went up.",
        "With lifetime totals only, all time is time of posting; the answer says so.",
        "Grains: day, week, month, quarter, year, weekday; hour with `posted`.",
      ],
      ["saves by week", "saves by week posted", "videos by hour posted"]),
    HelpPage(
      "day", also: ["days"], "a day, or a number of days",
      ["It is the finest step of time. Days without data are rows without a number."],
      ["saves by day during last 14 days", "videos by day posted during this month"]),
    HelpPage(
      "week", also: ["weeks"], "a week, or a number of weeks",
      [
        "Weeks start on Monday unless `set week_start` says otherwise.",
        "A week is written as its first day; 2026-W12 names one.",
      ],
      ["saves by week during last 8 weeks", "saves during 2026-W12"]),
    HelpPage(
      "month", also: ["months"], "a calendar month, or a number of months",
      ["2026-03 names one."], ["saves by month during 2026", "saves during 2026-03"]),
    HelpPage(
      "quarter", also: ["quarters"], "three calendar months, or a number of those",
      ["2026-Q1 names one."], ["saves by quarter", "saves during 2026-Q1"]),
    HelpPage(
      "year", also: ["years"], "a calendar year, or a number of years",
      ["In a range, a number on its own is a year."], ["saves by year", "saves by month during 2026"]),
    HelpPage(
      "weekday", also: ["weekdays"], "the day of the week",
      ["All Mondays together, all Tuesdays together, and so on."],
      ["saves by weekday", "videos, saves by weekday posted"]),
    HelpPage(
      "hour", also: ["hours"], "the hour of posting, 0 to 23",
      [
        "Files tell the hour of posting only, so it stands with `posted`.",
        "Hours are those of the zone that is set; see `help timezone`.",
      ],
      ["videos, saves by hour posted"]),
    HelpPage(
      "posted", "when the video went up",
      [
        "Behind a time in `by`, it groups by the day of posting.",
        "In `where`, it picks videos by it.",
      ],
      ["saves by month posted", "saves where posted during last 90 days", "videos where posted < 2026-01-01"]),
    HelpPage(
      "last", "the latest complete units of time",
      [
        "`last 4 weeks` is the four latest whole weeks in the data.",
        "It counts back from the last loaded day, not from today's calendar.",
        "The unit that is not over yet is `this week`.",
      ],
      ["saves during last 4 weeks", "saves by day during last month"]),
    HelpPage(
      "this", "the unit of time that is not over yet",
      ["It runs from the start of the unit to the last loaded day."],
      ["saves during this week", "saves by week during this year"]),
    HelpPage(
      "today", "the last day in the data",
      ["Files end on some day; that day is today, whenever you ask."],
      ["saves during today", "saves by week during 2026-01-01 to today"]),
    HelpPage(
      "to", "joins the ends of a range of days",
      ["Both ends are included; the earlier one comes first."],
      ["saves by day during 2026-03-08 to 2026-03-15", "saves during 2025-11 to 2026-02"]),
    HelpPage(
      "date", also: ["dates"], "a day, month, quarter, week or year as it is written",
      [
        "2026-03-14, 2026-03, 2026-Q1, 2026-W12 and, in ranges, 2026.",
        "As the kind of a column it is a time.",
        "Files whose dates lack a year: --year. Month or day first: --dates.",
      ],
      ["saves during 2026-03", "videos where posted >= 2026-03-14"]),
  ]
}
