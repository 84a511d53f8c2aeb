import Foundation
import Testing

/// Policies as a run of the program finds them: they raise protection, and nothing lowers it.
@Suite struct PolicyTests {
  private static let countries = "country,followers\nA,917\nB,463\nC,301\nD,103\nE,61\nF,25\nG,4\n"
  private static let views = "country,views\nA,9000\nB,4000\nC,3000\nD,300\nE,60\n"
  private static let question = "followers by country"

  // What is shown of these countries with crowds of ten, twenty and fifty.
  private static let builtIn = "country,followers\nA,917\nB,463\nC,301\nD,103\nE,61\n(folded),29\n"
  private static let twenty = "country,followers\nA,917\nB,463\nC,301\nD,103\n(folded),90\n"
  private static let strict = "country,followers\nA,917\nB,463\nC,301\n(folded),193\n"

  private func at(_ run: (Workplace) throws -> Void) throws {
    let place = try Workplace()
    defer { place.remove() }
    try place.place("data/countries.csv", Self.countries)
    try place.place("data/views.csv", Self.views)
    try run(place)
  }

  private func ask(
    _ place: Workplace, _ more: [String] = [], _ question: String = question,
    environment: [String: String] = [:]
  ) throws -> Ran {
    try place.run(
      ["data/countries.csv", "-c", question, "--format", "csv"] + more, environment: environment)
  }

  // MARK: Where policies come from

  @Test(arguments: [
    "data/tally.policy", "config/tally/tally.policy", "home/.config/tally/tally.policy", "named",
  ])
  func aPolicyHoldsWhereverItLies(where path: String) throws {
    try at { place in
      #expect(try ask(place) == Ran(output: Self.builtIn, errors: "", status: 0))
      try place.place(path, "smallest group: 20 people\n")
      let environment = ["XDG_CONFIG_HOME": place.path + "/config", "HOME": place.path + "/home"]
      for more in [[], ["--safe"], ["--no-rc"], ["--safe", "--no-rc", "--keep-going"]] {
        let named = path == "named" ? ["--policy", "named"] : []
        let ran = try ask(place, named + more, environment: environment)
        #expect(ran == Ran(output: Self.twenty, errors: "", status: 0), "\(path) \(more)")
      }
    }
  }

