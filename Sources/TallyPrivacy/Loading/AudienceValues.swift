/// Whether the distinct values of a column are those by which audiences are split: countries, age brackets, genders.
///
/// - Returns: true where nine in ten of them are one of these.
/// - Complexity: O(length of the values), and most often of the first tenth of them, which settles it.
package func areAudienceValues(_ values: [String]) -> Bool {
  guard !values.isEmpty else { return false }
  var others = 0
  for value in values where !isAudienceValue(value) {
    others += 1
    if others * 10 > values.count { return false }
  }
  return true
}

private func isAudienceValue(_ value: String) -> Bool {
  isCountryCode(value) || isAudienceWord(value) || (mayBeAgeBracket(value) && isAgeBracket(value))
}

/// An ISO 3166 code in capitals, or `ZZ`.
private func isCountryCode(_ value: String) -> Bool { value.utf8.count == 2 && countryCodes.contains(value) }

/// The name of a large country, a gender, or whether somebody follows; not asked of numbers, which is most of ids.
private func isAudienceWord(_ value: String) -> Bool {
  guard let first = value.utf8.first, first >= 0x80 || (first | 0x20) &- 97 < 26 else { return false }
  let word = value.lowercased()
  return audienceWords.contains(word) || countryNames.contains(word)
}

/// Whether a value may be an age bracket by its bytes; told without making another text, as nearly all values are none.
///
/// What `isAgeBracket` takes out is blanks, points, low lines and letters of `age` and `years`. Before and behind that,
/// a bracket has a digit, a sign, or one of the last letters of `andover` and `plus`; without those two endings and
/// without `+` at its end, it has nothing else anywhere.
private func mayBeAgeBracket(_ value: String) -> Bool {
  var first: UInt8?
  var last: UInt8 = 0
  var holdsMark = false
  var holdsOther = false
  for byte in value.utf8 {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "-"): holdsMark = true
    case UInt8(ascii: " "), UInt8(ascii: "."): break
    case _ where isLetterTakenOut(byte): break
    default:
      first = first ?? (byte == UInt8(ascii: "+") ? nil : byte)
      last = byte
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"): break
      // The bytes of an en dash.
      case 0xE2, 0x80, 0x93: holdsMark = true
      default: holdsOther = true
      }
    }
  }
  guard let first, first &- 48 < 10 || first == 0xE2 else { return false }
  return switch last {
  case UInt8(ascii: "+"), UInt8(ascii: "v"), UInt8(ascii: "V"), UInt8(ascii: "u"), UInt8(ascii: "U"): true
  default: holdsMark && !holdsOther
  }
}

/// A letter of `age` or `years`, small or capital.
private func isLetterTakenOut(_ byte: UInt8) -> Bool {
  switch byte | 0x20 {
  case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "r"), UInt8(ascii: "s"),
    UInt8(ascii: "y"):
    byte >= 65
  default: false
  }
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

/// Genders, and whether somebody follows or is subscribed.
private let audienceWords: Set<String> = [
  "male", "female", "men", "women", "m", "f", "man", "woman", "non-binary", "nonbinary", "diverse",
  "user specified",
  "subscribed", "not_subscribed", "not subscribed", "unsubscribed", "follower", "non-follower",
  "non-followers", "followers", "not following",
]

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
