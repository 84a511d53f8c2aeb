// What is counted, and the tests of `where` and `having`.
extension HelpPages {
  static let expressions: [HelpPage] = [
    HelpPage(
      "per", also: ["ratio", "ratios"], "divides by a number of something",
      [
        "`saves per 1000 views` is saves / views * 1000.",
        "A ratio is worked out of sums: all saves by all views of the group.",
        "A video without one of the two numbers is left out, and counted below.",
        "Behind a statistic it names the unit: `median saves per video`.",
      ],
      [
        "saves per 1000 views by format", "saves / views as keep by topic",
        "median saves per video by format",
      ]),
    HelpPage(
      "rates", "an action for each view",
      [
        "save_rate is saves / views, like_rate is likes / views, and so on.",
        "They are there when both columns are loaded, and may be redefined.",
      ],
      ["save_rate by format", "save_rate, like_rate by week with total"]),
    HelpPage(
      "operators", also: ["arithmetic", "formula", "formulas"], "+ - * / and parentheses",
      [
        "They work on what was added up, group by group.",
        "Only like is added to like: counts to counts, times to times.",
        "Dividing by zero gives a missing value.",
      ],
      ["(saves + shares) / views as spread_on by format", "views / videos as views_each by month posted"]),
    HelpPage(
      "names", also: ["name", "brackets"], "how columns are called",
      [
        "The plain name: lower case, with _ for everything else.",
        "In brackets, the header as the file has it.",
        "A column that is called like a word of the language needs brackets.",
      ],
      ["saves by format", "[saves] by [format]"]),
    HelpPage(
      "texts", also: ["text", "strings", "string", "quotes"], "text stands in double quotes",
      [
        "Capital letters make no difference when texts are compared.",
        "Inside quotes, \\\" is a quote and \\\\ a backslash.",
      ],
      ["saves where topic = \"knife skills\"", "saves where title contains \"how to\""]),
    HelpPage(
      "numbers", also: ["number", "percent", "percentages", "durations", "duration"],
      "how numbers are written",
      [
        "1000, 1.5, 2k for two thousand, 3m for three million; never with a comma.",
        "5% for a rate. 30s, 2min or 1h for a time.",
      ],
      [
        "videos where views >= 10k", "videos where length > 30s",
        "videos by format having videos between 5 and 50",
      ]),
    HelpPage(
      "true", also: ["false"], "yes and no, as values",
      ["They are compared as the texts true and false in columns that hold those."],
      ["videos where format != true"]),
  ]

  static let tests: [HelpPage] = [
    HelpPage(
      "and", "joins tests that must all hold",
      ["With `or` in the same condition, say by parentheses what belongs together."],
      ["saves where views > 1000 and format = \"tutorial\""]),
    HelpPage(
      "or", "joins tests of which one must hold",
      ["With `and` in the same condition, say by parentheses what belongs together."],
      ["saves where format = \"tutorial\" or format = \"recipe\""]),
    HelpPage(
      "not", "turns a test around",
      ["What is missing passes a test that is turned around."],
      ["saves where not format = \"tutorial\"", "videos where topic is not missing"]),
    HelpPage(
      "between", "tests a range, both ends included",
      ["The lower end comes first."], ["videos where views between 1000 and 20000"]),
    HelpPage(
      "contains", "tests for a part of a text",
      ["Capital letters make no difference. For hashtags, a part of any of them."],
      ["saves where title contains \"sourdough\"", "saves where hashtags contains \"bread\""]),
    HelpPage(
      "starts", "tests how a text begins, with `with`",
      ["Capital letters make no difference."], ["saves where title starts with \"How to\""]),
    HelpPage(
      "is", "tests for missing, or opens the kind of a column",
      ["For equal, write =."],
      ["videos where hook is missing", "column mood in videos is attribute"]),
    HelpPage(
      "missing", also: ["gaps"], "without a value, which is not zero",
      [
        "What a file does not tell is missing; it is never counted as 0.",
        "In a line of days, a gap is a row with an empty cell.",
        "Every test on a missing value is false, but for != and `is missing`.",
        "`missing as zero` or `previous` fills cells of the answer, and says so.",
      ],
      [
        "videos by topic where hook is missing", "saves by day missing as zero",
        "followers by week missing as previous",
      ]),
  ]
}
