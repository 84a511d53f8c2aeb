/// Whether the distinct values of a column are those by which audiences are split: countries, age brackets, genders.
///
/// - Returns: true where there are at least two values, or one that is an age bracket, and nine in ten of them are one
///   of these.
package func areAudienceValues(_ values: [String]) -> Bool {
  guard !values.isEmpty else { return false }
  let found = values.count { isCountry($0) || isAgeBracket($0) || isGender($0) || isSubscriptionStatus($0) }
  return found * 10 >= values.count * 9
}

/// An ISO 3166 code in capitals, or `ZZ`; the name of a large country.
private func isCountry(_ value: String) -> Bool {
  if value.utf8.count == 2 { return countryCodes.contains(value) }
  return countryNames.contains(value.lowercased())
}

/// `18-24`, `65+`, `AGE_18_24`, `55 and over`.
private func isAgeBracket(_ value: String) -> Bool {
  var text = value.lowercased()
  for word in ["age", "years", "year", "_", " ", "."] {
    text = text.split(separator: word).joined(separator: word == "_" ? "-" : "")
  }
  if text.hasSuffix("+") || text.hasSuffix("andover") || text.hasSuffix("plus") {
    return text.prefix { $0.isASCII && $0.isNumber }.count == 2
  }
  let ends = text.split { $0 == "-" || $0 == "–" }
  guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]) else { return false }
  return (10...99).contains(low) && (10...99).contains(high) && low < high
}

private func isGender(_ value: String) -> Bool {
  [
    "male", "female", "men", "women", "m", "f", "man", "woman", "non-binary", "nonbinary", "diverse",
    "user specified",
  ]
  .contains(value.lowercased())
}

private func isSubscriptionStatus(_ value: String) -> Bool {
  [
    "subscribed", "not_subscribed", "not subscribed", "unsubscribed", "follower", "non-follower",
    "non-followers",
    "followers", "not following",
  ].contains(value.lowercased())
}

private let countryCodes: Set<String> = Set(
  """
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
  CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
  GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
  KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
  NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
  SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
  VN VU WF WS XK YE YT ZA ZM ZW ZZ
  """.split { $0 == " " || $0 == "\n" }.map(String.init))

private let countryNames: Set<String> = [
  "united states", "united kingdom", "germany", "austria", "switzerland", "france", "italy", "spain",
  "portugal",
  "brazil", "mexico", "india", "indonesia", "japan", "south korea", "china", "russia", "ukraine", "poland",
  "turkey",
  "vietnam", "thailand", "philippines", "canada", "australia", "netherlands", "belgium", "sweden", "norway",
  "denmark",
  "finland", "greece", "egypt", "nigeria", "south africa", "argentina", "colombia", "chile", "peru",
  "pakistan",
  "bangladesh", "malaysia", "singapore", "saudi arabia", "united arab emirates", "ireland", "new zealand",
]
