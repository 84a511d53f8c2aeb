import TallyPrivacy
import Testing

@Suite struct AdmissionTests {
  private func candidate(
    _ header: String, _ standing: ColumnCandidate.Standing, values: [String] = []
  ) -> ColumnCandidate {
    var shapes = PersonShapes()
    for value in values { shapes.scan(Array(value.utf8).span) }
    return ColumnCandidate(
      table: "videos", name: "x", header: header, meaning: .content, standing: standing, shapes: shapes,
      text: (values.count, Set(values).count))
  }

  @Test func knownColumnsAreAdmitted() {
    guard case .admitted(let handle) = admit(candidate("Format", .known, values: ["reel", "reel"])) else {
      Issue.record("not admitted")
      return
    }
    #expect(handle.table == "videos" && handle.name == "x" && handle.meaning == .content)
  }

  @Test(arguments: [
    "Username", "sec_uid", "openId", "E-Mail", "IP address", "nickname", "ユーザー名", "Benutzername",
  ])
  func noDeclarationAdmitsAPersonColumn(_ header: String) {
    #expect(admit(candidate(header, .declared, values: ["a", "a"])) == .setAside(.personColumn))
  }

  @Test(arguments: [
    "mail me: a.b@example.org", "+43 660 1234567", "192.0.2.17", "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
    "d41d8cd98f00b204e9800998ecf8427e", "https://www.youtube.com/channel/UCabc", "@someone",
  ])
  func oneValueThatLeadsToAPersonSetsAColumnAside(_ value: String) {
    let values = [String](repeating: "calm", count: 40) + [value]
    #expect(admit(candidate("mood", .declared, values: values)) == .setAside(.personColumn))
  }

  @Test(arguments: [
    "2026-03-14", "0:00:37", "1.234.567", "7582646736748170973", "12:30", "IG reel", "10-12-2025", "C++",
  ])
  func honestValuesPass(_ value: String) {
    var shapes = PersonShapes()
    shapes.scan(Array(value.utf8).span)
    #expect(!shapes.isAboutPeople)
  }

  @Test(arguments: ["username", "user_id", "email", "commenter", "reply_text", "fan_email"])
  func noHandleHasTheNameOfAPersonColumn(_ name: String) {
    let candidate = ColumnCandidate(
      table: "videos", name: name, header: "Format", meaning: .content, standing: .known)
    #expect(admit(candidate) == .setAside(.personColumn))
  }

  @Test func mostlyDistinctTextIsNotAdmittedEvenWhenDeclared() {
    #expect(admit(candidate("mood", .declared, values: ["a", "b", "c"])) == .setAside(.unknownColumn))
    #expect(admit(candidate("mood", .unknown, values: ["a", "a"])) == .setAside(.unknownColumn))
  }

  @Test func headersOfOtherLettersAreSetAside() {
    #expect(admit(candidate("v\u{456}ews", .declared, values: ["a", "a"])) == .setAside(.lookAlikeHeaders))
    #expect(!looksLikeAnother("Durée"))
    #expect(!looksLikeAnother("コンテンツ"))
  }

  @Test(arguments: [
    ("ownerUsername", PersonHeader.name), ("owner.bio", .name), ("authorMeta.fans", .name),
    ("snippet.channelTitle", .name), ("user.about", .name), ("posted_by.x", .name), ("phoneNumber", .contact),
    ("user.emailAddress", .contact), ("topComment.likes", .textByOthers),
    ("latestComment.text", .textByOthers), ("commentText", .textByOthers),
  ])
  func pathsAndWordsWrittenTogetherAreReadAsPeople(_ header: String, _ expected: PersonHeader) {
    #expect(PersonHeader(header) == expected)
  }

  @Test(arguments: [
    "viewCount", "stats.playCount", "statistics.viewCount", "snippet.publishedAt", "musicMeta.musicName",
    "string_map_data.Comments.value", "media_map_data.title", "No. of views", "hashtagName",
    "latestComment.likes",
    "persona", "fandom", "user_generated", "follower_growth", "followers", "viewers", "age_of_video", "hook",
  ])
  func ordinaryHeadersSayNothingAboutPeople(_ header: String) {
    #expect(PersonHeader(header) == .none)
  }
}

