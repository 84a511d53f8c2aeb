import Testing

/// `tally audit`, as somebody asks it who does not believe that nobody can be worked out.
@Suite struct AuditTests {
  private func at(_ run: (Workplace) throws -> Void) throws {
    let place = try Workplace()
    defer { place.remove() }
    try place.place("videos.csv", "video,posted,views\na,2026-01-05,10\n")
    try place.place("fans.csv", "Username,Subscribe Date,Current Tier\nsecret_fan,2026-01-01,1\n")
    try place.place(
      "countries.csv",
      "country,followers\nDE,2702\nAT,958\nUS,93571\nIT,4711\nZanzibar,7\nNauru,5\nTuvalu,4\n")
    try place.place("views.csv", "city,views\nVienna,9000\nGraz,3000\nLinz,33\nWels,7\nEnns,10\n")
    try place.place("limited.csv", "country,followers\nUS,500\nCA,498\nFR,2\nTotal,1000\n")
    try run(place)
  }

  @Test func anAttackIsTakenApartByKindAndNobodyIsNamed() throws {
    try at { place in
      let ran = try place.tally("audit", "countries.csv")
      #expect(
        ran.output == """
          followers by country (countries.csv)
            attack             asked  answered  left open   stopped by
            by name               29         9  10 or more  P401 C032 C034
            total minus shown      3         3  10 or more  P402
            share of total        12        12  10 or more  P402
            difference            21        15  10 or more  P402 C032
            tracker               29        21  10 or more  P402 C032
            linked margins         4         0  –           P106 P202
            snapshots              8         0  –           C033 Q014
            all together           –         –  10 or more  P402
            known rules            –         –  10 or more  P402
            Shown: 4 groups, counted together: 3.
            Held: what each of those counted together may be spans 10 numbers or more.

          Passed: 1 breakdown, 106 questions, and nobody can be worked out.

          """)
      #expect(ran.errors == "")
      #expect(ran.status == 0)
    }
  }

  @Test func noLabelAndNoNumberOfAFoldedGroupIsInAnyOutput() throws {
    try at { place in
      for format in ["plain", "json"] {
        let ran = try place.tally("audit", "countries.csv", "views.csv", "--format", format)
        #expect(ran.status == 0)
        for label in ["Zanzibar", "Nauru", "Tuvalu", "Linz", "Wels", "Enns", "Vienna", "DE", "2702", "93571"]
        {
          #expect(!ran.output.contains(label) && !ran.errors.contains(label), "\(label)")
        }
      }
    }
  }

  @Test func eachBreakdownIsOneObject() throws {
    try at { place in
      let ran = try place.tally("audit", "countries.csv", "views.csv", "--format", "json")
      let lines = ran.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(
        lines.first?.hasPrefix(
          "{\"kind\":\"audit\",\"breakdown\":\"followers by country\",\"files\":[\"countries.csv\"],\"open\":true,"
            + "\"groups_shown\":4,\"groups_folded\":3,\"groups_left_out\":0,\"to_leave_open\":10,") == true)
      #expect(lines.first?.hasSuffix("\"unexplained\":0,\"tells_labels\":false,\"passed\":true}") == true)
      #expect(lines.last?.contains("\"to_leave_open\":50") == true)
      #expect(
        lines.last?.contains(
          "{\"attack\":\"known rules\",\"asked\":0,\"answered\":0,\"left_open\":50,\"stopped_by\":[\"P402\"],\"held\":true}"
        ) == true)
    }
  }

  @Test func nothingIsShownOfATableThatWouldLeakAndNothingIsLeftToAttackElsewhere() throws {
    try at { place in
      let withheld = try place.tally("audit", "limited.csv")
      #expect(
        withheld.output == """
          followers by country
            Withheld (P403): nothing of it is shown, and no question got a number.

          Passed: 1 breakdown, 58 questions, and nobody can be worked out.

          """)
      #expect(withheld.status == 0)
      let none = try place.tally("audit", "videos.csv")
      #expect(none.output == "None of these files splits an audience, so there is nobody to be worked out.\n")
      #expect(none.status == 0)
      let piped = try place.tally("audit", "-", input: "country,followers\nDE,270\nAT,95\n")
      #expect(piped.status == 0)
      #expect(piped.output.contains("Held: every group is a crowd, and nothing is hidden behind it."))
    }
  }

  @Test func refusedAndBrokenFilesEndAsInLoading() throws {
    try at { place in
      let people = try place.tally("audit", "countries.csv", "fans.csv")
      #expect(people.status == 3)
      #expect(people.output == "")
      #expect(people.errors.hasPrefix("P303 fans.csv: "))
      #expect(!people.errors.contains("secret_fan"))
      let data = try place.tally("audit", "fans.csv", "--errors", "json")
      #expect(data.errors.hasPrefix("{\"kind\":\"refusal\",\"code\":\"P303\""))
      #expect(try place.tally("audit", "nothing.csv").status == 4)
      #expect(try place.tally("audit").status == 64)
      #expect(try place.tally("audit", "countries.csv", "--format", "csv").status == 64)
    }
  }

  @Test func whatAPolicyAsksForIsWhatHasToHold() throws {
    try at { place in
      try place.place("strict.policy", "smallest group: 20 people\nsmallest grup: 30\n")
      let ran = try place.tally("audit", "countries.csv", "--policy", "strict.policy")
      #expect(ran.errors.hasPrefix("strict.policy:2:1: P502 "))
      #expect(ran.status == 0)
      #expect(ran.output.contains("may be spans 50 numbers or more."))
      try place.place("clear.policy", "smallest group: 20 people\n")
      let clear = try place.tally("audit", "countries.csv", "--policy", "clear.policy")
      #expect(clear.output.contains("may be spans 20 numbers or more.") && clear.errors.isEmpty)
    }
  }

  @Test func monthsAreAuditedToo() throws {
    try at { place in
      try place.place(
        "months.csv",
        "date,country,followers\n"
          + "2026-01-31,DE,404\n2026-01-31,AT,308\n2026-01-31,LU,3\n2026-01-31,LI,28\n"
          + "2026-02-28,DE,405\n2026-02-28,AT,309\n2026-02-28,LU,4\n2026-02-28,LI,28\n")
      let ran = try place.tally("audit", "months.csv")
      #expect(ran.output.contains("  snapshots             10         8  10 or more  P402 C033 Q014\n"))
      #expect(ran.status == 0)
    }
  }
}
