import TallyLanguage

/// The words of everything that can be wrong with a file of JSON; F150...F158. No message holds a value, nor a key that
/// may be a name.
extension Diagnostic {
  private static func json(
    _ code: String, _ message: String, _ file: String, line: Int? = nil, column: Int? = nil,
    help: String
  ) -> Diagnostic {
    Diagnostic(code, message, at: .file(name: file, line: line, column: column), help: help)
  }

  static func jsonDamaged(_ file: String, _ what: String, line: Int, column: Int) -> Diagnostic {
    json(
      "F150", "The file is not valid JSON: \(what).", file, line: line, column: column,
      help: "Load the export as the platform wrote it.")
  }

  static func jsonEndsEarly(_ file: String, line: Int, column: Int) -> Diagnostic {
    json(
      "F151", "The file ends in the middle of a value; it is not whole.", file, line: line, column: column,
      help: "Download or export it again.")
  }

  static func keyTwice(_ file: String, line: Int, column: Int) -> Diagnostic {
    json(
      "F152", "This key stands twice in one object, and nothing says which of them holds.", file, line: line,
      column: column, help: "Remove one of them.")
  }

  static func nestedTooDeep(_ file: String, levels: Int, line: Int, column: Int) -> Diagnostic {
    json(
      "F153", "More than \(levels) objects and lists stand in each other here.", file, line: line,
      column: column, help: "This is not an export of posts or days; load another file.")
  }

  static func noRecords(_ file: String) -> Diagnostic {
    json(
      "F154", "The file has no list of objects, one for each video or day.", file,
      help: "Such a list looks like this: [{\"video\": \"a1\", \"views\": 1000, \"saves\": 50}].")
  }

  static func noRecordsInList(_ file: String) -> Diagnostic {
    json(
      "F154", "The file holds an empty list.", file,
      help: "Export a longer period, or load another file.")
  }

  static func severalLists(_ file: String, paths: [String], further: Int) -> Diagnostic {
    let others = further == 0 ? [] : ["\(further) more"]
    let all = (paths + others).joined(separator: ", ")
    return json(
      "F155", "The file holds several lists of objects: \(all).", file,
      help: "Put the list of videos or days in a file of its own.")
  }

  static func notAnObject(_ file: String, record: Int, line: Int?) -> Diagnostic {
    json(
      "F156", "Record \(record) is no object, and others are.", file, line: line,
      help: "Each record must look like {\"video\": \"a1\", \"views\": 1000}.")
  }

  static func tooManyFields(_ file: String, most: Int) -> Diagnostic {
    json(
      "F157", "The records have more than \(most) fields between them.", file,
      help: "This is not an export of posts or days; load another file.")
  }

  static func recordTooLarge(_ file: String, record: Int, line: Int?) -> Diagnostic {
    json(
      "F157", "Record \(record) is longer than 16 MiB.", file, line: line,
      help: "This is not an export of posts or days; load another file.")
  }

  static func unevenReport(_ file: String, row: Int, expected: Int) -> Diagnostic {
    json(
      "F158",
      "Row \(row) of the report does not have \(expected == 1 ? "1 value" : "\(expected) values"), one for each column header.",
      file, help: "Ask the API for the report again.")
  }
}