@Suite struct MaskingTests {
  @Test(arguments: [
    ("Thanks @friend.name for it", "Thanks @… for it"), ("mail a.b@example.org now", "mail @… now"),
    ("see https://example.org/x?y=1 there", "see @… there"), ("call +43 660 1234567", "call @…"),
    ("no person #soup 2026-03-14", "no person #soup 2026-03-14"), ("a @ b", "a @ b"),
    ("line\none", "line one"), ("call 660 123 45 67", "call @…"),
    ("live 2026-03-14 21:00", "live 2026-03-14 21:00"), ("ring\u{1B}[31m", "ring[31m"),
    ("part 1 of 3, 12 tips", "part 1 of 3, 12 tips"),
  ])
  func ownWordsLoseWhatLeadsToPeople(_ original: String, _ masked: String) {
    #expect(MaskedText(original).text == masked)
  }

  @Test(arguments: [
    "0664 / 210 81 41", "(0664) 152-2786", "00436642251796", "(202) 555-0143", "07911 123456",
    "name (at) mail (dot) com",
    "name at mail dot com", "name[at]mail.com", "name%40mail.com", "name\u{200B}@\u{AD}mail.com",
    "n\u{FC}ll＠m\u{FC}ll.at",
    "hxxps://x.com", "name.bsky.social", "t.me/x", "x.co.uk", "WWW.X.COM", "u/name", "name#1234", "@ name",
    "0664 2108141 0699 1234567",
    // Base64 of both alphabets, in groups of any length, hexadecimal digits, and signs by their codes.
    "bmFtZUBtYWlsLmNvbQ==", "bmFtZUBtYWlsLmNvbQ", "amFuZS5kb2VAbWFpbC5jb20", "bcO8PkBuYW1lQG1haWwuY29t",
    "6e616d65406d61696c2e636f6d", "6E616D65406D61696C2E636F6D", "QHNvbWVib2R5Xw==",
    "aHR0cHM6Ly94LmNvbS9uYW1l", "KzQzNjYwMTIzNDU2Nw==", "name%40mail%2Ecom", "name%2540mail%252Ecom",
    "name&#0064;mail&#46;com", "name&#x40;mail&period;com", "%6eame%40mail.com",
    "name\\u0040mail.com", "name\\x40mail\\x2ecom", "bgBhAG0AZQBAAG0AYQBpAGwALgBjAG8AbQA=",
  ])
  func contactsGoWhole(_ contact: String) {
    #expect(MaskedText(contact).text == "@…")
    #expect(MaskedText("so \(contact), yes").text.hasPrefix("so @…"))
  }

  @Test(arguments: [
    "01/02/2026", "05.01.2026 21:00", "2026-01-05 10:00", "05.01. - 06.01.2026", "05/01 - 06/01/2026",
    "1000000 views",
    "24/7", "007", "3.000.000", "0.123456789", "12.5", "Top 10 2024/2025", "30-60-90", "4-4-2",
    "9783161484100",
    "#00ff00", "#012345678", "#0001", "top#2024", "000000001", "Node.js", "v2.0", "Dr. Oetker", "e.g.",
    "A.I.", "feat. Anna",
    "St. Anton", "no.1", "Mr.Beast", "Done.It works", "wait...it works", "look at that", "meet me (at) home",

    "family 👩\u{200D}👧 day", "either/or", "100%fun and 50%25 off", "dQw4w9WgXcQ",
    "Fish &amp; chips &#127863;",
    "3b44e647dcc07f225af382e1f35da513", "7582646736748170973", "QATARAIRWAYS",
    "#Donaudampfschifffahrtsgesellschaft",
    "cats/dogs_and-birds+more", "c:\\x4\\user", "¯\\_(ツ)_/¯", "$1,299.00", "a dot on the map", "big: one",
  ])
  func honestTextsStay(_ text: String) {
    #expect(MaskedText(text) == MaskedText(text, number: 7))
    #expect(MaskedText(text).text == text)
  }

  @Test(arguments: [
    "ring 0664/2108141", "tel:0049301234567", "name (at) mail (dot) com", "name&#64;mail.com", "t.me/x",
    "name.bsky.social", "discord.gg/x", "(202) 555-0143", "bmFtZUBtYWlsLmNvbQ==", "#xbmFtZUBtYWlsLmNvbQ",
    "6e616d65406d61696c2e636f6d", "name%40mail%2Ecom", "0x6e616d65406d61696c2e636f6d",
    "name\\u0040mail.com",
  ])
  func contactsInAnyWritingSetAColumnAside(_ value: String) {
    var shapes = PersonShapes()
    shapes.scan(Array("calm".utf8).span)
    #expect(!shapes.isAboutPeople)
    shapes.scan(Array(value.utf8).span)
    #expect(shapes.isAboutPeople && shapes.contacts + shapes.profileLinks == 1)
  }

  @Test func soundsAreNumbered() {
    #expect(MaskedText("original sound - @a", number: 2).text == "original sound - @…2")
  }
}