  @Test func aPolicyHoldsForWhatAScriptLoadsAndForALinkToData() throws {
    try at { place in
      try place.place("data/tally.policy", "profile: strict\n")
      try place.place("jobs/weekly.tally", "load \"../data/countries.csv\"\n\(Self.question)\n")
      #expect(try place.run(["jobs/weekly.tally", "--format", "csv"]).output == Self.strict)
      try FileManager.default.createSymbolicLink(
        atPath: place.path + "/linked.csv", withDestinationPath: "data/countries.csv")
      #expect(
        try place.run(["linked.csv", "-c", Self.question, "--format", "csv"]).output == Self.strict)
      // Data without a folder has the policies of the user and those that are named.
      let piped = try place.tally(
        "-", "-c", Self.question, "--format", "csv", "--policy", "data/tally.policy", input: Self.countries)
      #expect(piped.output == Self.strict)
    }
  }

  @Test func ofSeveralTheStrictestWins() throws {
    try at { place in
      try place.place("data/tally.policy", "smallest group: 20\n")
      try place.place("lower", "smallest group: 1\nsmallest audience: 1\nprofile: standard\n")
      try place.place("higher", "smallest group: 50\n")
      let low = try ask(place, ["--policy", "lower"])
      #expect(low.output == Self.twenty && low.status == 0)
      #expect(
        low.errors
          == "lower:1:17: P501 `smallest group` cannot be less than 10 people. It stays as it is without this"
          + " line.\nlower:2:20: P501 `smallest audience` cannot be less than 100 people. It stays as it is"
          + " without this line.\n")
      #expect(try ask(place, ["--policy", "lower", "--policy", "higher"]).output == Self.strict)
      #expect(try ask(place, ["--policy", "higher", "--policy", "lower"]).output == Self.strict)
    }
  }

  // MARK: Nothing lowers anything

  /// Every unusable policy, in every place, shows exactly what is built in or what is strict; never more.
  @Test(arguments: [
    ("smallest group: 0", builtIn, "P501"), ("smallest group: 9", builtIn, "P501"),
    ("smallest group: 10", builtIn, ""), ("smallest group: -3", strict, "P502"),
    ("smallest group: none", strict, "P502"), ("smallest group: 3.5", strict, "P502"),
    ("smallest group: 99999999999999999999999999", "", "P403"),
    ("smallest group: 20\nsmallest group: 15", twenty, "P502"),
    ("smallest group: 15\nsmallest group: 20", twenty, "P502"),
    ("smallest audience: 1", builtIn, "P501"), ("smallest audience: 2000", "", "P403"),
    ("smallest group = 1", strict, "P502"), ("set smallest_group = 1", strict, "P502"),
    ("profile: off", strict, "P502"), ("", builtIn, "P502"), ("\u{0}", strict, "P502"),
    (String(repeating: "smallest group: 1\n", count: 10_000), strict, "P502"),
  ])
  func anUnusablePolicyNeverShowsMore(text: String, shown: String, code: String) throws {
    try at { place in
      for path in ["data/tally.policy", "config/tally/tally.policy", "named"] {
        try place.place(path, text)
        let ran = try ask(
          place, path == "named" ? ["--policy", "named"] : [],
          environment: ["XDG_CONFIG_HOME": place.path + "/config"])
        #expect(ran.output == shown, "\(path): \(text.prefix(40))")
        #expect(code.isEmpty ? ran.errors.isEmpty : ran.errors.contains(code), "\(ran.errors)")
        #expect(ran.status == (shown.isEmpty ? 3 : 0))
        try FileManager.default.removeItem(atPath: place.path + "/" + path)
      }
    }
  }

  @Test func whatCannotBeReadCountsAsStrictAndStopsWhereItWasNamed() throws {
    try at { place in
      let path = place.path + "/data/tally.policy"
      let makers: [(String, () throws -> Void)] = [
        (
          "a folder",
          { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        ),
        (
          "a link to nothing",
          { try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "no") }
        ),
        (
          "a link to itself",
          { try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path) }
        ),
        (
          "a device",
          { try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero") }
        ),
        ("no text", { try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: path)) }),
      ]
      for (what, make) in makers {
        try make()
        let found = try ask(place)
        #expect(found.output == Self.strict && found.status == 0, "\(what)")
        #expect(
          found.errors.hasPrefix("data/tally.policy") && found.errors.contains("P502"), "\(found.errors)")
        let named = try ask(place, ["--policy", "data/tally.policy"])
        if what == "no text" {
          #expect(named.output == Self.strict)
        } else {
          #expect(named.output == "" && named.status == 4, "\(what): \(named.errors)")
        }
        try FileManager.default.removeItem(atPath: path)
      }
      let missing = try ask(place, ["--policy", "data/missing.policy"])
      #expect(missing.output == "" && missing.status == 4 && missing.errors.hasPrefix("F001"))
    }
  }

  @Test(arguments: [
    "set smallest_group = 1", "set profile = standard", "set policy = none", "param smallest_group = 1",
    "column followers in audience is counter", "define metric people = followers", "show policy",
    "set min_videos = 1",
  ])
  func noStatementLowersAPolicy(statement: String) throws {
    try at { place in
      for (policy, shown) in [("", Self.builtIn), ("smallest group: 20\n", Self.twenty)] {
        if !policy.isEmpty { try place.place("data/tally.policy", policy) }
        try place.place("ask.tally", "load \"data/countries.csv\"\n\(statement)\n\(Self.question)\n")
        let ran = try place.run(["ask.tally", "--format", "csv", "--keep-going"])
        #expect(ran.output.hasSuffix(shown), "\(statement): \(ran.output)")
      }
    }
  }

  @Test func noFlagAndNoVariableLowersAPolicy() throws {
    try at { place in
      try place.place("data/tally.policy", "smallest group: 20\n")
      for flag in ["--smallest-group", "--min-group", "--no-policy", "--crowd", "--profile", "--debug"] {
        let ran = try ask(place, [flag, "1"])
        #expect(ran.output == "" && ran.status == 64, "\(flag)")
      }
      let variables = [
        "TALLY_SMALLEST_GROUP": "1", "TALLY_POLICY": "/dev/null", "TALLY_PROFILE": "none", "TALLY_DEBUG": "1",
        "TALLY_REWRITE": "1", "XDG_CONFIG_HOME": "/nowhere", "HOME": "/nowhere", "SMALLEST_GROUP": "1",
      ]
      let ran = try ask(place, environment: variables)
      #expect(ran == Ran(output: Self.twenty, errors: "", status: 0))
      let param = try ask(place, ["-p", "smallest_group=1"])
      #expect(param.output == "" && param.status == 64)
    }
  }

  @Test(
    arguments: [
      ("smallest group: 1000", "A,9000\nB,4000\nC,3000\nD,300\nE,60\n"),
      ("smallest group of views: 51", "A,9000\nB,4000\nC,3000\nD,300\nE,60\n"),
      ("smallest group of views: 100", "A,9000\nB,4000\nC,3000\n(folded),360\n"),
      ("smallest audience of views: 20000", nil),
    ] as [(String, String?)])
  func viewsHaveLimitsOfTheirOwn(policy: String, rows: String?) throws {
    try at { place in
      try place.place("data/tally.policy", policy)
      let ran = try place.run(["data/views.csv", "-c", "views by country", "--format", "csv"])
      #expect(ran.output == (rows.map { "country,views\n" + $0 } ?? ""))
      #expect(ran.status == (rows == nil ? 3 : 0))
    }
  }

  // MARK: Columns that are kept out

  @Test func aColumnThatIsKeptOutIsNotLoadedWhateverAScriptSays() throws {
    try at { place in
      try place.place(
        "data/videos.csv",
        "video,posted,format,mood,views,Favorites\na,2026-01-05,vlog,calm,100,5\nb,2026-01-06,vlog,wild,200,7\n"
      )
      try place.place("data/tally.policy", "set aside: [Mood], saves, FORMAT\n")
      try place.place(
        "ask.tally",
        "load \"data/videos.csv\"\nexpect refusal P201\ncolumn mood in videos is attribute\n"
          + "expect refusal P201\nviews by mood\nexpect refusal P201\nviews by format\nexpect error C002\n"
          + "saves\nviews\n")
      #expect(try place.run(["ask.tally"]) == Ran(output: "views\n300\n", errors: "", status: 0))
      let described = try place.run(["describe", "data/videos.csv"])
      #expect(described.output.contains("set aside (P503): 3 columns that a policy keeps out"))
    }
  }

  @Test func aBreakdownByAColumnThatIsKeptOutIsNotOpened() throws {
    try at { place in
      try place.place("data/tally.policy", "set aside: country\n")
      try place.place("data/videos.csv", videos)
      let ran = try place.run(["data/countries.csv", "data/videos.csv", "-c", Self.question])
      #expect(ran.output == "" && ran.status == 3, "\(ran.errors)")
      #expect(ran.errors.hasPrefix("-c:1:14: P201"), "\(ran.errors)")
      let described = try place.run(["describe", "data/countries.csv"])
      #expect(described.output.contains("not loaded (P503), followers by country"), "\(described.output)")
    }
  }

  @Test func aFileWithoutItsKeyIsNotLoadedAndAFileOfPeopleStaysOne() throws {
    try at { place in
      try place.place("data/channel.csv", "date,followers\n2026-01-01,10\n2026-01-02,12\n")
      try place.place("data/tally.policy", "set aside: date, username\n")
      let ran = try place.run(["data/channel.csv", "-c", "followers"])
      #expect(ran.output == "" && ran.status == 3 && ran.errors.contains("P503"), "\(ran.errors)")
      try place.place("data/people.csv", "username,saves\nzoe_k,3\nliam_w,4\n")
      let people = try place.run(["data/people.csv", "-c", "saves"])
      #expect(people.status == 3 && people.errors.contains("P303"), "\(people.errors)")
      #expect(!people.errors.contains("zoe_k"))
    }
  }

  // MARK: When and how it is said

  @Test func aStricterPolicyThatComesLateStopsTheLoad() throws {
    try at { place in
      try place.place("other/views.csv", Self.views)
      try place.place("other/tally.policy", "smallest group: 20\n")
      try place.place(
        "ask.tally", "load \"data/countries.csv\"\nload \"other/views.csv\"\n\(Self.question)\n")
      let ran = try place.run(["ask.tally"])
      #expect(ran.output == "" && ran.status == 4, "\(ran.errors)")
      #expect(ran.errors.contains("F170 `other/tally.policy`"), "\(ran.errors)")
      let together = try place.run(
        ["data/countries.csv", "other/views.csv", "-c", Self.question, "--format", "csv"])
      #expect(together.output == Self.twenty)
      let named = try place.run(["ask.tally", "--policy", "other/tally.policy", "--format", "csv"])
      #expect(named == Ran(output: Self.twenty, errors: "", status: 0))
    }
  }

  @Test func showPolicyTellsWhatHoldsAndWhy() throws {
    try at { place in
      try place.place("data/tally.policy", "smallest group: 20\nset aside: city\n")
      let shown = try ask(place, [], "show policy").output
      #expect(
        shown == """
          setting,holds,because of
          smallest group,20 people,data/tally.policy
          smallest audience,100 people,built in
          smallest group of views,50 views,built in
          smallest audience of views,500 views,built in
          set aside,1 column,data/tally.policy

          """)
      let json = try ask(place, ["--errors", "json", "--policy", "data/countries.csv"])
      #expect(json.output == Self.strict)
      #expect(json.errors.hasPrefix("{\"kind\":\"notice\",\"code\":\"P502\",\"message\":"))
      #expect(json.errors.contains("\"file\":\"data/countries.csv\",\"line\":1,\"column\":1"))
      #expect(!json.errors.contains("917"))
    }
  }
}
