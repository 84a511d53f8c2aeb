import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import Testing

@Suite struct LoadingPeopleTests {
  @Test(arguments: [
    ("youtube-members.csv", "members list"), ("twitch-subscriber-list.csv", "members list"),
    ("youtube-comments.csv", "comments"), ("scraped-tiktok-other-creators.csv", "other accounts"),
    ("viewer-survey-one-row-per-person.csv", "one row per person"),
    ("user_data_tiktok.json", "whole account"),
    ("instagram-followers_1.json", "followers list"),
  ])
  func filesOfPeopleAreRefusedWhole(_ name: String, _ kind: String) {
    let found = outcome(fixture("refuse/" + name))
    #expect(found.code == "P303", "\(found.place)")
    guard case .refusal(let refusal) = found else { return }
    #expect(PeopleFile(refusal)?.rawValue == kind)
    for cell in ["invented", "Invented", "Exampleton", "examplecreator", "192.0.2.1", "Supporter"] {
      #expect(!found.text.contains(cell))
    }
  }

  @Test(arguments: [
    ("video,author,views\nv1,canary,1\nv2,canary2,2\n", "P303"),
    ("date,username,views\n2026-01-01,canary,1\n", "P303"),
    ("video,comment_text,likes\nv1,canary,1\nv1,canary2,2\n", "P304"),
    ("video,comments\nv1,canary nice\nv2,canary good\n", "P304"),
    ("email,amount\ncanary@example.org,3\n", "P303"),
    ("note,amount\ncanary@example.org,3\n", "P303"), ("video,views\n@canary,3\n@canary2,4\n", "P303"),
  ])
  func columnsOfNamesRefuseTheFile(_ text: String, _ code: String) {
    let found = outcome(csv(text))
    #expect(found.code == code, "\(found.place)")
    #expect(!found.text.contains("canary"))
  }

  @Test(arguments: [
    "E-Mail\ncanary@example.org", "note\nask canary@example.org", "ref\n@canary",
    "topic\nhttps://www.tiktok.com/@canary",
    "IP address\n192.0.2.17", "device_id\n6f9619ff-8b86-d011-b42d-00cf4fc964ff", "mood\n+43 660 1234567",
  ])
  func personColumnsAreSetAside(_ column: String) throws {
    let parts = column.split(separator: "\n")
    let found = outcome(csv("video,\(parts[0]),views\nv1,\(parts[1]),1\nv2,,2\n"))
    let report = try #require(found.report)
    #expect(report.setAside == [.personColumn: 1])
    #expect(found.table?.columns.map(\.description.name) == ["views"])
    #expect(report.protected.headers == [fold(String(parts[0]))])
    #expect(!found.text.contains(parts[1]))
    if !["topic"].contains(parts[0]) { #expect(!found.text.contains(parts[0])) }
  }

  @Test func oneHitInTheLastRowCounts() throws {
    let rows = (1...5000).map { "v\($0),calm,\($0)" } + ["v5001,canary@example.org,1"]
    let found = outcome(csv("video,mood,views\n" + rows.joined(separator: "\n")))
    #expect(found.report?.setAside == [.personColumn: 1])
  }

  @Test func theCreatorsOwnAccountIsDropped() throws {
    let found = outcome(csv("video,username,views\nv1,canary,1\nv2,canary,2\n"))
    #expect(found.report?.ownAccountColumns == 1)
    #expect(found.table?.columns.count == 1)
    #expect(!found.text.contains("canary") && !found.text.contains("username"))
  }

  @Test func headersThatMayBePeopleAreCounted() throws {
    let found = outcome(csv("date,views,anna,bob,Carla Canary\n2026-01-01,5,1,2,3\n2026-01-02,6,1,2,3\n"))
    #expect(found.report?.hiddenUnknown == 3)
    #expect(!found.text.contains("anna") && !found.text.contains("Canary"))
  }

  @Test func declarationsAdmitUnknownColumnsButNoPeople() throws {
    var declared = options
    declared.declarations = [
      .init(column: "mood", role: .videos, kind: .attribute),
      .init(column: "nickname", role: .videos, kind: .attribute),
      .init(column: "energy", role: .videos, kind: .rate(weight: "views")),
    ]
    let rows = (1...20).map { "v\($0),\($0 % 2 == 0 ? "calm" : "loud"),0.5,\($0)" }
    let text = "video,mood,energy,views\n" + rows.joined(separator: "\n")
    let table = try #require(outcome(csv(text), as: nil, declared).table)
    #expect(table.columns.map(\.description.name) == ["mood", "energy", "views"])
    #expect(table.kind("energy") == .rate(weight: "views"))
    #expect(outcome(csv(text)).table?.columns.map(\.description.name) == ["views"])
    let people = (1...20).map { "v\($0),canary\($0 % 3),\($0)" }
    #expect(
      outcome(csv("video,nickname,views\n" + people.joined(separator: "\n")), as: nil, declared).code
        == "P303")
  }

  @Test func lookAlikeHeadersAreNotMerged() throws {
    let found = outcome(csv("video,v\u{456}ews,likes\nv1,5,2\n"))
    #expect(found.report?.setAside == [.lookAlikeHeaders: 1])
    #expect(found.table?.columns.map(\.description.name) == ["likes"])
  }
}
