package import TallyLanguage

// The words of what can be wrong with a snapshot, F180...F188; no message holds a value from the file.
extension Diagnostic {
  private static func snapshot(_ code: String, _ message: String, _ name: String, help: String) -> Diagnostic
  {
    Diagnostic(code, message, at: .file(name: name, line: nil, column: nil), help: help)
  }

  static func snapshotOfOtherVersion(_ name: String, version: UInt32) -> Diagnostic {
    snapshot(
      "F180",
      "This snapshot is of version \(version), and this Tally reads version \(SnapshotFormat.version).",
      name, help: "Load the exports again, and save them with `.save tables FILE`.")
  }

  static func snapshotDamaged(_ name: String) -> Diagnostic {
    snapshot(
      "F181", "This snapshot is damaged or cut short.", name,
      help: "Load the exports again, and save them with `.save tables FILE`.")
  }

  static func snapshotOfOtherByteOrder(_ name: String) -> Diagnostic {
    snapshot(
      "F182", "This snapshot was written on a computer that orders bytes the other way.", name,
      help: "Load the exports here, and save them with `.save tables FILE`.")
  }

  package static func snapshotHoldsOther(_ name: String) -> Diagnostic {
    snapshot(
      "F183", "This snapshot holds what Tally would not have kept of an export.", name,
      help: "Load the exports instead.")
  }

  /// - Parameter name: of the snapshot.
  package static func snapshotHasNoOtherColumns(_ name: String) -> Diagnostic {
    snapshot(
      "F184", "A snapshot holds only what was loaded, so a column of it cannot be read another way.", name,
      help: "Load the exports, write the `column` line, and save them again with `.save tables FILE`.")
  }

  package static func snapshotProtectsLess(_ name: String) -> Diagnostic {
    snapshot(
      "F185", "A policy asks for more than this snapshot was made under.", name,
      help: "Load the exports again, so that the policy holds for them, and save them anew.")
  }

  package static func snapshotBesideAudience(_ name: String) -> Diagnostic {
    snapshot(
      "F186",
      "A snapshot with tables of an audience stands for itself: beside it no other file about an audience is opened.",
      name, help: "Load the exports together, and save them in one snapshot.")
  }

  package static func snapshotHidesNothing(_ name: String) -> Diagnostic {
    snapshot(
      "F187",
      "A snapshot holds nothing of an audience but what may be shown, so there is nothing to work out.",
      name, help: "Audit the exports that it was made from.")
  }

  package static func snapshotIsNoFile(_ name: String) -> Diagnostic {
    snapshot(
      "F188", "A snapshot is used where it lies, so it has to be a file by itself.", name,
      help: "Unpack it, or write it to a disk, and name that file.")
  }

  package static func snapshotChanged(_ name: String) -> Diagnostic {
    snapshot(
      "F181", "This snapshot was changed while it was open.", name, help: "Start again with it.")
  }
}

extension SnapshotDamage {
  func finding(_ name: String) -> Diagnostic {
    switch self {
    case .damaged: .snapshotDamaged(name)
    case .version(let version): .snapshotOfOtherVersion(name, version: version)
    case .byteOrder: .snapshotOfOtherByteOrder(name)
    }
  }
}
