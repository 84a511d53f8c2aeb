import TallyLanguage

// The words of what can be wrong with a file while it is read.
extension Diagnostic {
  static func changedWhileRead(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "F145", "`\(name)` changed while it was read.", at: place,
      help: "Wait until whatever writes it is done, then load it again.")
  }

  static func fileTooLarge(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "F146", "`\(name)` is larger than 4 GiB.", at: place, help: "Split it and load the parts together.")
  }

  static func nobodyWrites(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "F147", "`\(name)` is a pipe that nothing writes into.", at: place,
      help: "Start the program that writes into it first.")
  }

  static func isDevice(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic("F147", "`\(name)` is a device, and no file.", at: place, help: "Load a file.")
  }

  static func noDataInFolder(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "F148", "The folder `\(name)` has no data files.", at: place,
      help: "Read are .csv, .tsv, .json, .ndjson, .xlsx, .zip, .gz and .zst, and no folders in it.")
  }
}
