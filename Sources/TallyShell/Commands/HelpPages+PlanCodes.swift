// Q, C, M, D, N: what a query finds out about the loaded tables.
extension HelpPages {
  static let planCodes: [HelpPage] = [
    HelpPage(
      "Q021", "a range that ends before it starts",
      ["Once `today` is known, the first end is later than the second."],
      wrong: ["saves during today to 2020-01-01"], ["saves during 2020-01-01 to today"]),
    HelpPage(
      "Q022", "too many units",
      [
        "`last` takes a whole number from 1 to 100000,",
        "`within` and `rolling` one from 1 to 10000.",
      ],
      wrong: ["saves during last 200000 weeks"], ["saves during last 4 weeks"]),
    HelpPage(
      "Q023", "too large a number behind `top`",
      ["`top` takes a whole number, from 1 to 2147483647."],
      wrong: ["saves by video top 3000m"], ["saves by video top 10"]),
    HelpPage(
      "Q024", "a metric where a group is needed",
      ["Rows come from what describes a video, or from time."],
      wrong: ["saves by views"], ["saves by video where views > 1000"]),
    HelpPage(
      "Q025", "a number, and no metric",
      ["There is nothing in it to count."], wrong: ["1 + 2"], ["saves + 2"]),
    HelpPage(
      "Q026", "sorting by a group that is not there",
      ["`sort by` takes a group of `by`, or a metric."],
      wrong: ["saves by format sort by week"], ["saves by week sort by week descending"]),
    HelpPage(
      "Q900", "part of the language, in a later version",
      [
        "The sentence is right, and this version cannot answer it.",
        "The message names what can be asked today; `explain` what it will do.",
      ],
      wrong: ["save_rate by format with interval"], ["save_rate by format"]),
    HelpPage(
      "C001", "a name that nothing has",
      ["No loaded column, metric or definition is called so.", "`show columns` lists what there is."],
      wrong: ["savez by week"], ["saves by week", "show columns"]),
    HelpPage(
      "C002", "known, and not loaded",
      ["Tally knows the column, but none of your files has it.", "Load an export that does."],
      ["show tables", "load \"videos.csv\""]),
    HelpPage(
      "C003", "what describes videos cannot be counted",
      ["A format or topic is no number. Count videos by it, or pick by it."],
      wrong: ["format by week"], ["videos by format", "saves by week where format = \"tutorial\""]),
    HelpPage(
      "C005", "no one table has everything",
      ["An item is counted from one table. Ask for its parts as two items."],
      wrong: ["profile_views / videos by month"], ["profile_views, videos by month"]),
    HelpPage(
      "C006", "counted for the whole channel only",
      [
        "No file has it for single videos, so there are none to pick.",
        "To pick rows of the answer, use `having`.",
      ],
      wrong: ["followers by week where format = \"tutorial\""], ["followers by week having followers > 1000"]),
    HelpPage(
      "C007", "no dates",
      [
        "The loaded videos have no dates, so there is no time to go by.",
        "Load a file with a posted or date column.",
      ],
      ["load \"daily.csv\"", "saves by format"]),
    HelpPage(
      "C008", "two clocks in one answer",
      [
        "One item is known by the day it happened, another by the day posted only.",
        "Ask for both by the day posted.",
      ],
      ["saves, videos by week posted"]),
    HelpPage(
      "C009", "no file lists videos",
      [
        "The group describes videos, and only channel days are loaded.",
        "Load a file with one row per video.",
      ],
      ["load \"videos.csv\"", "followers by week"]),
    HelpPage(
      "C010", "a kind that was guessed",
      [
        "A script must not rest on a guess, so a `column` line settles it.",
        "At the prompt, the guess is used.",
      ],
      ["column stitches in daily is counter"]),
    HelpPage(
      "C011", "no such setting",
      ["`show settings` lists them."], wrong: ["set week_begin = sunday"],
      ["set week_start = sunday", "show settings"]),
    HelpPage(
      "C012", "a value that the setting does not take",
      ["The message says what it takes."], wrong: ["set week_start = friday"], ["set week_start = sunday"]),
    HelpPage(
      "C013", "no such sort of table",
      ["Tables are videos, daily, channel and audience."],
      wrong: ["column mood in movies is attribute"], ["column mood in videos is attribute"]),
    HelpPage(
      "C014", "no such page",
      ["`help` alone shows where to begin."], wrong: ["help savvings"], ["help", "help saves"]),
    HelpPage(
      "M001", "people counted once cannot be added up",
      [
        "Reach counts each account once, so two days share accounts.",
        "The message tells between which bounds the number lies.",
        "Ask for it as the file has it: by day, or by video.",
      ],
      ["views by week"]),
    HelpPage(
      "M002", "adding different things",
      ["A count and a rate, or a count and a time, have no sum."],
      wrong: ["saves + save_rate by format"], ["saves, save_rate by format"]),
    HelpPage(
      "M003", "a level added up over videos",
      ["A level is how many there are, so several are not added."],
      ["followers by week"]),
    HelpPage(
      "M004", "an average without a weight",
      ["To combine averages, Tally needs to know what each counts for."],
      ["column average_watch_time in videos is rate weighted by views"]),
    HelpPage(
      "M005", "the share of a rate, a level or a window",
      ["They do not add up to a whole, so there are no parts of it."],
      wrong: ["save_rate by format with share"], ["saves by format with share"]),
    HelpPage(
      "M008", "the share of groups that overlap",
      ["A video can be in several of the groups, so the parts would pass 100%."],
      wrong: ["saves by hashtags with share"], ["saves by hashtags with total"]),
    HelpPage(
      "M010", "compared with another unit",
      ["A count is compared with a number, a rate with %, a time with s, min or h."],
      wrong: ["saves by video where views > 30s"], ["saves by video where length > 30s"]),
    HelpPage(
      "M011", "text and number compared",
      ["Text takes =, !=, in, contains and starts with; numbers take < and >."],
      wrong: ["saves where format > 5"], ["saves where format = \"tutorial\"", "saves where views > 5"]),
    HelpPage(
      "M012", "a date compared with something else",
      ["Only `posted` is compared with a date."],
      wrong: ["saves where views > 2026-01-01"], ["saves where posted > 2026-01-01"]),
    HelpPage(
      "D002", "a definition that leads back to itself",
      ["The message shows the way around. Change one of the names."],
      wrong: ["define metric keep = keep / 2"], ["define metric keep = saves / 2"]),
    HelpPage(
      "D003", "a definition with the name of a column",
      ["It would hide what the file says. Choose another name."],
      wrong: ["define metric saves = likes / 2"], ["define metric half_likes = likes / 2"]),
    HelpPage(
      "D004", "a parameter without a value",
      ["`param` gives it one, --param on the command line, or `run ... with`."],
      wrong: ["saves where views > {least}"], ["param least = 1000; saves where views > {least}"]),
    HelpPage(
      "D005", "a value of another sort",
      ["A range cannot be compared, and a text is no range. A year has four digits."],
      wrong: ["param least = last 4 weeks; saves where views > {least}"],
      ["param period = last 4 weeks; saves during {period}"]),
    HelpPage(
      "D006", "a name for two things",
      ["Metrics, groups, labels and reports share their names. Choose another one."],
      wrong: ["define metric keep = saves / 2; define group keep = views > 5"],
      ["define metric keep = saves / 2; define group kept = views > 5"]),
    HelpPage(
      "D007", "a definition in brackets",
      ["What stands in brackets is a column. A definition has a plain name."],
      wrong: ["define metric [my rate] = saves / views"], ["define metric my_rate = saves / views"]),
    HelpPage(
      "D008", "a script that runs itself",
      ["Also round about, by way of others: it would never end."]),
    HelpPage(
      "D009", "a value for no parameter",
      ["The report or script neither declares nor uses this name.", "`show reports` lists what each takes."],
      wrong: ["define report weekly = saves by week; run weekly with n = 5"],
      ["define report weekly = saves by week; run weekly"]),
    HelpPage(
      "D010", "no such report",
      ["`show reports` lists them. The name of a script stands in quotes."],
      wrong: ["run weekly"], ["define report weekly = saves by week; run weekly"]),
    HelpPage(
      "D011", "a value given twice", ["Each name stands once behind `with`."],
      wrong: ["define report r = saves where views > {n}; run r with n = 1, n = 2"],
      ["define report r = saves where views > {n}; run r with n = 2"]),
    HelpPage(
      "D012", "a definition that is too large",
      [
        "It leans on others that lean on others: more than 64 in a row,",
        "or more than 500 parts in all.",
      ]),
    HelpPage(
      "N001", "a number that is too large",
      [
        "Counts go up to 9,223,372,036,854,775,807; nothing is wrapped or rounded.",
        "Narrow the question, or look for damaged numbers in the file.",
      ],
      ["saves during last 4 weeks"]),
  ]

  static let sessionCodes: [HelpPage] = [
    HelpPage(
      "A001", "an expectation that was not met",
      ["`expect` said that the next statement must fail, and it did not fail so."],
      ["expect error Q012"]),
    HelpPage(
      "A002", "an expectation about nothing",
      ["`expect` speaks of the next statement, and there is none."],
      ["expect refusal P103"]),
    HelpPage(
      "A003", "an assertion that does not hold",
      ["The message says what was found. The script ends with exit status 5."],
      wrong: ["assert (saves) < 5"], ["assert (saves) > 5"]),
    HelpPage(
      "A004", "an assertion about nothing",
      ["There is no value to compare: nothing was kept, or everything is missing."],
      wrong: ["assert (saves where views > 100m) > 5"], ["assert (saves where views > 100) > 5"]),
  ]
}
