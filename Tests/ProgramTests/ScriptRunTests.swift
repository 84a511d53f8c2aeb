import Foundation
import Testing

/// Scripts as a scheduler runs them: what comes out, where, and with which exit status.
@Suite struct ScriptRunTests {
  private func at(_ run: (Workplace) throws -> Void) throws {
    let place = try Workplace()
    defer { place.remove() }
    try place.place("data/videos.csv", videos)
    try run(place)
  }

  // MARK: Parameters

  @Test func parametersOfTheCommandLineWinOverThoseOfTheScript() throws {
    try at { place in
      try place.place(
        "data/top.tally",
        "load \"videos.csv\"\nparam least = 0\nparam kind = \"vlog\"\n"
          + "saves where format = {kind} and views > {least}\n")
      #expect(try place.tally("data/top.tally") == Ran(output: "saves\n35\n", errors: "", status: 0))
      #expect(try place.tally("data/top.tally", "-p", "least=1k").output == "saves\n30\n")
      #expect(try place.tally("data/top.tally", "--param", "kind=tutorial").output == "saves\n130\n")
      #expect(
        try place.tally("data/top.tally", "-p", "kind=\"tutorial\"", "-p", "LEAST=1500").output
          == "saves\n80\n")
    }
  }

  @Test(arguments: [
    ("leest=5", "did you mean least?"), ("other=5", "there are least."), ("least", "NAME=VALUE"),
    ("=5", "NAME=VALUE"), ("two words=5", "NAME=VALUE"), ("least=", "in double quotes"),
    ("least=two words", "in double quotes"), ("least={least}", "in double quotes"),
    ("least=5; saves", "in double quotes"), ("least=@somebody", "in double quotes"),
    ("least=5\nsaves", "in double quotes"),
  ])
  func aWrongParameterIsAWrongUse(option: String, hint: String) throws {
    try at { place in
      try place.place("top.tally", "load \"data/videos.csv\"\nparam least = 0\nsaves where views > {least}\n")
      let ran = try place.tally("top.tally", "-p", option)
      #expect(ran.status == 64)
      #expect(ran.output == "")
      #expect(ran.errors.contains(hint), "\(ran.errors)")
      #expect(!ran.errors.contains("somebody"))
    }
  }

  @Test func aParameterThatOnlyAnInnerScriptTakesIsNoSlip() throws {
    try at { place in
      try place.place("outer.tally", "load \"data/videos.csv\"\nrun \"data/inner.tally\"\n")
      try place.place("data/inner.tally", "saves where views > {least}\n")
      #expect(try place.tally("outer.tally", "-p", "least=1000").output == "saves\n110\n")
      let ran = try place.tally("outer.tally")
      #expect(ran.status == 1)
      #expect(ran.errors.hasPrefix("data/inner.tally:1:21: D004 "))
    }
  }

  @Test func statementsOfStandardInputTakeParametersToo() throws {
    try at { place in
      let ran = try place.tally("data/videos.csv", "-p", "n=1000", input: "saves where views > {n}\n")
      #expect(ran == Ran(output: "saves\n110\n", errors: "", status: 0))
    }
  }

  // MARK: Scripts in scripts

  @Test func aScriptOfAnotherFolderReadsWhatLiesBesideIt() throws {
    try at { place in
      try place.place("jobs/weekly.tally", "run \"../data/load.tally\"\nsaves by format\n")
      try place.place("data/load.tally", "load \"videos.csv\"\nprint \"loaded\"\n")
      let ran = try place.tally("jobs/weekly.tally", "--format", "csv")
      #expect(ran == Ran(output: "format,saves\ntutorial,130\nvlog,35\n", errors: "loaded\n", status: 0))
    }
  }

  @Test func findingsNameTheScriptTheyAreIn() throws {
    try at { place in
      try place.place("jobs/weekly.tally", "run \"deep/ask.tally\"\n")
      try place.place("jobs/deep/ask.tally", "load \"../../data/videos.csv\"\n\nsavez by format\n")
      let ran = try place.tally("jobs/weekly.tally")
      #expect(ran.errors.hasPrefix("jobs/deep/ask.tally:3:1: C001 "), "\(ran.errors)")
      #expect(ran.status == 1)
      let json = try place.tally("jobs/weekly.tally", "--errors", "json")
      #expect(json.errors.contains("\"file\":\"jobs/deep/ask.tally\",\"line\":3,\"column\":1"))
    }
  }

  @Test func aScriptThatRunsItselfRoundAboutIsAFinding() throws {
    try at { place in
      try place.place("a.tally", "run \"b.tally\"\n")
      try place.place("b.tally", "run \"./data/../a.tally\"\n")
      let ran = try place.tally("a.tally")
      #expect(ran.status == 1)
      #expect(ran.errors.hasPrefix("b.tally:1:5: D008 "), "\(ran.errors)")
      try FileManager.default.createSymbolicLink(
        atPath: place.path + "/link.tally", withDestinationPath: "self.tally")
      try place.place("self.tally", "run \"link.tally\"\n")
      #expect(try place.tally("self.tally").errors.contains("D008"))
    }
  }

  @Test func aLongChainOfScriptsEndsInAFinding() throws {
    try at { place in
      for number in 0..<100 { try place.place("s\(number).tally", "run \"s\(number + 1).tally\"\n") }
      let ran = try place.tally("s0.tally")
      #expect(ran.status == 1)
      #expect(ran.errors.contains("D008"))
    }
  }

  @Test func theFirstFailureOfAnInnerScriptStopsTheOuter() throws {
    try at { place in
      try place.place("a.tally", "load \"data/videos.csv\"\nrun \"b.tally\"\nsaves\n")
      try place.place("b.tally", "savez\nviews\n")
      #expect(try place.tally("a.tally").output == "")
      let ran = try place.tally("a.tally", "--keep-going")
      #expect(ran.output == "views\n6500\n\nsaves\n165\n")
      #expect(ran.status == 1)
    }
  }

  @Test func severalAnswersOfAReportAreNumbered() throws {
    try at { place in
      try place.place(
        "pair.tally", "load \"data/videos.csv\"\ndefine report pair = saves beside views\nrun pair\n")
      #expect(
        try place.tally("pair.tally", "--format", "ndjson").output
          == "{\"answer\":1,\"saves\":165}\n{\"answer\":2,\"views\":6500}\n")
      #expect(try place.tally("pair.tally", "--format", "csv").output == "saves\n165\n\nviews\n6500\n")
      try place.place(
        "one.tally", "load \"data/videos.csv\"\nsaves into \"x.csv\"\nexpect error C001\nsavez\nviews\n")
      #expect(try place.tally("one.tally", "--format", "ndjson").output == "{\"views\":6500}\n")
    }
  }

  // MARK: Assertions

  @Test func anAssertionThatFailsEndsWithFive() throws {
    try at { place in
      try place.place("check.tally", "load \"data/videos.csv\"\nassert (save_rate) > 3%\nsaves\n")
      let ran = try place.tally("check.tally")
      #expect(ran.output == "")
      #expect(ran.errors == "check.tally:2:1: A003 `save_rate` is 2.54%, not > 3%.\n")
      #expect(ran.status == 5)
      #expect(try place.tally("check.tally", "--keep-going").output == "saves\n165\n")
    }
  }

  @Test func aRefusalInAnAssertionEndsWithThree() throws {
    try at { place in
      let ran = try place.tally("data/videos.csv", "-c", "assert (saves by user) > 3")
      #expect(ran.status == 3)
    }
  }

  // MARK: Files

  @Test func answersGoIntoFilesBesideTheScriptInSilence() throws {
    try at { place in
      try place.place("jobs/out.tally", "load \"../data/videos.csv\"\nsaves by format into \"out.csv\"\n")
      #expect(try place.tally("jobs/out.tally") == Ran(output: "", errors: "", status: 0))
      #expect(place.text("jobs/out.csv") == "format,saves\ntutorial,130\nvlog,35\n")
      #expect(place.names == ["data", "data/videos.csv", "jobs", "jobs/out.csv", "jobs/out.tally"])
    }
  }

  @Test func aFileSaysNothingOfAnInferenceSoStandardErrorDoes() throws {
    try at { place in
      let ran = try place.tally("data/videos.csv", "-c", "saves by month into \"m.csv\"")
      #expect(ran.errors.hasPrefix("note: The loaded files have lifetime totals only"), "\(ran.errors)")
      #expect(place.text("m.csv") == "month,saves\n2026-01-01,80\n2026-02-01,85\n")
    }
  }

  @Test(arguments: [
    "data/videos.csv", "./data/../data/videos.csv", "soft.csv", "hard.csv", "soft-folder/videos.csv",
  ])
  func aLoadedFileIsNeverWrittenOver(target: String) throws {
    try at { place in
      let files = FileManager.default
      try files.createSymbolicLink(atPath: place.path + "/soft.csv", withDestinationPath: "data/videos.csv")
      try files.createSymbolicLink(atPath: place.path + "/soft-folder", withDestinationPath: "data")
      try files.linkItem(atPath: place.path + "/data/videos.csv", toPath: place.path + "/hard.csv")
      let ran = try place.tally("data/videos.csv", "-c", "saves by format into \"\(target)\"")
      #expect(ran.errors.contains("F008"), "\(ran.errors)")
      #expect(ran.status == 4)
      #expect(place.text("data/videos.csv") == videos)
    }
  }

  @Test func resultsAreNeverWrittenOverALoadedFileEither() throws {
    try at { place in
      let ran = try place.tally("data/videos.csv", "-c", "saves", "-o", "./data/videos.csv")
      #expect(ran.errors.contains("F008"), "\(ran.errors)")
      #expect(ran.status == 4)
      #expect(place.text("data/videos.csv") == videos)
    }
  }

  @Test func aPatternCountsFromTheFolderOfItsScript() throws {
    try at { place in
      try place.place("weekly [1]/a.tally", "load \"../data/video*.csv\"\nsaves\n")
      let ran = try place.tally("weekly [1]/a.tally")
      #expect(ran.errors == "")
      #expect(ran.output == "saves\n165\n")
    }
  }

  @Test func aFailingQueryLeavesTheFileAsItWas() throws {
    try at { place in
      try place.place("out.csv", "old\n")
      #expect(try place.tally("data/videos.csv", "-c", "savez into \"out.csv\"").status == 1)
      #expect(try place.tally("data/videos.csv", "-c", "saves beside savez into \"out.csv\"").status == 1)
      #expect(place.text("out.csv") == "old\n")
      #expect(try place.tally("data/videos.csv", "-c", "saves into \"out.csv\"").status == 0)
      #expect(place.text("out.csv") == "saves\n165\n")
    }
  }

  @Test func aFolderThatMayNotBeWrittenIsAFindingAndLeavesNothing() throws {
    try at { place in
      try place.place("locked/keep.txt", "")
      chmod(place.path + "/locked", 0o555)
      defer { chmod(place.path + "/locked", 0o755) }
      let ran = try place.tally("data/videos.csv", "-c", "saves into \"locked/out.csv\"")
      // A superuser may write anywhere.
      guard geteuid() != 0 else { return }
      #expect(ran.errors.contains("F006"))
      #expect(ran.status == 4)
    }
  }

  @Test(arguments: ["none/out.csv", "data.csv", "data.csv/out.csv"])
  func whatCannotBeWrittenIsAFinding(target: String) throws {
    try at { place in
      try FileManager.default.createDirectory(
        atPath: place.path + "/data.csv", withIntermediateDirectories: false)
      let before = place.names
      let ran = try place.tally(
        "data/videos.csv", "-c",
        "saves into \"\(target == "data.csv/out.csv" ? "data/videos.csv/out.csv" : target)\"")
      #expect(ran.errors.contains("F006"), "\(ran.errors)")
      #expect(ran.status == 4)
      #expect(place.names == before)
    }
  }

  @Test func safeWritesNothingAndReadsOnlyBesideWhatWasNamed() throws {
    try at { place in
      try place.place("data/in.tally", "load \"videos.csv\"\nsaves into \"out.csv\"\n")
      let written = try place.tally("data/in.tally", "--safe")
      #expect(written.errors.contains("F009"))
      #expect(written.status == 4)
      #expect(place.text("data/out.csv") == nil)
      try place.place("other/x.tally", "print \"x\"\n")
      try place.place("data/out.tally", "run \"../other/x.tally\"\n")
      #expect(try place.tally("data/out.tally").errors == "x\n")
      let read = try place.tally("data/out.tally", "--safe")
      #expect(read.errors.contains("F005"), "\(read.errors)")
      #expect(read.status == 4)
    }
  }

  @Test func permissionsOfAFileThatIsWrittenAgainStay() throws {
    try at { place in
      try place.place("out.csv", "old\n")
      chmod(place.path + "/out.csv", 0o600)
      _ = try place.tally("data/videos.csv", "-c", "saves into \"out.csv\"")
      let attributes = try FileManager.default.attributesOfItem(atPath: place.path + "/out.csv")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(place.text("out.csv") == "saves\n165\n")
    }
  }

  @Test func aLinkIsFollowedWhenItIsWrittenTo() throws {
    try at { place in
      try place.place("real.csv", "old\n")
      try FileManager.default.createSymbolicLink(
        atPath: place.path + "/link.csv", withDestinationPath: "real.csv")
      _ = try place.tally("data/videos.csv", "-c", "saves into \"link.csv\"")
      #expect(place.text("real.csv") == "saves\n165\n")
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: place.path + "/link.csv") == "real.csv")
    }
  }

  // MARK: Definitions

  @Test func definitionsThatWouldGrowBeyondMeasureAreAFinding() throws {
    try at { place in
      var doubling = "define metric m0 = saves\n"
      for level in 1...40 { doubling += "define metric m\(level) = m\(level - 1) + m\(level - 1)\n" }
      try place.place("doubling.tally", doubling)
      let ran = try place.tally("doubling.tally")
      #expect(ran.status == 1)
      #expect(ran.errors.contains("D012"), "\(ran.errors)")
      var wide = "load \"data/videos.csv\"\ndefine metric w0 = saves\n"
      wide += "define metric w1 = w0" + String(repeating: " + saves", count: 400) + "\n"
      wide += "define metric w2 = w1" + String(repeating: " + saves", count: 90) + "\n"
      try place.place("wide.tally", wide + "w2\n")
      #expect(try place.tally("wide.tally") == Ran(output: "w2\n\(165 * 491)\n", errors: "", status: 0))
      try place.place("wider.tally", wide + "define metric w3 = w2" + String(repeating: " + 1", count: 90))
      #expect(try place.tally("wider.tally").errors.contains("D012"))
      // A long chain is fine up to the same measure, and is answered.
      var chain = "load \"data/videos.csv\"\ndefine metric m0 = saves\n"
      for level in 1...60 { chain += "define metric m\(level) = m\(level - 1)\n" }
      try place.place("chain.tally", chain + "m60\n")
      #expect(try place.tally("chain.tally") == Ran(output: "m60\n165\n", errors: "", status: 0))
    }
  }

  // MARK: Printing

  @Test func printGoesWhereItDoesNotDisturb() throws {
    try at { place in
      let words = "print \"Saves\"; saves"
      for format in ["csv", "tsv", "json", "ndjson"] {
        let ran = try place.tally("data/videos.csv", "-c", words, "--format", format)
        #expect(ran.errors == "Saves\n")
        #expect(!ran.output.contains("Saves"))
      }
      let json = try place.tally("data/videos.csv", "-c", words, "--format", "csv", "--errors", "json")
      let lines = json.errors.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(
        lines.first?.hasPrefix("{\"kind\":\"load\",\"file\":\"data/videos.csv\",\"table\":\"videos\"") == true
      )
      #expect(lines.last == "{\"kind\":\"note\",\"message\":\"Saves\"}")
      let ran = try place.tally("data/videos.csv", "-c", words, "--format", "plain")
      #expect(ran.output.hasPrefix("Saves\n"))
      #expect(ran.errors == "")
    }
  }

  // MARK: Lessons

  /// A lesson is graded by exit status: 0 where every statement was refused as `expect` says, 5 where one was not.
  @Test(
    arguments: [
      ("saves by user", "P103", 0), ("who saved this", "p101", 0), ("saves by country", "P106", 0),
      ("saves by minute", "P203", 0), ("smallest country", "P205", 0), ("load \"people.csv\"", "P303", 0),
      ("saves by format", "P103", 5), ("saves by user", "P101", 5), ("saves by nothing", "P103", 5),
      ("saves by", "P103", 5), ("load \"data/videos.csv\"", "P303", 5), ("load \"nowhere.csv\"", "P303", 5),
    ] as [(String, String, Int32)])
  func aLessonIsGradedByItsExitStatus(statement: String, code: String, status: Int32) throws {
    try at { place in
      try place.place("people.csv", "follower,followed_at\nzoe.example,2026-01-02\n")
      try place.place(
        "lesson.tally", "load \"data/videos.csv\"\nexpect refusal \(code)\n\(statement)\n")
      let ran = try place.tally("lesson.tally")
      #expect(ran.status == status, "\(statement): \(ran.errors)")
      #expect(ran.output == "")
      #expect(status == 0 ? ran.errors.isEmpty : ran.errors.contains("A001"), "\(ran.errors)")
      #expect(!ran.errors.contains("zoe.example"))
    }
  }
}
