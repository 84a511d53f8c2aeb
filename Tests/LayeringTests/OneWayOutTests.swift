import TallyTestSupport
import Testing

/// What leaves the program leaves it as a `Released` result: nothing that writes can be given anything else.
///
/// `Released` and `ReleasedValues` have initializers that are private to one file, so the compiler keeps everybody else
/// from making one; these tests keep writers from being given the results and values that lie before them.
@Suite struct OneWayOutTests {
  /// The lines of code in a target that hold a word, as `file:number`.
  private func uses(
    of word: Substring, in target: String, below folder: String = "Sources",
    but isAllowed: ([Substring]) -> Bool
  ) throws -> [String] {
    var found: [String] = []
    for path in Repository.files(below: "\(folder)/\(target)", ending: ".swift") {
      for line in Code.lines(of: try Repository.text(path))
      where line.words.contains(word) && !isAllowed(line.words) {
        found.append("\(path.split(separator: "/").last ?? ""):\(line.number)")
      }
    }
    return found
  }

  /// The files of a target with a word in their code.
  private func files(with word: Substring, in target: String) throws -> Set<String> {
    let found = try uses(of: word, in: target, but: { _ in false })
    return Set(found.compactMap { $0.split(separator: ":").first.map(String.init) })
  }

  @Test func noWriterTakesAResultThatWasNotReleased() throws {
    for target in ["TallyRender", "TallyShell"] {
      let bare = try uses(of: "ResultTable", in: target) { words in
        words.indices.filter { words[$0] == "ResultTable" }.allSatisfy {
          $0 > 0 && words[$0 - 1] == "Released"
        }
      }
      #expect(bare == [], "a ResultTable stands here without Released")
    }
  }

  @Test func columnsAndCellsOfAResultAreReadInOnePlace() throws {
    #expect(try files(with: "ResultColumn", in: "TallyRender") == ["CellText.swift"])
    #expect(try files(with: "Cells", in: "TallyRender") == [])
    #expect(
      try files(with: "result", in: "TallyRender")
        == [
          "AnswerWriter.swift", "CellText.swift", "HumanTable.swift", "MachineTable.swift",
          "TimeSeries.swift",
        ])
    // The shell counts rows of answers and compares an asserted one; each line starts from what was released.
    for file in ["Assertions.swift", "Export.swift", "Session+Plan.swift"] {
      #expect(try files(with: "result", in: "TallyShell").contains(file))
    }
    let unreleased = try uses(of: "result", in: "TallyShell") { words in
      words.contains("released") || (words.contains("result") && words.contains("evaluate"))
    }
    #expect(unreleased.allSatisfy { !$0.hasPrefix("Export") && !$0.hasPrefix("Assertions") }, "\(unreleased)")
  }

  @Test func nothingThatWritesKnowsTheLoadedValues() throws {
    for word in ["Dataset", "TextColumn", "IntegerColumn", "FileTable"] as [Substring] {
      #expect(try files(with: word, in: "TallyRender") == [], "\(word)")
    }
    #expect(
      try files(with: "dataset", in: "TallyShell")
        == ["Loading.swift", "Session.swift", "Session+Plan.swift", "Tables.swift"])
    for word in ["Breakdown", "Exposure", "ProtectedTable", "ProtectedExposure"] as [Substring] {
      #expect(try files(with: word, in: "TallyRender") == [], "\(word)")
      #expect(try files(with: word, in: "TallyShell") == [], "\(word)")
    }
  }

  /// What is measured goes the way of every batch, past no gate.
  @Test func theBenchmarkKnowsNothingButReleasedAnswers() throws {
    func uses(of word: Substring) throws -> [String] {
      try self.uses(of: word, in: "tally-bench", below: "Benchmarks", but: { _ in false })
    }
    for word in ["ResultTable", "result", "Dataset", "dataset", "evaluate", "tables"] as [Substring] {
      #expect(try uses(of: word) == [], "\(word)")
    }
    #expect(try uses(of: "released").count == 1)
  }

  @Test func whatIsEvaluatedIsReleasedInTheSameFunction() throws {
    #expect(try files(with: "evaluate", in: "TallyShell") == ["Session.swift", "Session+Plan.swift"])
    for path in ["Session.swift", "Session+Plan.swift"] {
      let lines = Code.lines(of: try Repository.text("Sources/TallyShell/Session/\(path)"))
      for (place, line) in lines.enumerated() where line.words.contains("evaluate") {
        let next = lines[place...].prefix(2).flatMap(\.words)
        #expect(next.contains("release"), "\(path):\(line.number)")
      }
    }
  }

  @Test func listingsAreOfWhatTallyKnowsItself() throws {
    #expect(
      try files(with: "Listing", in: "TallyShell").isSubset(of: [
        "Show.swift", "Batch.swift", "Prompt.swift", "Statements.swift", "Prompt+Commands.swift",
      ]))
    let values = try uses(of: "samples", in: "TallyShell") { $0.contains("values") }
    #expect(values == [])
  }

  /// The files of the shell that hand bytes to the system; a new one has to be put here, and looked at.
  @Test func theShellWritesInFewPlaces() throws {
    var writers: Set<String> = []
    for word in ["write", "fputs", "fwrite", "pwrite", "writev", "printf", "putchar", "puts"] as [Substring] {
      writers.formUnion(try files(with: word, in: "TallyShell"))
      #expect(try files(with: word, in: "TallyEngine") == [], "\(word)")
      #expect(try files(with: word, in: "TallyPlan") == [], "\(word)")
      #expect(try files(with: word, in: "TallyPrivacy") == [], "\(word)")
    }
    #expect(
      writers == [
        "Audit.swift", "Batch.swift", "Describe.swift", "EditedLines.swift", "Export.swift",
        "FileAccess.swift",
        "FileDescriptor.swift", "Invocation.swift", "Prompt.swift", "Questions.swift",
        "ReadingWatch.swift", "SavedFile.swift",
      ])
  }
}
