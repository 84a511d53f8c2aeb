// F: files.
extension HelpPages {
  static let fileCodes: [HelpPage] = [
    HelpPage(
      "F001", "no such file",
      ["Check the name. In a script, it counts from the folder of the script."],
      ["load \"exports/videos.csv\""]),
    HelpPage(
      "F002", "a folder",
      ["Here a file is wanted. `load` takes a folder, for the data files in it."], ["load \"exports\""]),
    HelpPage(
      "F003", "a file that cannot be read",
      ["The system does not let Tally read it. The message says why."]),
    HelpPage(
      "F004", "no file matches",
      ["No name fits the pattern. Check the folder and the ending."], ["load \"exports/*.csv\""]),
    HelpPage(
      "F005", "outside the named folders",
      [
        "--safe reads only in the folders of the files named on the command line.",
        "Name the file there, or leave --safe out.",
      ]),
    HelpPage(
      "F006", "a file that cannot be written",
      ["The message says why. Nothing of it was written."]),
    HelpPage(
      "F007", "an ending that names no format",
      ["Answers are written as .csv, .tsv, .json, .ndjson, .md or .html."],
      wrong: ["saves by week into \"weekly.xlsx\""], ["saves by week into \"weekly.csv\""]),
    HelpPage(
      "F008", "a file that is in use",
      ["An answer is never written over data that is loaded, or a running script."],
      wrong: ["saves by video into \"videos.csv\""], ["saves by video into \"saves.csv\""]),
    HelpPage(
      "F009", "a file, and --safe",
      ["--safe writes nothing. Leave `into` out, or start without --safe."]),
    HelpPage("F101", "an empty file", ["Export it again, or load another one."]),
    HelpPage(
      "F102", "not UTF-8 text",
      [
        "It looks as if a spreadsheet saved it again.",
        "Load the export as the platform wrote it, or save as CSV UTF-8.",
      ]),
    HelpPage("F103", "not text", ["The file is no table. Load a CSV export."]),
    HelpPage(
      "F104", "an archive or workbook of another kind",
      [
        "Read are ZIP, gzip and zstd, and workbooks as XLSX.",
        "Save an old workbook (.xls), or one with a password, as XLSX or CSV.",
      ]),
    HelpPage("F106", "a header and no rows", ["Export a longer period, or load another file."]),
    HelpPage(
      "F107", "a row of another length than the header",
      [
        "A cell with a separator in it must stand in quotes.",
        "A row that is too short needs separators at its end.",
      ]),
    HelpPage(
      "F108", "a quote that is never closed",
      ["Close it, or write a quote inside a quoted cell twice."]),
    HelpPage("F109", "text behind a closing quote", ["Write a quote inside a quoted cell twice."]),
    HelpPage(
      "F110", "a row that is too long",
      ["A row of more than 16 MiB is in no table of posts or days."]),
    HelpPage(
      "F111", "a file that is too large", ["Split files of more than 4 GiB and load the parts together."]),
    HelpPage(
      "F112", "a cell that is not a number",
      ["Correct the cell, or leave it empty where the value is not known."]),
    HelpPage(
      "F113", "a number that is too large",
      ["It does not fit 64 bits. Correct the cell, or leave it empty."]),
    HelpPage(
      "F114", "thousands or decimals",
      [
        "The column does not tell what its point or comma marks.",
        "Write its numbers without separators of thousands.",
      ]),
    HelpPage(
      "F115", "a cell that is not a date",
      ["Write dates as 2026-03-14, or 2026-03-14T10:00:00Z."]),
    HelpPage(
      "F116", "month or day first",
      [
        "03/04/2025 can be read in two ways, and nothing in the file tells.",
        "Say which: --dates mdy or --dates dmy.",
      ]),
    HelpPage(
      "F117", "dates without a year",
      [
        "TikTok Studio writes dates as `November 3`.",
        "The name of its zip archive and the ids in Content.csv tell the year:",
        "load the archive, or all files of one export together.",
        "Else say the year of the last date in the file: --year 2026.",
      ], ["load \"export/*.csv\""]),
    HelpPage(
      "F118", "what a row is cannot be told",
      ["A row of videos has a video, of daily a video and a date, of channel a date.", "Say it with `as`."],
      ["load \"export.csv\" as videos"]),
    HelpPage(
      "F119", "a column that the table needs",
      [
        "Every table has columns that say what a row is about.", "Add it, or load the file as another table.",
      ],
      ["load \"export.csv\" as channel"]),
    HelpPage(
      "F120", "a file that is not read yet",
      ["Tally knows what it is and cannot use it yet. Nothing of it was kept."]),
    HelpPage(
      "F121", "an audience that is not read yet",
      [
        "Read are one or two of country, region, city, language, gender, age, device,",
        "with a column of followers, subscribers or shares. Nothing of it was kept.",
      ],
      ["help audience"]),
    HelpPage("F122", "two columns with the same header", ["Rename or remove one of them."]),
    HelpPage(
      "F123", "a time zone that this system does not know",
      ["Install the system's time zone data (package tzdata)."]),
    HelpPage(
      "F124", "a row about nothing",
      ["The cell that says which video or day it is about is empty.", "Fill it in, or remove the row."]),
    HelpPage(
      "F125", "rounded ids",
      [
        "A spreadsheet saved long ids as numbers and lost their last digits.",
        "Load the export as the platform wrote it.",
      ]),
    HelpPage(
      "F126", "no column that Tally knows",
      ["Beside its keys, the file has unknown columns only. Declare one first."],
      ["column mood in videos is attribute"]),
    HelpPage(
      "F127", "text in one file, numbers in another",
      ["One column cannot hold both. Rename it in one of the files."]),
    HelpPage(
      "F128", "one file split, the other not",
      ["Together their days would count twice. Load only one of them."]),
    HelpPage(
      "F134", "days of two platforms",
      [
        "Days of a channel say nothing of their platform, and cannot be told apart.",
        "Load them in sessions of their own. Posts may be loaded together.",
      ]),
    HelpPage(
      "F135", "posts with and without ids",
      [
        "A post without an id cannot be known again in another export,",
        "so it would count twice. Load only one of them.",
      ]),
    HelpPage(
      "F136", "rows that may be people",
      [
        "A column called id, or one of hashes, may be about videos or about people.",
        "A title, a topic or another column about the posts tells which.",
      ]),
    HelpPage(
      "F137", "groups of an audience in the place of videos",
      [
        "Countries, ages and the like are groups of people, and small ones are protected.",
        "Call the column what it is: country, region, city, age, gender, device.",
      ], ["help audience"]),
    HelpPage(
      "F138", "dates in two forms",
      [
        "Some dates of the column have points, others slashes: a spreadsheet",
        "changed them, and may have taken days for months. Load the export as it came.",
      ]),
    HelpPage(
      "F140", "a damaged archive",
      ["It was cut short or changed on its way, so that its checksums do not fit.", "Download it again."]),
    HelpPage(
      "F141", "an archive with a password", ["Unpack it yourself and load the files in it."],
      ["load \"exports/Overview.csv\""]),
    HelpPage(
      "F142", "an archive that swells",
      [
        "Unpacked, a file may have 2 GiB, 1,000 members, and from 64 MiB on a thousand",
        "times its size. No export comes near that; it would fill the memory.",
      ]),
    HelpPage(
      "F143", "an archive or workbook without tables",
      [
        "Read are members that end in .csv, .tsv, .txt, .json or .ndjson, and sheets",
        "with something in them.",
      ]),
    HelpPage(
      "F144", "a workbook that cannot be read",
      ["Open it in a spreadsheet, save the sheet as CSV UTF-8 and load that."]),
    HelpPage(
      "F145", "a file that changed while it was read",
      ["Wait until whatever writes it is done, then load it again."]),
    HelpPage(
      "F146", "a file of more than 4 GiB", ["Split it and load the parts together."],
      ["load \"exports/part-*.csv\""]),
    HelpPage(
      "F147", "a pipe or a device",
      [
        "A pipe is read while another program writes into it; after two seconds",
        "without one, Tally stops waiting. A device is no file.",
      ]),
    HelpPage(
      "F148", "a folder without data files",
      [
        "Loaded are the files in it that end in .csv, .tsv, .json, .ndjson, .xlsx,",
        ".zip, .gz or .zst, but not hidden ones, and none of folders in it.",
      ],
      ["load \"exports\""]),
    HelpPage(
      "F149", "an archive inside an archive",
      ["Unpack the outer one, and load what is in it."]),
    HelpPage(
      "F170", "a policy that came too late",
      [
        "It lies beside a file that was named after others were loaded, and it is",
        "stricter. What was loaded under less cannot be protected again.",
        "Start again with --policy and its name, so that all is read under it.",
      ], ["show policy", "help policy"]),
  ]
}
