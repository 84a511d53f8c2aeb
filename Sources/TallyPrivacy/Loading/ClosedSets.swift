/// A column whose values are known, but for how a platform and a language write them: no person is one of them.
enum ClosedSet: Sendable, Hashable {
  case formats, languages, devices, sources, countries, places, brackets

  /// nil where anything may stand in a column.
  init?(column name: String) {
    switch name {
    case "format": self = .formats
    case "lang", "language": self = .languages
    case "device": self = .devices
    case "traffic_source", "surface", "live_or_on_demand", "platform": self = .sources
    case "country", "country_of_filming": self = .countries
    case "city", "region": self = .places
    case "age", "gender", "subscription": self = .brackets
    default: return nil
    }
  }

  /// Whether nearly all distinct values read like people and none of the set is among them.
  ///
  /// A few values tell nothing, and neither do languages in letters of other scripts. First and last names are not told
  /// from names of places.
  ///
  /// - Complexity: O(length of the values).
  func isOutside(_ values: [String], least: Int) -> Bool {
    guard values.count >= least else { return false }
    let known = values.count(where: holds)
    if self == .languages, known == 0 { return true }
    return values.count { !holds($0) && readsLikePerson($0) } * 10 >= values.count * 9
  }

  private func readsLikePerson(_ value: String) -> Bool {
    switch self {
    case .places: readsLikeNumberedAccount(value) || isStreetAddress(value)
    // Models are called in all ways that accounts are.
    case .devices: readsLikeFullName(value)
    case .formats, .languages, .sources, .countries, .brackets:
      readsLikeFullName(value) || readsLikeNumberedAccount(value)
    }
  }

  /// Whether a value is one of the set, or holds a word of those that are.
  private func holds(_ value: String) -> Bool {
    let folded = foldedLetters(value)
    guard folded.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
    let words = folded.split { !$0.isLetter }.map(String.init)
    switch self {
    case .languages: return isLanguageCode(value) || words.contains { word in begins(word, languageStems) }
    case .formats: return words.contains { word in begins(word, formatStems) }
    case .devices: return words.contains { word in begins(word, deviceStems) }
    case .sources: return words.contains { word in begins(word, sourceStems) }
    case .countries: return words.contains(where: countryWords.contains)
    case .places, .brackets: return false
    }
  }
}

private func begins(_ word: String, _ stems: [String]) -> Bool { stems.contains { word.hasPrefix($0) } }

/// A first and a last name, or a first name and one letter behind it, as `Anna B.` is.
private func readsLikeFullName(_ value: String) -> Bool {
  let words = value.split(separator: " ")
  guard words.count >= 2, let last = words.last else { return false }
  let isLetter = last.hasSuffix(".") ? last.count == 2 : last.count == 1
  // Capitals inside words are those of products.
  guard words.allSatisfy({ $0.dropFirst().allSatisfy { !$0.isUppercase } }) else { return false }
  if words.count == 2, isLetter, last.first?.isUppercase == true {
    return words[0].first?.isUppercase == true && words[0].allSatisfy(\.isLetter)
  }
  return readsLikeName(value)
}

/// The name of an account with a number behind it: `anna92`.
private func readsLikeNumberedAccount(_ value: String) -> Bool {
  readsLikeAccount(value) && value.utf8.last?.isDigit == true
}

/// A street and the number of a house.
private func isStreetAddress(_ value: String) -> Bool {
  guard value.utf8.contains(where: \.isDigit) else { return false }
  let words = foldedLetters(value).split { !$0.isLetter }
  return words.contains { word in
    streetWords.contains(String(word)) || streetEndings.contains { word.hasSuffix($0) }
  }
}

private let streetWords: Set<String> = [
  "street", "st", "road", "rd", "avenue", "ave", "lane", "boulevard", "rue", "via", "viale", "calle", "rua",
  "avenida",
  "str", "ulica", "ul", "utca",
]

private let streetEndings = ["strasse", "straße", "gasse", "straat", "gatan", "weg", "platz", "allee"]

/// `de`, `pt-BR`, `zh-Hans`.
private func isLanguageCode(_ value: String) -> Bool {
  let parts = value.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
  guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
  return parts.allSatisfy { part in
    (2...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0.isLetter || $0.isDigit }
  }
}

/// How languages begin in the languages that exports come in, letters folded; the most spoken in many, others in English.
private let languageStems = words(
  """
  angl angiel angol engl engel ingl ingil inggr tieng span espan hisz isp spag spaan cast kastil deut germ alem allem tede
  niem nem alman duits tysk saksa jerman fran frz ranska prancis phap port itali wlos olasz russ ros rus venaj oros arab
  hind japan japon giappon jepang nhat kore core chin kin cin mandarin kanton canton turk turc tyrk torok indones bahasa pol
  lengyel puola dutch niederl neder neerl holl oland swed schwed sved ruot sued zwed szwed norw norv norj dan finn fin
  suom gree griech grec grie yun ukr viet thai tail malay malai tagal filip czech tsche tche chec ces tsjech hung ungar
  hongr magy wegi ung roman rum roum bulg serb croat kroat hrv slov hebr ebr ivrit pers fars urd beng tam telu mara guj
  punj panj swah catal katal basq eusk gali lat lit est alb mace maze azer kaz uzb georg arm khm lao burm nep sinh isl icel
  irish gael wels malt afri zulu haus amha somal
  other unkn ander sonst autre otr outr altr undet multi none
  """)

private let formatStems = words(
  """
  tutor vlog blog reel short video vid carous caroo carro karus kaross imag immag phot fot bild pictur stor live post publi
  beitrag clip duet stitch album link text status articl poll podcast slide gif igtv interview review haul unbox challeng
  recip rezept recet tip hack day daily life talk head screen green voice over behind scene pov skit sketch comed danc lip
  ask answ question grwm get ready before after how top list trail teas promo ad collab stream serie episod featur long
  quick react compil montag music asmr mukbang tour what eat news updat announc explain document educ entertain time laps
  close face cam pin other unkn vertical horizontal static grid meme quot info graphic anim demo product guid lesson
  """)

private let deviceStems = words(
  """
  phone mobil movil smart telef tablet tv tele desktop comput ordin rechner console konsol consol game galaxy samsung apple
  google pixel xiaomi redmi huawei honor oppo vivo nokia moto sony oneplus realme watch web brows other unkn android
  ios ipad iphone mac windows linux chrome fire roku playstation xbox nintendo laptop note book
  """)

private let sourceStems = words(
  """
  search such rech busc ricerc zoek szuk browse brows suggest empf sugg extern direct direkt channel kanal chaine canal
  playl notif feed profil sound hashtag follow for short home start explor ad werb page seit end card video live on demand
  other unkn instagram tiktok youtube face book twitter x linked pinterest snap thread meta google social story stories
  reel post tab message share embed watch subscri person trend recom
  """)

/// Words of names of countries that have several.
private let countryWords: Set<String> = Set(
  words(
    """
    united states kingdom estados unidos reino vereinigte staaten vereinigtes konigreich etats unis royaume uni stati uniti
    regno unito verenigde south north sud nord sur saudi arabia arabie saoudite costa sri new nueva nouvelle republic republik
    republica republique islands isles inseln ivory puerto san el hong sierra burkina bosnia and trinidad antigua saint santa
    papua east timor cape equatorial french marshall solomon vatican isle man
    """))

private func words(_ text: String) -> [String] {
  text.split { $0 == " " || $0 == "\n" }.map(String.init)
}
