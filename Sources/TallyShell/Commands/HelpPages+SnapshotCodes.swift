// F180...F189: snapshots.
extension HelpPages {
  static let snapshotCodes: [HelpPage] = [
    HelpPage(
      "F180", "a snapshot of another version",
      [
        "It was saved by another version of Tally, with another layout.",
        "Load the exports again, and save them anew (help saving).",
      ], ["help saving"]),
    HelpPage(
      "F181", "a damaged snapshot",
      [
        "Its checksums do not fit, or it was cut short or changed while it was open.",
        "No number of it is shown. Load the exports again, and save them anew.",
      ], ["help saving"]),
    HelpPage(
      "F182", "a snapshot of another kind of computer",
      [
        "Values are used as they lie in the file, and that computer orders bytes",
        "the other way. Load the exports here, and save them anew.",
      ], ["help saving"]),
    HelpPage(
      "F183", "a snapshot with something that is never kept",
      [
        "What a snapshot holds is judged like an export. This one has a column, a",
        "text or a group that Tally would have set aside, masked or folded.",
      ], ["help saving"]),
    HelpPage(
      "F184", "a column of a snapshot",
      [
        "A snapshot holds the columns that were loaded, read as they were then.",
        "Load the exports, write the `column` line, and save them anew.",
      ], ["help column"]),
    HelpPage(
      "F185", "a snapshot, and a stricter policy",
      [
        "What a snapshot holds was protected when it was saved. A policy asks for",
        "more now, which only the exports themselves can give: load them again.",
      ], ["show policy", "help policy"]),
    HelpPage(
      "F186", "an audience beside a snapshot with one",
      [
        "Groups that were folded could be worked out where another file about the",
        "audience is set beside them later. Load all exports, and save them in one.",
      ], ["help audience"]),
    HelpPage(
      "F187", "an audit of a snapshot",
      [
        "An audit compares what is shown with what is hidden, and a snapshot does",
        "not hold what is hidden. Audit the exports that it was made from.",
      ]),
    HelpPage(
      "F188", "a snapshot in an archive or a pipe",
      [
        "Its columns are used where they lie on the disk, so it must lie there by",
        "itself. Unpack it first.",
      ]),
    HelpPage(
      "F189", "tables that are not saved",
      [
        "The message says why: nothing is loaded, the name is one of scripts, or",
        "the file would be refused when it is opened. Nothing was written.",
      ], ["help saving"]),
  ]
}
