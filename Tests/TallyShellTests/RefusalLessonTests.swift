import TallyPrivacy
import TallyTestSupport
import Testing

/// The lesson in `Examples/refusals`; that its scripts pass is checked with the other examples.
@Suite struct RefusalLessonTests {
  private func script(_ name: String) throws -> [Substring] {
    try Repository.text("Examples/refusals/\(name).tally").split(separator: "\n")
  }

  @Test func everyCodeOfASentenceIsExpectedOnceAtLeastAndHasItsStory() throws {
    let lines = try script("refusals")
    for code in RefusalCode.allCases where code < .personColumn {
      #expect(lines.contains("expect refusal \(code.rawValue)"), "\(code.rawValue)")
      #expect(lines.contains { $0.hasPrefix("-- \(code.rawValue). ") }, "\(code.rawValue)")
    }
  }

  @Test func everyCodeOfLoadingIsShownOrTold() throws {
    let lines = try script("files")
    for code in [RefusalCode.peopleFile, .textByOthers, .tableWithheld] {
      #expect(lines.contains("expect refusal \(code.rawValue)"), "\(code.rawValue)")
    }
    for code in RefusalCode.allCases where (.personColumn ... .lookAlikeHeaders).contains(code) {
      #expect(lines.contains { $0.hasPrefix("--") && $0.contains(code.rawValue) }, "\(code.rawValue)")
    }
    #expect(lines.contains { $0.hasPrefix("--|   set aside (P301)") })
    #expect(lines.contains { $0.hasPrefix("--|   not loaded (P305)") })
    #expect(lines.contains { $0.hasPrefix("--|   set aside (P306)") })
  }

  @Test func nothingAboutThePeopleInItsFilesIsPrinted() throws {
    for name in ["refusals", "files"] {
      let printed = try script(name).filter { $0.hasPrefix("--|") }.joined(separator: "\n")
      for word in ["example.com", "example.org", "Anna", "anna", "lovely crumb"] {
        #expect(!printed.contains(word), "\(name): \(word)")
      }
    }
  }
}
