import Testing

@testable import TallyPrivacy

@Suite struct ClosedSetTests {
  private static let names = [
    "Zuzka Novak", "Bela Kun", "Quib Prakhesk", "Velzor Nuxa", "Fynlum D.", "Daxbrol Yurt", "Whis Caff",
  ]
  private static let accounts = ["zuzka92", "bela_kun7", "quibprak11", "velzornuxa3", "fyn.lum5"]

  private func admits(_ name: String, _ values: [String], times: Int = 1, _ meaning: Meaning = .content)
    -> Bool
  {
    var shapes = PersonShapes()
    for value in values { shapes.scan(Array(value.utf8).span) }
    let candidate = ColumnCandidate(
      table: meaning == .audienceDimension ? "audience" : "videos", name: name, header: name,
      meaning: meaning,
      standing: .known, shapes: shapes, text: (values.count * times, values.count), words: values)
    if case .admitted = admit(candidate) { return true }
    return false
  }

  @Test(arguments: ["format", "lang", "platform", "country_of_filming", "traffic_source"])
  func unknownNamesAreNoFormatLanguageOrSource(column: String) {
    let meaning: Meaning = column == "traffic_source" ? .delivery : .content
    #expect(!admits(column, Self.names, meaning))
    #expect(!admits(column, Self.accounts, meaning))
  }

  @Test(arguments: ["language", "device", "country", "age", "gender"])
  func unknownNamesAreNoGroupsOfAnAudience(column: String) {
    #expect(!admits(column, Self.names, .audienceDimension))
  }

  @Test(arguments: ["city", "region"])
  func accountsAndAddressesAreNoPlaces(column: String) {
    #expect(!admits(column, Self.accounts, .audienceDimension))
    let addresses = [
      "Zuzkastrasse 12, 1010 Wien", "14 Bela Street", "Quibweg 3", "Rue Velzor 7", "Via Fyn 9",
    ]
    #expect(!admits(column, addresses, .audienceDimension))
    // Whether two words are a place or a person cannot be told.
    #expect(admits(column, ["San Jose", "New York", "Los Angeles", "Ho Chi Minh"], .audienceDimension))
  }

  @Test(arguments: [
    ("format", ["Talking Head", "Green Screen", "Photo Carousel", "Day In Life", "Behind The Scenes"]),
    ("format", ["Reel", "Karussell", "Foto", "Beitrag", "Story", "Kurzfilm"]),
    ("format", ["Anleitung", "Rezept", "Mukbang", "Ritratto", "Przepis"]),
    ("format", ["ep1", "s01e02", "9x16", "short_60", "reel_90"]),
    ("lang", ["en", "de", "pt-BR", "zh-Hans", "fil"]),
    ("lang", ["englanti", "suomi", "viro", "saame", "karjala"]),
    ("lang", ["Haitian Creole", "Scottish Gaelic", "English", "Low German", "Swiss German"]),
    ("lang", ["英語", "日本語", "ドイツ語", "韓国語", "中国語"]),
    ("platform", ["TikTok", "Instagram", "YouTube", "X", "Pinterest"]),
    ("country_of_filming", ["Costa Rica", "Sri Lanka", "Saudi Arabia", "South Korea", "New Zealand"]),
  ])
  func honestValuesOfVideosStay(column: String, values: [String]) { #expect(admits(column, values)) }

  @Test(arguments: [
    ("language", ["angielski", "niemiecki", "polski", "ukrainski"]),
    ("language", ["English", "Zz", "Xx", "Yy"]),
    ("language", ["Английский", "Русский", "Казахский", "Татарский"]),
    ("language", ["İngilizce", "Türkçe", "Almanca", "Kürtçe"]),
    ("device", ["Mobile Phone", "Game Console", "Smart Tv", "Desktop Computer"]),
    ("device", ["Samsung Galaxy", "Apple Watch", "Sony Bravia", "Google Pixel"]),
    ("device", ["iphone15", "cph2185", "rmx3085", "redmi9"]),
    ("country", ["United States", "United Kingdom", "South Africa", "Costa Rica", "Sri Lanka"]),
    ("country", ["Estados Unidos", "Reino Unido", "Arabia Saudita", "Costa Rica"]),
    ("city", ["Wien", "Graz", "Linz", "Bad Ischl"]),
    ("region", ["Bayern", "Île-de-France", "Oberösterreich", "State of São Paulo"]),
    ("age", ["13-17", "18-24", "25-34", "65+"]), ("gender", ["female", "male", "user specified", "unknown"]),
  ])
  func honestGroupsStay(column: String, values: [String]) {
    #expect(admits(column, values, .audienceDimension))
  }

  @Test func fewValuesAndThoseOfSeveralVideosStay() {
    #expect(admits("format", Array(Self.names.prefix(4))))
    #expect(admits("format", Self.names, times: 3))
    #expect(admits("topic", Self.names))
  }

  @Test(arguments: [
    "Alter", "Altersgruppe", "Geschlecht", "Âge des abonnés", "Edad", "idade", "Età", "leeftijd", "yaş",
    "возраст", "年齢",
    "성별", "age of viewers", "Audience gender", "Alter der Zuschauer", "viewers' age",
  ])
  func declaredColumnsOfWhatPeopleAreAreSetAside(header: String) {
    let candidate = ColumnCandidate(
      table: "videos", name: "x", header: header, meaning: .content, standing: .declared, text: (8, 2),
      words: ["18-24", "25-34"])
    #expect(admit(candidate) == .setAside(.personColumn))
  }

  @Test(arguments: [
    "age_of_video", "target age", "ETA", "alteration", "video age", "genre", "sexy", "language of video",
    "alternative",
    "age gap", "storage",
  ])
  func declaredColumnsOfVideosStay(header: String) {
    let candidate = ColumnCandidate(
      table: "videos", name: "x", header: header, meaning: .content, standing: .declared, text: (8, 2),
      words: ["a", "b"])
    guard case .admitted = admit(candidate) else {
      Issue.record("not admitted")
      return
    }
  }
}
