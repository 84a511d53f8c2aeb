// Kinds of columns, tables, and what lies around the language.
extension HelpPages {
  static let kinds: [HelpPage] = [
    HelpPage(
      "kinds", also: ["kind"], "what may be done with a column",
      [
        "counter    adds up             unique     never added up",
        "snapshot   a level             rate       an average with a weight",
        "attribute  describes a video   tags       several words a video",
        "`show columns` tells the kind of each; a ? behind it means a guess.",
        "`column` settles a guess. A script must settle it.",
      ],
      ["show columns", "column mood in videos is attribute"]),
    HelpPage(
      "counter", also: ["counters"], "kind of a column: adds up over days and videos",
      ["Saves, views and likes are counters."], ["column stitches in daily is counter"]),
    HelpPage(
      "snapshot", also: ["snapshots", "level"], "kind of a column: a level at a time",
      [
        "Followers are a level: over a week, the last value counts.",
        "Levels are not added up over videos (M003).",
      ],
      ["followers by week", "column members in channel is snapshot"]),
    HelpPage(
      "unique", "kind of a column: people counted once, never added up",
      [
        "Reach counts each account once a day, so two days cannot be added (M001).",
        "Ask for it as the file has it: by day, or by video.",
      ],
      ["column reached in channel is unique"]),
    HelpPage(
      "rate", "kind of a column: an average with a weight",
      [
        "To combine several averages, Tally needs to know what each counts for.",
        "Where the parts are loaded, a ratio is better: saves / views.",
      ],
      ["column average_watch_time in videos is rate weighted by views"]),
    HelpPage(
      "weighted", "opens the weight of a rate",
      ["The weight is a column of the same table."],
      ["column average_watch_time in videos is rate weighted by views"]),
    HelpPage(
      "attribute", also: ["attributes"], "kind of a column: describes the video",
      ["It stands behind `by` and in `where`."],
      ["saves by format", "column mood in videos is attribute"]),
    HelpPage(
      "tags", also: ["tag", "hashtags", "hashtag"], "kind of a column: several words a video",
      [
        "A video is in the group of each of its tags, so the rows overlap.",
        "Tags are written without #. Hashtags in captions are found by themselves.",
      ],
      ["saves by hashtags top 5", "saves where hashtags = \"bread\""]),
    HelpPage(
      "id", also: ["ids"], "kind of a column: names the video",
      ["Only the ids of videos are kept, never those of people."], ["column clip in videos is id"]),
  ]

  static let topicPages: [HelpPage] = [
    HelpPage(
      "saving", also: ["saved"], "what is loaded, in one file that opens in an instant",
      [
        "At the prompt `.save tables FILE` writes it, and --save-tables FILE in batch.",
        "The file is loaded like an export, alone or with others, which count as newer.",
        "It holds columns as they were loaded and audiences as they are protected,",
        "nothing that was set aside; no definitions and no settings.",
        "It is judged like an export when it is opened, and no damage goes unseen.",
      ], ["show loads", "load \"channel.snapshot\""]),
    HelpPage(
      "video", also: ["post"], "each video on its own",
      [
        "A terminal shows the title; csv, tsv and json the id.",
        "`post` means the same.",
      ],
      ["saves, views by video top 10", "saves by video, title top 5"]),
    HelpPage(
      "videos", also: ["posts"], "the number of videos; also a table with a row for each",
      [
        "As a metric it counts: how many videos, whatever their numbers.",
        "As a table it has id, posting time, what describes them, and totals.",
        "`videos during 2026` had activity then; with `where posted` they went up.",
      ],
      ["videos by format", "videos where posted during 2026", "load \"videos.csv\" as videos"]),
    HelpPage(
      "daily", "a table: one row for each video and day",
      [
        "It tells when something happened, so `by week` is the week of the saves.",
        "For one row a day in an answer, write `by day`.",
      ],
      ["load \"daily.csv\" as daily", "saves by day"]),
    HelpPage(
      "channel", "a table: one row for each day of the whole channel",
      ["It has what no single video can tell, such as followers."],
      ["load \"channel.csv\" as channel", "followers, profile_views by month"]),
    HelpPage(
      "audience", "a table: countries, ages or genders of an audience",
      [
        "It has followers, or their shares, or views, by one or two of these.",
        "Groups too small to hide anyone in are counted together as (folded).",
        "What people did never meets who they are: see P106.",
      ],
      ["followers by country top 5 with others, share", "followers by age, gender", "views by country"]),
    HelpPage(
      "audit", also: ["attack", "attacks"], "what anybody could work out of the audience",
      [
        "`.audit`, or tally audit FILE, asks all that can be asked of each breakdown,",
        "sets the answers against each other, and looks for tables that would be shown",
        "just like this one (known rules). `left open` is how many numbers of people the",
        "most exposed group may still have; as many as make a crowd are enough. No such",
        "number and no label is told. A code is the rule in the way: help P402.",
      ],
      ["followers by country with total"]),
    HelpPage(
      "files", also: ["file", "exports", "export", "csv"], "what can be loaded",
      [
        "Exports as the platforms give them: CSV, JSON, workbooks, zip archives.",
        "TikTok, Instagram, Facebook, YouTube, X, Pinterest and LinkedIn are known;",
        "any other table needs a row for each video, video and day, or day.",
        "A table with video or link, and words of your own, joins the others.",
        "A file whose rows are people is not opened (P303).",
      ],
      ["load \"videos.csv\"", "load \"exports\"", "show loads"]),
    HelpPage(
      "formats", also: ["output"], "how answers are written",
      [
        "box, plain, csv, tsv, json, ndjson, markdown, html and vertical.",
        "At the prompt: .format csv. On the command line: --format csv.",
        "--output FILE takes the format from the end of the name.",
        "Without a word, a terminal gets box and a pipe gets tsv.",
      ]),
    HelpPage(
      "commands", also: ["dot", "prompt"], "what changes how an answer is shown",
      [
        ".format NAME  how answers are shown    .last   the last answer again",
        ".tables       what is loaded           .quit   leave, as Ctrl-D",
        ".tree QUERY   how a sentence is read   .help   all of them",
        ".1 .2 .3      put it on the line       .audit  what could be worked out",
        "They exist at the prompt only, and change no answer.",
      ]),
    HelpPage(
      "scripts", also: ["script", "comments", "comment", "batch"], "files of statements",
      [
        "tally weekly.tally runs one. A statement ends with its line,",
        "unless the next line is set in; a semicolon ends it too.",
        "Everything behind -- is a comment.",
        "All of a script is read before any of it runs; it stops at the first failure.",
        "Exit status: 1 wrong query, 3 refused, 4 file, 5 assertion, 64 wrong use.",
      ],
      ["saves by week -- all of them", "assert (saves) > 100", "param period = last 4 weeks"]),
    HelpPage(
      "codes", also: ["code"], "the letter and number of a message",
      [
        "L writing, S sentence, Q shape of a query, C what is loaded, M meaning,",
        "D definitions, N numbers, F files, A expectations, P people.",
        "Every code has a page, and keeps its meaning.",
      ],
      ["help S001", "help P101"]),
  ]
}
