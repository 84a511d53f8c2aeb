import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import Testing

@Suite struct LoadingErrorTests {
  @Test(arguments: [
    ("", "F101 -:-"), ("\u{FEFF}", "F101 -:-"), ("\n\n", "F101 -:-"), ("video,posted,views\n", "F106 -:-"),
    ("PK\u{3}\u{4}rest", "F104 -:-"), ("video,views\nv1,1\u{0}\n", "F103 -:-"), ("{\"a\": 1}", "F105 -:-"),
    ("video,views\nv1,10\nv2\n", "F107 3:3"), ("video,views\nv1,10,7\n", "F107 2:6"),
    ("video,title,views\nv1,\"open,10\nv2,x,3\n", "F108 2:4"),
    ("video,title,views\nv1,\"a\"b,10\n", "F109 2:7"),
    ("video,views\nv1,10\nv2,ten\n", "F112 3:4"), ("video,views\nv1,\"3.юни\"\n", "F112 2:4"),
    ("video,views\nv1,99999999999999999999\n", "F113 2:4"), ("video,watch_time\nv1,1.234\n", "F114 2:4"),
    ("video,date,views\nv1,yesterday,1\n", "F115 2:4"), ("video,date,views\nv1,2026-02-30,1\n", "F115 2:4"),
    ("date,views\n03/04/2025,1\n", "F116 -:-"), ("date,views\n9999999999999999999 March,1\n", "F115 2:1"),
    ("date,views\n99999999999999999/1/1,1\n", "F115 2:1"),
    ("video,views\nv1,-9223372036854775808\n", "F113 2:4"),
    ("video,watch_time\nv1,9223372036854775807.5\n", "F113 2:4"), ("video,views\nv1,1,234\n", "F107 2:5"),
    ("video,views\nv1,\"12,34,567\"\n", "F112 2:4"), ("country_name,watch_time\nUnited States,5\n", "F161"),
    ("date,views\nNovember 3,1\n", "F117 -:-"),
    ("a,b\n1,2\n", "F118 -:-"), ("title,views\nSoup,12\n", "F118 -:-"),
    ("video,views,views\nv1,1,2\n", "F122 1:-"),
    ("date,views\n,5\n2026-01-02,3\n", "F124 2:1"), ("video,views\n7.58E+18,5\n", "F125 2:1"),
    ("video,mood score\nv1,5\n", "F126 -:-"), ("country,views\nDE,100\nAT,-50\n", "F160 -:-"),
    ("age,views (%)\n18-24,60\n25-34,40\n", "F162"),
    ("age,gender,followers,city\n18-24,female,5,Graz\n", "F121"),
    ("country,followers\nDE,-100\nAT,50\n", "F129 -:-"), ("country,share\nDE,0.9\nAT,0.5\n", "F130 -:-"),
    ("video,country,views\nv1,DE,5\nv1,AT,6\n", "F121"),
    ("date,market,views\n2026-01-01,DE,5\n2026-01-01,AT,6\n", "F121"),
  ])
  func everyDamageHasItsCodeAndPlace(_ text: String, _ place: String) {
    #expect(outcome(csv(text)).place == place)
  }

  @Test func invalidUTF8NamesLineAndColumn() {
    let bytes = Array("video,title\nv1,caf".utf8) + [0xE9] + Array("\n".utf8)
    #expect(outcome(SourceFile(name: "x.csv", bytes: bytes)).place == "F102 2:7")
  }

  @Test func aVeryLongLineFailsAtOnce() {
    let bytes = Array("video,title\n".utf8) + [UInt8](repeating: 97, count: 40 << 20)
    #expect(outcome(SourceFile(name: "x.csv", bytes: bytes)).place == "F110 2:1")
  }

  @Test func aNumberThatIsNoneIsNeverEchoed() {
    let found = outcome(csv("video,views\nv1,canary7319\n"))
    #expect(found.code == "F112")
    #expect(!found.text.contains("canary"))
    #expect(found.text.contains("[views]"))
  }

  @Test func aWrittenRoleNeedsItsColumns() {
    #expect(outcome(csv("video,views\nv1,1\n"), as: .daily).code == "F119")
    #expect(outcome(csv("video,views\nv1,1\n"), as: .channel).code == "F119")
    #expect(outcome(csv("title,views\nSoup,1\n"), as: .videos).code == "ok")
    #expect(outcome(csv("video,views\nv1,1\n"), as: .audience).code == "F119")
    #expect(outcome(csv("country,reach\nDE,1\n"), as: .audience).code == "F119")
  }

  @Test func anUnknownZoneIsSaid() {
    let file = fixture("meta-business-suite/Nov-01-2025_Feb-08-2026_1234567890123456.csv")
    #expect(outcome(file, as: nil, LoadOptions(zone: { _ in nil })).code == "F123")
  }
}
