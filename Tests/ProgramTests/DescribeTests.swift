import Testing

/// `tally describe`, as somebody asks it before loading anything.
@Suite struct DescribeTests {
  private func at(_ run: (Workplace) throws -> Void) throws {
    let place = try Workplace()
    defer { place.remove() }
    try place.place("videos.csv", "video,posted,views,mood\na,2026-01-05,10,x\nb,,,y\n")
    try place.place("fans.csv", "Username,Subscribe Date,Current Tier\nsecret_fan,2026-01-01,1\n")
    try run(place)
  }

  @Test func aFileIsDescribedAndNothingElseIsSaid() throws {
    try at { place in
      let ran = try place.tally("describe", "videos.csv")
      #expect(
        ran.output == """
          videos.csv: 2 rows as videos (told from its columns)
            date: posted
            counter: views
            clock: posted is a day without a time
            not loaded, not known to Tally: mood; `column NAME in ROLE is KIND` admits one
            2 cells without a value, kept as missing

          """)
      #expect(ran.errors == "")
      #expect(ran.status == 0)
    }
  }

  @Test func aFileOfPeopleIsNamedAndTheOthersAreStillDescribed() throws {
    try at { place in
      let ran = try place.tally("describe", "fans.csv", "videos.csv")
      #expect(ran.status == 3)
      #expect(ran.output.hasPrefix("P303 fans.csv: "))
      #expect(ran.output.contains("\nvideos.csv: 2 rows as videos"))
      #expect(!ran.output.contains("secret_fan"))
    }
  }

  @Test func eachFileIsOneObject() throws {
    try at { place in
      let ran = try place.tally("describe", "videos.csv", "fans.csv", "--format", "json")
      let lines = ran.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(
        lines.first?.hasPrefix(
          "{\"kind\":\"load\",\"file\":\"videos.csv\",\"table\":\"videos\",\"preset\":null,\"rows\":2,")
          == true)
      #expect(lines.first?.contains("\"unknown\":[\"mood\"]") == true)
      #expect(lines.last?.contains("\"code\":\"P303\"") == true)
    }
  }

  @Test func wrongUseIsSaid() throws {
    try at { place in
      let bare = try place.tally("describe")
      #expect(bare.status == 64)
      #expect(try place.tally("describe", "videos.csv", "--format", "csv").status == 64)
      #expect(try place.tally("describe", "nothing.csv").status == 4)
    }
  }
}
