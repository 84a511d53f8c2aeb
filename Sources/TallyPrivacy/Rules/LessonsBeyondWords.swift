/// What is taught where no words of a statement are to blame: shapes of queries, files, results and policy.
extension Lesson {
  static let contentCrossedWithAudience = Lesson(
    .contentCrossedWithAudience, "Posts crossed with the audience",
    reason: "What an audience is made of is known for the channel as a whole, not for one post.",
    story:
      "The follower files of TikTok Studio and the Audience.csv of Meta are about the channel. "
      + "YouTube's reports do split the views of one video by country; Tally opens them as views by "
      + "country of all videos.",
    instead: "Set the two side by side: `views by topic beside followers by country`.",
    met: ["followers by country, topic", "views by topic, country"],
    unmet: ["views by topic beside followers by country", "followers by country"])

  static let personColumn = Lesson(
    .personColumn, "A column about persons",
    reason:
      "A column that holds names, addresses or ids of people is set aside while a file is read, and no value of it is kept.",
    story:
      "Exports of Instagram posts have `Account username`, research files of TikTok `username`. A "
      + "creator's own name tells nothing, anybody else's is nobody's business.",
    instead: "Everything else in the file can be asked about; `show columns` lists it.",
    met: ["username", "E-mail", "IP address", "follower_id"],
    unmet: ["handle_type", "user_generated", "email_campaign"])

  static let unknownColumn = Lesson(
    .unknownColumn, "A column of unknown meaning",
    reason: "Tally loads only columns whose meaning it knows, because an unknown one may describe people.",
    story:
      "Platforms add and rename columns: Meta alone has some that come and go by month. One that "
      + "nobody has looked at may hold anything.",
    instead: "If it describes your posts, say so: `column mood in videos is attribute`.")

  static let peopleFile = Lesson(
    .peopleFile, "A file of people",
    reason:
      "The rows of this file are persons, so there is nothing in it that can be counted without reading about them.",
    story:
      "The files that are tempting to load next are such lists: `user_data_tiktok.json` of a "
      + "TikTok download has followers, messages and logins, `followers_1.json` of Instagram a name "
      + "a line.",
    instead: "Load an analytics export, which counts posts and days; the file was not kept.",
    met: ["Follower,Followed at", "Comment ID,Author,Text"],
    unmet: ["Date,Followers", "Video title,Total views"])

  static let textByOthers = Lesson(
    .textByOthers, "Text by other people",
    reason: "Comments, replies and messages are other people's words, and Tally does not store them.",
    story:
      "Downloads of TikTok and Instagram hold comments and messages. TikTok's research interface "
      + "leaves out who wrote a comment.",
    instead: "Ask how many there were: `comments by week`.",
    met: ["comment_text", "message"],
    unmet: ["comments", "comment_count"])

  static let peopleInHeaders = Lesson(
    .peopleInHeaders, "People as column headers",
    reason: "The headers of this file look like names of people, one column each.",
    story:
      "A spreadsheet that was turned on its side has one person a column, and a header is as "
      + "telling as a cell.",
    instead: "Load the export that has one row for each post or day.")

  static let lookAlikeHeaders = Lesson(
    .lookAlikeHeaders, "Headers that look alike",
    reason: "Two headers differ only in letters that look the same, so a column could pass for another one.",
    story:
      "Exports come in many scripts, and that is fine: a whole header in Greek or Thai is only an "
      + "unknown one. One that mixes them inside a word was not written by a platform.",
    instead: "Give one of them another name in the file.",
    met: ["vіеws"],
    unmet: ["Aufrufe", "просмотры"])

  static let bucketsFolded = Lesson(
    .bucketsFolded, "Small groups are put together",
    reason: "Groups of an audience that are too small to hide anyone in are counted together as (folded).",
    story:
      "YouTube leaves small countries out and still prints the total. Its own help shows 1,000 "
      + "views, 500 of the US and 498 of Canada: the hidden country has the 2 that are left.",
    instead: "A longer period or a coarser breakdown has larger groups.")

  static let foldedToProtect = Lesson(
    .foldedToProtect, "A group folded for another's sake",
    reason: "Had this group been shown, a smaller one could have been worked out from the total.",
    story:
      "YouTube's 1,000 less 500 less 498 is 2. So it is not enough to leave the small group out: "
      + "the next ones join it until it is open again over ten numbers.",
    instead: "A longer period or a coarser breakdown has larger groups.")

  static let tableWithheld = Lesson(
    .tableWithheld, "A table that is not shown",
    reason: "Nothing in this table is large enough, or protected well enough, to be shown.",
    story:
      "Instagram and TikTok show no breakdown of an audience below 100 people, YouTube says `not "
      + "enough demographic data`.",
    instead: "Ask about posts and days: `followers by week`, `views by day`.")

  static let policyBelowFloor = Lesson(
    .policyBelowFloor, "A limit that cannot be lowered",
    reason:
      "A group of fewer than 10 people, or 50 views, is never shown: with fewer, its size alone would tell who is in it.",
    story:
      "Apple shows no number of fewer than 5, Google's Ads Data Hub none of fewer than 50 users, "
      + "or 10 for clicks; Instagram and TikTok break no audience below 100 down.",
    instead: "Leave the limit as it is, or raise it: `smallest group: 50 people`.",
    met: ["smallest group: 3 people"],
    unmet: ["smallest group: 20 people"])

  static let policyUnreadable = Lesson(
    .policyUnreadable, "A policy that cannot be read",
    reason: "Whoever wrote it wanted more protection, so what cannot be read counts as the strict setting.",
    story:
      "Saiku, a reporting tool, falls back to 5 where its own setting is no number, which may be "
      + "less than somebody wanted.",
    instead: "The message names line and column; `help policy` shows how a policy is written.",
    met: ["smallest group: few", "smalest group: 20 people"],
    unmet: ["smallest group: 20 people -- ours"])

  static let setAsideByPolicy = Lesson(
    .setAsideByPolicy, "A column that a policy keeps out",
    reason: "A policy names this column, and no flag, script or setting loads what a policy keeps out.",
    story:
      "Platforms decide for everybody what an export holds; a team may want less of it than that.",
    instead: "`show policy` tells which file says so; everything else can be asked about.",
    met: ["set aside: city"],
    unmet: ["-- set aside: city"])
}
