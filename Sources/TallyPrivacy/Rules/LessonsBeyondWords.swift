/// What is taught where no words of a statement are to blame: shapes of queries, files, results and policy.
extension Lesson {
  static let contentCrossedWithAudience = Lesson(
    .contentCrossedWithAudience, "Posts crossed with the audience",
    reason: "What an audience is made of is known for the channel as a whole, not for one post.",
    instead: "Set the two side by side: `views by topic beside followers by country`.")

  static let finerThanTimeFloor = Lesson(
    .finerThanTimeFloor, "Finer than a day",
    reason: "A minute in which one save happened is one person's minute.",
    instead: "A day is the finest step: `saves by day`.")

  static let extremeOverAudience = Lesson(
    .extremeOverAudience, "Extremes of an audience",
    reason: "The smallest and the largest part of an audience can be a few people.",
    instead: "Ask for the whole breakdown: `followers by country`.")

  static let personColumn = Lesson(
    .personColumn, "A column about persons",
    reason:
      "A column that holds names, addresses or ids of people is set aside while a file is read, and no value of it is kept.",
    instead: "Everything else in the file can be asked about; `show columns` lists it.")

  static let unknownColumn = Lesson(
    .unknownColumn, "A column of unknown meaning",
    reason: "Tally loads only columns whose meaning it knows, because an unknown one may describe people.",
    instead: "If it describes your posts, say so: `column mood in videos is attribute`.")

  static let peopleFile = Lesson(
    .peopleFile, "A file of people",
    reason:
      "The rows of this file are persons, so there is nothing in it that can be counted without reading about them.",
    instead: "Load an analytics export, which counts posts and days; the file was not kept.")

  static let textByOthers = Lesson(
    .textByOthers, "Text by other people",
    reason: "Comments, replies and messages are other people's words, and Tally does not store them.",
    instead: "Ask how many there were: `comments by week`.")

  static let peopleInHeaders = Lesson(
    .peopleInHeaders, "People as column headers",
    reason: "The headers of this file look like names of people, one column each.",
    instead: "Load the export that has one row for each post or day.")

  static let lookAlikeHeaders = Lesson(
    .lookAlikeHeaders, "Headers that look alike",
    reason: "Two headers differ only in letters that look the same, so a column could pass for another one.",
    instead: "Give one of them another name in the file.")

  static let bucketsFolded = Lesson(
    .bucketsFolded, "Small groups are put together",
    reason: "Groups of an audience that are too small to hide anyone in are counted together as (folded).",
    instead: "A longer period or a coarser breakdown has larger groups.")

  static let foldedToProtect = Lesson(
    .foldedToProtect, "A group folded for another's sake",
    reason: "Had this group been shown, a smaller one could have been worked out from the total.",
    instead: "A longer period or a coarser breakdown has larger groups.")

  static let tableWithheld = Lesson(
    .tableWithheld, "A table that is not shown",
    reason: "Nothing in this table is large enough, or protected well enough, to be shown.",
    instead: "Ask about posts and days: `followers by week`, `views by day`.")

  static let policyBelowFloor = Lesson(
    .policyBelowFloor, "A limit that cannot be lowered",
    reason:
      "A group of fewer than 10 people, or 50 views, is never shown: with fewer, its size alone would tell who is in it.",
    instead: "Leave the limit as it is, or raise it: `smallest group: 50 people`.")

  static let policyUnreadable = Lesson(
    .policyUnreadable, "A policy that cannot be read",
    reason: "Whoever wrote it wanted more protection, so what cannot be read counts as the strict setting.",
    instead: "The message names line and column; `help policy` shows how a policy is written.")

  static let setAsideByPolicy = Lesson(
    .setAsideByPolicy, "A column that a policy keeps out",
    reason: "A policy names this column, and no flag, script or setting loads what a policy keeps out.",
    instead: "`show policy` tells which file says so; everything else can be asked about.")
}
