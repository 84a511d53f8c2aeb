// Q: parts of a query that do not go together.
extension HelpPages {
  static let shapeCodes: [HelpPage] = [
    HelpPage(
      "Q010", "the same clause twice",
      ["Each clause stands once. Several groups take commas, several tests `and`."],
      wrong: ["saves by week by format"], ["saves by week, format"]),
    HelpPage(
      "Q011", "something behind `else`",
      ["`else` names all other videos, so it stands last, and once."],
      wrong: ["define label size = \"short\" where length < 30s, else \"long\", else \"?\""],
      ["define label size = \"short\" where length < 30s, else \"long\""]),
    HelpPage(
      "Q012", "`top` without groups",
      ["`top` and `bottom` rank groups, and there is no `by`."],
      wrong: ["saves top 5"], ["saves by video top 5"]),
    HelpPage(
      "Q013", "`others` without `top`",
      ["Others are the groups that `top` leaves out."],
      wrong: ["saves by topic with others"], ["saves by topic top 5 with others"]),
    HelpPage(
      "Q014", "`running` or `rolling` without time",
      ["They go from day to day or week to week, so `by` needs a time."],
      wrong: ["running saves by format"], ["running saves by week"]),
    HelpPage(
      "Q015", "the hour without `posted`",
      ["Files tell the hour of posting, and the hours in which followers are active."],
      wrong: ["saves by hour"], ["saves by hour posted", "active_followers by active_hour"]),
    HelpPage(
      "Q017", "an assertion about a table",
      ["`assert` compares one number: one metric, without `by` and `with`."],
      wrong: ["assert (saves by week) > 10"], ["assert (saves) > 10"]),
    HelpPage(
      "Q018", "`total` without groups",
      ["Without `by`, the answer is the total already."],
      wrong: ["saves with total"], ["saves", "saves by format with total"]),
    HelpPage(
      "Q019", "`missing as previous` without one time",
      ["It repeats the value before, so it needs one time to go along."],
      wrong: ["saves by format missing as previous"], ["saves by week missing as previous"]),
    HelpPage(
      "Q020", "`vs` over two times, or weekdays",
      ["`vs` goes along one time, such as `week`."],
      wrong: ["saves by weekday vs previous"], ["saves by week vs previous"]),
    HelpPage(
      "Q030", "not a whole number",
      ["What is counted here is counted from 1 on, in whole numbers."],
      wrong: ["saves by video top 0"], ["saves by video top 5"]),
    HelpPage(
      "Q031", "not more than zero",
      ["Steps and divisors need to be more than zero."],
      wrong: ["saves per 0 views"], ["saves per 1000 views"]),
    HelpPage(
      "Q032", "not a year",
      ["In a range, a number on its own is a year."],
      wrong: ["saves during 12"], ["saves during 2026", "saves during 2026-12"]),
    HelpPage(
      "Q033", "a range that ends before it starts",
      ["The earlier date comes first."],
      wrong: ["saves during 2026-03 to 2026-01"], ["saves during 2026-01 to 2026-03"]),
    HelpPage(
      "Q041", "`vs` with a range, and a time in `by`",
      ["With a range, two totals are compared, so there are no rows of time."],
      wrong: ["saves by week during 2026-03 vs 2026-02"], ["saves by format during 2026-03 vs 2026-02"]),
    HelpPage(
      "Q042", "`top ... per` with no such group",
      ["It keeps the best of each group, so the group stands in `by`."],
      wrong: ["saves by video top 3 per format"], ["saves by format, video top 3 per format"]),
    HelpPage(
      "Q043", "`vs` without days",
      ["There need to be days to compare: a range, or a time in `by`."],
      wrong: ["saves vs previous"], ["saves during last 4 weeks vs previous"]),
    HelpPage(
      "Q044", "the weekday of an age",
      ["The age of a video has no weekday; its day of posting has."],
      wrong: ["saves by weekday since posted"], ["saves by weekday posted"]),
    HelpPage(
      "Q045", "the same group twice",
      ["Each group stands once in `by`."],
      wrong: ["saves by format, format"], ["saves by format"]),
    HelpPage(
      "Q046", "two columns with one name",
      ["Each `as` name stands once in an answer."],
      wrong: ["saves as a, views as a"], ["saves as a, views as b"]),
    HelpPage(
      "Q047", "the same extra twice",
      ["Each extra stands once behind `with`."],
      wrong: ["saves by format with total, total"], ["saves by format with total"]),
    HelpPage(
      "Q048", "`compare` without groups",
      ["It tells whether groups differ, so it needs `by`."],
      wrong: ["compare saves"], ["compare saves by format"], isBuilt: false),
    HelpPage(
      "Q051", "`assert no rows` without groups",
      ["Such an answer always has one row, so the assertion could never hold."],
      wrong: ["assert no rows (saves)"],
      ["assert no rows (saves by video where views is missing)", "assert (saves) > 0"]),
  ]
}
