// What a line may be.
extension HelpPages {
  static let statements: [HelpPage] = [
    HelpPage(
      "query", also: ["queries", "question", "sentence", "item", "items"], "a question, in one sentence",
      [
        "Name what to count, with commas between; then clauses, in any order.",
        "Clauses: by, where, during, vs, having, sort by, top, with, missing as.",
        "`where` picks videos, `during` picks days, `having` picks rows.",
        "Each clause stands once. A sentence may go on in the next line, set in.",
      ],
      ["saves", "saves, views by week", "saves by format where views > 1000 during 2026 top 5"]),
    HelpPage(
      "load", also: ["loading"], "reads a file of data",
      [
        "What a row of the file is gets told from its columns, and said.",
        "Say it yourself with `as videos`, `as daily` or `as channel`.",
        "A * in the name stands for anything, and a folder for the exports in it.",
        "Two files of the same sort become one table, video by video, day by day.",
        "ZIP, .gz, .zst and .xlsx are opened. Columns about people are never kept.",
      ],
      ["load \"videos.csv\"", "load \"daily.csv\" as daily", "load \"exports/*.csv\""]),
    HelpPage(
      "column", "says what a column of a file is",
      [
        "Write it where Tally guessed a kind wrongly, or did not know the column.",
        "It works before `load` and behind it: the file is read again.",
        "No line can let in a column about people.",
        "Kinds: counter, running total, snapshot, unique, rate, attribute, tags.",
      ],
      [
        "column mood in videos is attribute",
        "column average_watch_time in videos is rate weighted by views",
      ]),
    HelpPage(
      "define", also: ["definition", "definitions"], "gives a formula, a set of videos or a question a name",
      [
        "metric  a formula         group   a set of videos, for `where`",
        "label   an attribute      report  a question, for `run`",
        "It may name what is loaded or defined later.",
        "It may not hide a loaded column, and may not lead back to itself.",
      ],
      [
        "define metric engagement = (saves + likes + comments + shares) / views",
        "define group recent = posted during last 12 weeks", "define report weekly = saves by week",
      ]),
    HelpPage(
      "metric", also: ["metrics"], "a number that can be counted",
      [
        "Metrics are columns such as saves and views, the number of `videos`,",
        "rates such as save_rate, and what you define.",
        "`show metrics` lists those that the loaded files have.",
      ],
      ["show metrics", "saves, save_rate, videos by format", "define metric keep_rate = saves / views"]),
    HelpPage(
      "set", also: ["settings", "setting"], "changes a setting",
      [
        "timezone    the clock that days of posting are cut by; UTC at first",
        "week_start  monday or sunday; monday at first",
        "as_of       a date; later days and postings are hidden",
        "decimals, min_videos and seed have pages of their own.",
        "`show settings` lists them.",
      ],
      ["set timezone = \"Europe/Vienna\"", "set week_start = sunday", "set as_of = 2026-03-31"]),
    HelpPage(
      "timezone", also: ["timezones", "zone"], "the clock that posting days are cut by",
      [
        "A video posted at 23:30 in one place went up the next day in another.",
        "Zones are named by area and place. It is UTC until you say otherwise.",
        "Days of activity come from the platform and are never moved.",
      ],
      ["set timezone = \"America/New_York\""]),
    HelpPage(
      "week_start", "the first day of a week",
      ["Weeks start on Monday, as calendars of weeks do, unless you say Sunday."],
      ["set week_start = sunday", "set week_start = monday"]),
    HelpPage(
      "as_of", "asks as if it were an earlier day",
      [
        "Later days of activity and later postings are hidden.",
        "`last` and `this` count back from that day.",
      ],
      ["set as_of = 2026-03-31"]),
    HelpPage(
      "show", also: ["tables", "loads", "columns"], "lists what is known, never a value from a file",
      [
        "tables, loads, columns, metrics, settings, policy, groups or reports.",
        "`show columns in videos` lists one table.",
      ],
      ["show tables", "show columns in videos", "show settings"]),
    HelpPage(
      "policy", also: ["policies"], "a file that raises protection; nothing lowers it",
      [
        "A file tally.policy beside your data is read by itself. It may say:",
        "  smallest group: 20 people      smallest group of views: 100 views",
        "  smallest audience: 500 people  smallest audience of views: 1,000 views",
        "  profile: strict                set aside: city, [mood]  -- never loaded",
        "--policy FILE and ~/.config/tally/tally.policy count too; the strictest wins.",
      ],
      ["show policy", "help P501", "help P502"]),
    HelpPage(
      "explain", "says how a question is answered, without asking it",
      [
        "It names the table, what picks videos and days, and how numbers are added.",
        "It explains the analyses too, which this version does not run.",
      ],
      ["explain saves by week where views > 1000"]),
    HelpPage(
      "print", "writes words to the output",
      [
        "In a script it can stand above an answer.",
        "With csv, tsv, json and ndjson it goes to the messages instead.",
      ],
      ["print \"Saves of the last four weeks\""]),
    HelpPage(
      "help", also: ["topics"], "explains a word, a name or a code",
      [
        "Any word of the language, any loaded column, any code of a message.",
        "Words about people too: the page says why there is no such question.",
      ],
      ["help by", "help save_rate", "help Q012"]),
    HelpPage(
      "expect", also: ["error"], "says that the next statement must fail",
      [
        "It is for scripts that test themselves: the right failure counts as success.",
        "Name the code to be exact. Anything else ends in A001.",
      ],
      ["expect refusal P103", "expect error Q012"]),
    HelpPage(
      "refusal", also: ["refusals", "refused", "people", "persons"],
      "a question about a person is not answered",
      [
        "Platforms tell how many saved a video, never who. Tally has the same model.",
        "No person can be named, listed, grouped by or picked.",
        "A refusal is no error: it has a code, a reason, and questions that run.",
        "Columns about people are set aside while a file is read.",
        "What was refused is not written to the history.",
      ],
      ["saves by video", "help P101", "help privacy"]),
  ]
}
