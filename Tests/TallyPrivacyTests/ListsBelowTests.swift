import TallyPrivacy
import Testing

@Suite struct ListsBelowTests {
  @Test(arguments: [
    ["Follower", "Handle", "Joined"], ["Username", "Follow date"], ["name", "likes"],
    ["Member", "Tier", "Email"],
    ["Abonnent", "Land"], ["Fan", "Since", "Badge", "Notes"], ["ユーザー名", "メール"],
    ["First name", "Last name", "x", "y"],
  ])
  func aRowOfHeadersAboutPeopleIsAHeader(cells: [String]) { #expect(headsPeople(cells)) }

  @Test(arguments: [
    ["a", "friends", "why"], ["h1", "guest"], ["followers"], ["video", "topic", "hook"],
    ["Follower growth", "up"],
    ["soup", "bread"], [], ["from the kitchen", "name that tune"], ["intro", "guest"], ["outro", "fan"],
    ["teaser", "friends", "short"],
  ])
  func honestRowsAreNone(cells: [String]) { #expect(!headsPeople(cells)) }

  @Test func accountsAreToldFromTheNumbersAboveThem() {
    let numbers = ["7582646736748170973", "7582646736748170974"]
    #expect(accountsBelow(numbers + ["zuzka92", "bela_kun"]) == 2)
    #expect(accountsBelow(numbers) == nil)
    #expect(accountsBelow(numbers + ["zuzka92"]) == nil)
    #expect(accountsBelow(["zuzka92", "bela_kun"]) == nil)
    #expect(accountsBelow(numbers + ["dQw4w9WgXcQ", "kJQP7kiw5Fk"]) == nil)
    #expect(accountsBelow(numbers + ["zuzka92", "7582646736748170975"]) == nil)
  }

  @Test(arguments: [
    "Exported by Anna", "Erstellt von", "exporté par Anna", "Généré le 3 mai", "Report for Anna",
  ])
  func aLineAboutTheExportIsTold(cell: String) { #expect(opensClosingLine(cell)) }

  @Test(arguments: ["Exported", "export by train", "a created world", "v1", "", "7582646736748170973"])
  func otherCellsAreNoSuchLine(cell: String) { #expect(!opensClosingLine(cell)) }
}
