// Statements that scripts are made of: names, parameters, checks, files.
extension HelpPages {
  static let scriptStatements: [HelpPage] = [
    HelpPage(
      "group", also: ["groups"], "defines a named set of videos",
      [
        "Its name stands alone in `where`, also behind `not`, `and` and `or`.",
        "It is looked up when a query runs: new videos join by themselves.",
        "`show groups` lists groups and labels.",
      ],
      ["define group recent = posted during last 12 weeks", "saves by format where recent"]),
    HelpPage(
      "label", also: ["labels"], "defines an attribute by conditions",
      [
        "Each video gets the first text whose condition holds, else that of `else`.",
        "Its name stands behind `by` and in `where`, as any attribute does.",
        "So an experiment can be marked after the fact, and no file is edited.",
      ],
      [
        "define label size = \"short\" where length < 30s, else \"long\"", "saves, videos by size",
      ]),
    HelpPage(
      "else", "the label of all other videos",
      ["It stands last. Without it, they have no label: a missing value."],
      ["define label size = \"short\" where length < 30s, else \"long\""]),
    HelpPage(
      "report", also: ["reports"], "defines a question with a name",
      [
        "`run` asks it, as often as you like; names in braces are filled in then.",
        "`show reports` lists them, and the parameters that each one takes.",
      ],
      [
        "define report weekly = saves, save_rate by week during {period}",
        "run weekly with period = last 4 weeks",
      ]),
    HelpPage(
      "run", "runs a report, or a script from a file",
      [
        "A script runs as if its lines stood here; its paths count from its folder.",
        "Behind `with` stand values for parameters, in force for this run only.",
        "A name that the report or script does not take is an error (D009).",
      ],
      ["define report weekly = saves by week", "run weekly", "run \"weekly.tally\""]),
    HelpPage(
      "param", also: ["parameters", "parameter"], "gives a parameter a value, unless one was given",
      [
        "It stands in braces where a value or a range may: {period}.",
        "A value is a number, 5%, 30s, a text in quotes, true, false or a range.",
        "--param period='last 4 weeks' and `run ... with` win over it.",
        "It is never the name of a column, and never text that is pasted in.",
      ],
      ["param period = last 4 weeks", "saves by week during {period}"]),
    HelpPage(
      "assert", also: ["assertion", "assertions"], "fails the script unless an answer is as said",
      [
        "It compares one number, or says that there is nothing to be found.",
        "When it does not hold, the script ends with exit status 5 (A003).",
        "No value at all is a failure too (A004). When it holds, it is silent.",
      ],
      [
        "assert (saves during last 4 weeks) > 100", "assert (save_rate) > 2%",
        "assert no rows (saves by video where views is missing)",
      ]),
    HelpPage(
      "no", also: ["rows"], "`no rows`: the answer of a check must be empty", ["It stands behind `assert`."],
      ["assert no rows (saves by video where views is missing)"]),
    HelpPage(
      "into", "writes the answer to a file",
      [
        "The ending says how: .csv .tsv .json .ndjson .md or .html.",
        "The file is written whole or not at all, and replaces an older one.",
        "A file that is loaded is never written over. --safe writes nothing.",
        "The path counts from the folder of the script.",
      ],
      ["saves by week into \"weekly.csv\"", "saves by format beside views by topic into \"both.md\""]),
    HelpPage(
      "beside", "sets two or more answers side by side",
      [
        "Each is counted on its own, and nothing is joined.",
        "A terminal shows them next to each other where they fit.",
        "csv parts them by an empty line; json has an entry for each.",
      ],
      ["saves by topic top 3 beside followers by week during last 3 weeks"]),
    HelpPage(
      "decimals", "how exactly rates and decimals are shown",
      [
        "A number from 0 to 6. At first, rates have 2, others three digits.",
        "csv, tsv, json and ndjson always have all of them.",
      ],
      ["set decimals = 1"]),
    HelpPage(
      "min_videos", also: ["seed"], "settings for rates and comparisons",
      [
        "min_videos  a rate of fewer videos gets a note; 5 at first",
        "seed        where chance starts, so that it comes out the same again;",
        "            for the analyses of a later version",
      ],
      ["set min_videos = 8", "set seed = 7"]),
  ]
}
