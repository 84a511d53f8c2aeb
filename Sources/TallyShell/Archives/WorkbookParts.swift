/// The parts of a workbook that hold its tables (ECMA-376, part 2), by their names in lower case.
struct WorkbookParts {
  private var parts: [String: [UInt8]] = [:]

  init(_ contents: [(member: ArchiveMember, bytes: [UInt8])]) {
    for (member, bytes) in contents { parts[Self.key(member.path)] = bytes }
  }

  /// Whether an archive is a workbook.
  static func areIn(_ members: [ArchiveMember]) -> Bool {
    let names = Set(members.map { key($0.path) })
    return names.contains("[content_types].xml") && names.contains { $0.hasSuffix("workbook.xml") }
  }

  /// Whether a member is XML that a table can depend on; themes, drawings and comments of people are not.
  static func isNeeded(_ member: ArchiveMember) -> Bool {
    let name = key(member.path)
    let isOther = ["theme/", "drawings/", "docprops/", "customxml/", "charts/", "persons/", "comments"]
      .contains {
        name.contains($0)
      }
    return member.isFile && !isOther && (name.hasSuffix(".xml") || name.hasSuffix(".rels"))
  }

  subscript(_ path: String) -> [UInt8]? { parts[Self.key(path)] }

  /// Where the relations of a part lead that are of a kind, by their ids; paths count from the root.
  ///
  /// - Parameter kind: the last word of the relation's type, `worksheet`.
  /// - Returns: nil where the list of them is damaged; nothing where there is none.
  func targets(of path: String, kind: String) -> [String: String]? {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let own = path.dropFirst(folder.count)
    guard let list = self["\(folder)_rels/\(own).rels"] else { return [:] }
    var targets: [String: String] = [:]
    let isWhole = readXML(list) { event in
      if case .start("Relationship", let attributes) = event, let id = attributes["Id"],
        let target = attributes["Target"], attributes["TargetMode"] != "External",
        attributes["Type"]?.hasSuffix("/" + kind) == true
      {
        targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
      }
      return true
    }
    return isWhole ? targets : nil
  }

  private static func key(_ path: String) -> String { path.lowercased() }
}
