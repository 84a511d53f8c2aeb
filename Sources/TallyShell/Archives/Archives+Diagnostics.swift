import TallyLanguage

// The words of everything that can be wrong with what is packed in a file; no message holds a value or a person's name.
extension Diagnostic {
  private static func packed(_ code: String, _ message: String, _ name: String, help: String) -> Diagnostic {
    Diagnostic(code, message, at: .file(name: name, line: nil, column: nil), help: help)
  }

  static func damagedArchive(_ name: String) -> Diagnostic {
    packed("F140", "What is packed in this file is damaged or cut short.", name, help: "Download it again.")
  }

  static func lockedArchive(_ name: String) -> Diagnostic {
    packed(
      "F141", "This archive is locked with a password.", name,
      help: "Unpack it yourself and load the files in it.")
  }

  static func unpacksTooLarge(_ name: String) -> Diagnostic {
    packed(
      "F142", "Unpacked, this file is larger than 2 GiB.", name,
      help: "Unpack it yourself and load only the tables that you need.")
  }

  static func swells(_ name: String) -> Diagnostic {
    packed(
      "F142", "This file unpacks to more than a thousand times its size, as no export does.", name,
      help: "Load the export as the platform wrote it.")
  }

  static func tooManyMembers(_ name: String, most: Int) -> Diagnostic {
    packed(
      "F142", "This archive holds more than \(most) files.", name,
      help: "Unpack it yourself and load only the tables that you need.")
  }

  static func noTableInside(_ name: String) -> Diagnostic {
    packed(
      "F143", "This archive has no file of a kind that Tally reads.", name,
      help: "Read are .csv, .tsv, .txt, .json and .ndjson; what is packed once more has to be unpacked first."
    )
  }

  static func everySheetEmpty(_ name: String) -> Diagnostic {
    packed(
      "F143", "Every sheet of this workbook is empty.", name, help: "Export it again, or load another file.")
  }

  static func unreadableWorkbook(_ name: String) -> Diagnostic {
    packed(
      "F144", "This workbook is damaged, or written in a way that Tally does not read.", name,
      help: "Open it in a spreadsheet, save the sheet as CSV UTF-8 and load that.")
  }

  static func archiveInside(_ name: String) -> Diagnostic {
    packed(
      "F149", "This is an archive inside another one, which Tally does not open.", name,
      help: "Unpack the outer one and load what is in it.")
  }
}
