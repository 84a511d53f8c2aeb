import Glibc
import TallyLanguage
import TallyPrivacy

/// Puts every scalar outside ASCII before, between, behind and in the place of the letters of words about people.
///
/// Whatever the scalar, the text is no query, unless the scalar only parts words as a blank does: then the answer is that
/// to the text with a blank. Every text is cut into tokens and has one that stands in no production, or is read whole;
/// whole as well are all texts with a scalar that can pass for something, and one of each other. Prints how many there
/// were; exits with 1 on the first that is a query, and shows it.
///
///     ScalarSweep [STEP]      only each STEPth scalar
@main struct ScalarSweep {
  /// Questions with the word that takes the scalars.
  static let questions: [(head: String, word: String, tail: String)] = [
    (head: "", word: "who", tail: " saved"), ("saves by ", "user", ""), ("", "viewers", " by user"),
  ]

  static let step = UInt32(CommandLine.arguments.dropFirst().first ?? "") ?? 1

  static func main() async {
    let cores = UInt32(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1))
    let counts = await withTaskGroup(of: Counts.self) { group in
      for core in 0..<cores { group.addTask { sweep(each: cores, from: core) } }
      var sum = Counts()
      for await counts in group { sum.add(counts) }
      return sum
    }
    print(
      "\(counts.scalars) scalars: \(counts.texts) texts, of which \(counts.parsed) were read whole: \(counts.refused)",
      "refused, \(counts.wrong) no sentences, \(counts.parted) as with a blank; 0 queries")
    // A sweep that was cut short proves nothing.
    exit(step > 1 || counts.scalars == 0x11_0000 - 0x800 - 0x80 ? 0 : 1)
  }

  /// What became of the texts of some scalars.
  struct Counts: Sendable {
    var scalars = 0
    var texts = 0
    var parsed = 0
    var refused = 0
    var wrong = 0
    var parted = 0

    mutating func add(_ other: Counts) {
      scalars += other.scalars
      texts += other.texts
      parsed += other.parsed
      refused += other.refused
      wrong += other.wrong
      parted += other.parted
    }
  }

  /// Every text with the scalar left out; each word with places before, in and behind it.
  private static let places: [(head: [UInt8], tail: [UInt8])] = {
    var places: [(head: [UInt8], tail: [UInt8])] = []
    for question in questions {
      let word = Array(question.word.utf8)
      for place in 0...word.count {
        for next in place...min(place + 1, word.count) {
          let head = Array(question.head.utf8) + word[..<place]
          places.append((head, Array(word[next...]) + Array(question.tail.utf8)))
        }
      }
    }
    return places
  }()

  private static func sweep(each cores: UInt32, from core: UInt32) -> Counts {
    var counts = Counts()
    for value in stride(from: 0x80 + core * step, to: 0x11_0000, by: Int(cores * step)) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      counts.scalars += 1
      let written = Array(String(scalar).utf8)
      let passes = passesForSomething(scalar)
      for (place, (head, tail)) in places.enumerated() {
        counts.texts += 1
        let source = SourceText(bytes: head + written + tail, name: "sweep")
        let reads = passes || UInt32(place) == value % UInt32(places.count)
        if reads || !lex(source).contains(where: standsNowhere) {
          judge(source, blank: head + [UInt8(ascii: " ")] + tail, &counts)
        }
      }
    }
    return counts
  }

  /// Whether a scalar is a letter, sign, mark or blank of its own: no ideograph or syllable, none that is not assigned.
  private static func passesForSomething(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x12000...0x1467F, 0x16800...0x16A3F,
      0x17000...0x18CFF,
      0x20000...0x3FFFF:
      return false
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .unassigned, .privateUse: scalar.properties.isDefaultIgnorableCodePoint && scalar.value < 0x20000
    default: true
    }
  }

  /// Whether no production takes a token.
  private static func standsNowhere(_ token: Token) -> Bool {
    switch token.kind {
    case .foreign, .invalid: true
    default: false
    }
  }

  private static func judge(_ source: SourceText, blank: [UInt8], _ counts: inout Counts) {
    // Which of the two answers it gets is not asked here.
    let parsed = parse(source, rereadsMistakes: false)
    counts.parsed += 1
    var isQuery = false
    for part in parsed {
      switch part {
      case .statement: isQuery = true
      case .refusal: counts.refused += 1
      case .diagnostic: counts.wrong += 1
      }
    }
    guard isQuery else { return }
    guard texts(parsed) == texts(parse(SourceText(bytes: blank, name: "sweep"))) else {
      print("a query: \(String(decoding: source.bytes, as: UTF8.self)), bytes \(source.bytes)")
      exit(1)
    }
    counts.parted += 1
  }

  /// The statements as Tally writes them; empty where one is none.
  private static func texts(_ parsed: [Parsed]) -> [String] {
    parsed.map { if case .statement(let statement, _) = $0 { TallyLanguage.print(statement) } else { "" } }
  }
}
