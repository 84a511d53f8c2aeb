// C030...C039, F129...F133, F160...F166: what audience files and questions about them can run into.
extension HelpPages {
  static let audienceCodes: [HelpPage] = [
    HelpPage(
      "C030", "no file splits the audience so",
      [
        "None of your files has that dimension of the audience.",
        "`show columns` lists those that are loaded.",
      ],
      wrong: ["followers by city"], ["followers by country", "show columns"]),
    HelpPage(
      "C031", "dimensions of two files",
      [
        "One file says where followers are, another how old they are.",
        "How the two go together is in neither. Ask for them side by side.",
      ],
      wrong: ["followers by country, age"],
      ["followers by country beside followers by age", "followers by age, gender"]),
    HelpPage(
      "C032", "`where` and an audience",
      ["`where` picks videos. `top` and `having` pick groups of an audience."],
      wrong: ["followers by country where country = \"DE\""],
      ["followers by country top 5", "followers by country having followers > 500"]),
    HelpPage(
      "C033", "an audience over time",
      [
        "Of a dated audience the last snapshot of each month is kept. Those before",
        "the newest are rounded down to multiples of the smallest group, as exact ones",
        "would show single people come and go; not every month can be shown so.",
        "Its views are kept for their whole period: a day has too small groups.",
      ],
      wrong: ["followers by language, weekday", "views by country, month"],
      ["followers by language, month", "followers by language during 2026-09"]),
    HelpPage(
      "C034", "what only videos and days have",
      ["A breakdown of an audience has groups of people, no videos and no days."],
      wrong: ["followers by country missing as zero"], ["followers by country with total, share"]),
    HelpPage(
      "C035", "a number that the breakdown does not have",
      [
        "An item by country is counted from the file that has countries.",
        "Shares stand for followers where followers were loaded before or with them.",
      ],
      wrong: ["profile_views by country"],
      ["followers by country", "views by topic beside followers by country"]),
    HelpPage(
      "C036", "an audience later than `as_of`",
      ["The audience is that of one day, and `as_of` hides days after its own."],
      ["show settings"]),
    HelpPage(
      "C037", "people and views in one answer",
      [
        "Of people, small groups are told by how many they are; of views, by the views.",
        "So the groups are not the same ones. Ask for both, side by side.",
      ],
      wrong: ["followers, views by country"], ["followers by country beside views by country"]),
    HelpPage(
      "C038", "people of several months",
      ["Whoever followed in May and in June would count twice in their sum."],
      wrong: ["followers by language, month with total"],
      ["followers by language, month", "followers by language during 2026-09 with total"]),
    HelpPage(
      "C039", "active followers added up",
      [
        "Who is active at seven and at eight counts in both hours, so hours have no",
        "sum, no total and no shares.",
      ],
      wrong: ["active_followers", "active_followers by active_hour with total"],
      ["active_followers by active_hour"]),
    HelpPage(
      "F129", "a column that counts no people",
      ["People are whole numbers from 0 on, shares are numbers from 0 on."]),
    HelpPage(
      "F130", "shares beyond the whole",
      ["The groups of one day make 100% together, or less where some are not listed."]),
    HelpPage(
      "F131", "an audience that overlaps an open one",
      [
        "Two files with a common dimension, or of countries and their cities, could",
        "be set against each other until a group is left that is too small to show.",
        "Named together, the finer one is opened. Load this one in its own session.",
      ],
      ["show loads"]),
    HelpPage(
      "F132", "another snapshot of an open audience",
      [
        "What is open stays as it is, so that nobody is seen to come or go.",
        "Named together, the newest is opened. Load this one in its own session.",
      ],
      ["show loads"]),
    HelpPage(
      "F133", "two snapshots without days",
      ["Nothing tells which is newer. Load one, or give both a column date."]),
    HelpPage(
      "F160", "a column that counts no views",
      ["Views and impressions are whole numbers from 0 on."]),
    HelpPage(
      "F161", "watch time of an audience without views",
      [
        "How small a group is, its views tell. Without them no watch time is shown.",
        "Export the file again with the column views.",
      ]),
    HelpPage(
      "F162", "percents of views",
      [
        "A percent of few views can be one person, and the file does not say of how",
        "many views it is. A file that counts views can be loaded.",
      ],
      ["views by country"]),
    HelpPage(
      "F163", "views of another period",
      [
        "Views by country of a year, less those of a month, are those of few people.",
        "So one period is open at a time. Load the other one in its own session.",
      ],
      ["show loads"]),
    HelpPage(
      "F164", "views that overlap open ones",
      [
        "Two files with a common dimension, or of countries and their cities, could",
        "be set against each other until a group is left that is too small to show.",
        "Load this one in its own session.",
      ],
      ["show loads"]),
    HelpPage("F165", "hours that no day has", ["The hours of a day are whole numbers from 0 to 23."]),
    HelpPage(
      "F166", "active followers of another export",
      ["Set against those that are open, they could tell single days apart."], ["show loads"]),
  ]
}
