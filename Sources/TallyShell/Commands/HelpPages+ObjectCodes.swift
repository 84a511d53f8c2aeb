// F150...F158: files of JSON.
extension HelpPages {
  static let objectCodes: [HelpPage] = [
    HelpPage(
      "F150", "not valid JSON",
      [
        "The message says where. Load the export as the platform wrote it.",
        "NaN and comments are no JSON; a number that is not known is null.",
      ]),
    HelpPage(
      "F151", "a file that is not whole",
      ["It ends in the middle of a value. Download or export it again."]),
    HelpPage(
      "F152", "a key that stands twice",
      [
        "One object has two values under one key. Remove one of them."
      ]),
    HelpPage(
      "F153", "nested too deep",
      ["No export of posts or days has so many objects and lists in each other."]),
    HelpPage(
      "F154", "no list of records",
      [
        "Read are a list of objects, one for each video or day; one object a line;",
        "or one object that holds such a list, as APIs answer.",
      ]),
    HelpPage(
      "F155", "several lists of records",
      [
        "The file holds more than one list of objects.",
        "Put the list of videos or days in a file of its own.",
      ]),
    HelpPage(
      "F156", "a record that is no object",
      ["Among the objects stands a value without keys. Remove it, or export again."]),
    HelpPage(
      "F157", "records that are too large",
      ["No export of posts or days has records of more than 1,000 fields or 16 MiB."]),
    HelpPage(
      "F158", "a row of another length than the column headers",
      ["A report of YouTube Analytics has one value a header in each row.", "Ask the API again."]),
  ]
}
