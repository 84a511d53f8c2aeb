// L: how things are written. S: sentences.
extension HelpPages {
  static let languageCodes: [HelpPage] = [
    HelpPage(
      "L001", "a text that does not end",
      ["A quote opens a text, and no quote closes it on the same line."],
      wrong: ["saves where topic = \"bread"], ["saves where topic = \"bread\""]),
    HelpPage(
      "L002", "brackets or braces that do not end, or hold no name",
      ["A bracket opens a column name; it closes on the same line, and is not empty."],
      wrong: ["saves by [watch time"], ["saves by [watch time]"]),
    HelpPage(
      "L003", "a hashtag outside quotes",
      ["A hashtag is a text, so it stands in quotes, without #."],
      wrong: ["saves where hashtags = #bread"], ["saves where hashtags = \"bread\""]),
    HelpPage(
      "L004", "a comma inside a number",
      ["Commas stand between items, so thousands are written without one."],
      wrong: ["saves where views > 1,000"], ["saves where views > 1000", "saves where views > 1k"]),
    HelpPage(
      "L005", "a date that the calendar does not have",
      ["The month, day, quarter or week does not exist."],
      wrong: ["saves during 2026-02-30"], ["saves during 2026-02-28"]),
    HelpPage(
      "L006", "neither a number nor a name",
      ["Numbers are 1000, 1.5, 2k or 3m. A number and its unit stand apart."],
      wrong: ["saves during last 4weeks"], ["saves during last 4 weeks"]),
    HelpPage(
      "L007", "an operator of another language",
      ["Tally compares with = != < <= > >= and joins with `and` and `or`."],
      wrong: ["saves where views == 1000"], ["saves where views = 1000"]),
    HelpPage(
      "L008", "a character without a meaning",
      ["It has no place outside quotes. A question needs no question mark."],
      wrong: ["saves by week !"], ["saves by week"]),
    HelpPage(
      "L009", "a sentence that is too long",
      [
        "A sentence of more than 1 MiB is not read.",
        "A line that is set in belongs to the sentence above it.",
      ]),
    HelpPage(
      "L010", "letters beyond a to z in a bare name",
      ["A column name with other letters stands in brackets, a text in quotes."],
      wrong: ["saves by größe"], ["saves by [größe]"]),
    HelpPage(
      "L011", "backticks",
      ["A column name with blanks or signs stands in brackets."],
      wrong: ["saves by `watch time`"], ["saves by [watch time]"]),
    HelpPage(
      "L012", "an account in a question",
      [
        "An account is no part of a question, since no column holds one.",
        "A text that holds one, such as the name of a sound, stands in quotes.",
      ]),
    HelpPage(
      "S001", "a word that does not fit here",
      [
        "The message says behind which word, and what fits there.",
        "A sentence names metrics first, then clauses such as `by` and `where`.",
      ],
      wrong: ["saves by where views > 1000"], ["saves by week where views > 1000"]),
    HelpPage(
      "S002", "a sentence that ends too early",
      ["Something has to follow the last word. Press Tab to see what."],
      wrong: ["saves by"], ["saves by week"]),
    HelpPage(
      "S004", "`per` without a number",
      ["A ratio says how many it is counted for; a typical value, which kind."],
      wrong: ["saves per video by format"],
      ["saves per 1000 views by format"]),
    HelpPage(
      "S005", "a formula under a typical value",
      ["What the typical value is taken of stands in parentheses."],
      wrong: ["average saves per 1000 views per video"], ["average (saves per 1000 views) per video"]),
    HelpPage(
      "S006", "a text without quotes",
      ["Texts and file names stand in double quotes."],
      wrong: ["load videos.csv"], ["load \"videos.csv\""]),
    HelpPage(
      "S020", "`and` and `or` mixed",
      ["It could be read in two ways; parentheses say which."],
      wrong: ["saves where views > 1k and likes > 9 or shares > 9"],
      [
        "saves where views > 1k and (likes > 9 or shares > 9)",
        "saves where (views > 1k and likes > 9) or shares > 9",
      ]),
    HelpPage(
      "S030", "said in the words of another language",
      ["Tally has one word for each thing; the message offers the sentence in them."],
      wrong: ["select saves from videos", "saves order by views"], ["saves", "saves by video sort by views"]),
    HelpPage(
      "S040", "nested too deep",
      [
        "The sentence has too many parentheses in parentheses.",
        "Give a part of it a name with `define metric`.",
      ],
      ["define metric engagement = saves + likes + shares"]),
    HelpPage(
      "S041", "too many parts",
      [
        "The sentence has more parts to compute than Tally takes.",
        "Give a part of it a name with `define metric`.",
      ],
      ["define metric engagement = saves + likes + shares"]),
  ]
}
