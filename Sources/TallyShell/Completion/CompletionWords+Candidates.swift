import TallyLanguage

extension CompletionWords {
  /// What fits one thing that the parser looks for.
  func candidates(for expected: Expected, _ token: CompletedToken, _ readFolder: FolderReader) -> [Candidate]
  {
    switch expected {
    case .word(let word): [Candidate(word.rawValue, "word")]
    case .name(let role): candidates(for: role)
    case .text(let role): candidates(for: role, token, readFolder)
    case .parameter: parameters.map { Candidate("{\($0)}", "parameter") }
    case .symbol, .number, .percent, .duration, .date, .percentile, .end: []
    }
  }

  private func candidates(for role: NameRole) -> [Candidate] {
    switch role {
    case .metric: all(metrics, "metric")
    case .dimension: all(attributes.map(\.name), "group")
    case .operand:
      all(metrics, "metric") + all(groups, "set of videos") + all(attributes.map(\.name), "group")
    case .table: all(tables, "table")
    case .setting: all(settings.map(\.name), "setting")
    case .settingValue(let name): all(values(ofSetting: name).filter(Self.isBare), "value")
    case .report: all(reports, "report")
    case .parameter: all(parameters, "parameter")
    case .code: all(codes, "code")
    case .helpTopic: all(topics, "topic")
    // What is not loaded has no known name, and what is new has none yet.
    case .column, .unit, .new: []
    }
  }

  private func candidates(
    for role: TextRole, _ token: CompletedToken, _ readFolder: FolderReader
  ) -> [Candidate] {
    switch role {
    case .value(let column):
      attributes.first { $0.name == column || $0.name == column.map { "[\($0)]" } }?.values
        .compactMap(Self.quoted).map { Candidate($0, "value") } ?? []
    case .settingValue(let name):
      all(values(ofSetting: name).filter { !Self.isBare($0) }.compactMap(Self.quoted), "value")
    case .dataFile: files(token, readFolder) { !$0.hasSuffix(".tally") }
    case .scriptFile: files(token, readFolder) { $0.hasSuffix(".tally") }
    case .outputFile: files(token, readFolder) { _ in true }
    case .part, .free: []
    }
  }

  private func all(_ names: [String], _ kind: String) -> [Candidate] { names.map { Candidate($0, kind) } }

  private func values(ofSetting name: String) -> [String] { settings.first { $0.name == name }?.values ?? [] }

  /// Whether a value can stand without quotes.
  private static func isBare(_ value: String) -> Bool {
    value.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_") }
  }

  /// Files and folders beside what was typed; hidden ones only where a dot was.
  private func files(
    _ token: CompletedToken, _ readFolder: FolderReader, where isWanted: (String) -> Bool
  ) -> [Candidate] {
    let path = token.content
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let begun = path.dropFirst(folder.count)
    return readFolder(folder)
      .filter { $0.isFolder || isWanted($0.name) }
      .filter { begun.hasPrefix(".") || !$0.name.hasPrefix(".") }
      .compactMap { entry in
        guard let text = Self.quoted(folder + entry.name + (entry.isFolder ? "/" : "")) else { return nil }
        if entry.isFolder { return Candidate(String(text.dropLast()), "folder", continues: true) }
        return Candidate(text, "file")
      }
  }

  /// A text as a string of the language; nil where it has a control character, which no string can hold.
  static func quoted(_ text: String) -> String? {
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }) else {
      return nil
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
