import TallyLanguage
import TallyPlan
import TallyPrivacy

/// One page of `help`.
package struct HelpPage: Sendable, Hashable {
  /// What it is found under, in lower case; a code in upper case.
  package let name: String
  /// Other words that open the same page.
  package let aliases: [String]
  /// A few words, without a full stop.
  package let title: String
  /// Sentences, one a line, each short enough for a narrow terminal.
  package let body: [String]
  /// Statements of which the code is the answer; empty on pages about words.
  package let wrong: [String]
  /// Statements of the language; where the page is about a code, they mend the wrong ones.
  package let examples: [String]
  /// Whether this version runs the examples; where it does not, the page says so.
  package let isBuilt: Bool

  init(
    _ name: String, also aliases: [String] = [], _ title: String, _ body: [String], wrong: [String] = [],
    _ examples: [String] = [], isBuilt: Bool = true
  ) {
    self.name = name
    self.aliases = aliases
    self.title = title
    self.body = body
    self.wrong = wrong
    self.examples = examples
    self.isBuilt = isBuilt
  }

  /// The page as it is shown; lines are wrapped where they are written.
  package var lines: [String] {
    var lines = ["\(name)  \(title)", ""] + body
    if !isBuilt {
      lines.append(
        wrong.isEmpty
          ? "It comes in a later version: asking gives Q900, and `explain` tells of it."
          : "What is right then comes in a later version: asking gives Q900.")
    }
    if !wrong.isEmpty { lines += ["", "Instead of"] + wrong.map { "  " + $0 } }
    if !examples.isEmpty { lines += [wrong.isEmpty ? "" : "write"] + examples.map { "  " + $0 } }
    return lines
  }
}

/// The texts of `help`.
package enum HelpPages {
  /// What `help` alone shows.
  package static let start: [String] = [
    "Ask for what you want to know, then say how:",
    "",
    "  saves by week where views > 1000",
    "  saves, views, save_rate by format",
    "  saves per 1000 views by topic top 5 with others, total",
    "",
    "load \"FILE\"     reads an export         show tables    what is loaded",
    "show metrics    what can be counted     show columns   every column",
    "explain QUERY   how it is answered      help WORD      about a word or code",
    "",
    "Pages to begin with:",
    "",
    "  help query      help by         help where     help during",
    "  help load       help metrics    help time      help missing",
    "  help privacy    help formats    help settings  help scripts",
  ]

  /// What `help privacy` shows: the whole model, on one screen.
  package static let privacy: [String] = [
    "privacy  what Tally never tells, and why",
    "",
    "Platforms tell a creator how many, never who. Tally holds to that four times:",
    "",
    "1 No question about a person is a sentence. Nobody can be named, listed, picked",
    "  or grouped by; asking is refused, with the reason and with questions that run",
    "  instead (P101 to P110, P201 to P203, P205).",
    "2 No value about a person is in memory. Columns about people are set aside while",
    "  a file is read, and a file of people is refused whole (P301 to P306).",
    "3 Groups of an audience are protected once, when their file is opened: those of",
    "  fewer than \(PolicyLimit.smallestGroup.builtIn) people, or \(PolicyLimit.smallestGroupOfViews.builtIn) views, are counted together as (folded), and more",
    "  with them, until none can be worked out (P401 to P403). An audience of fewer",
    "  than \(PolicyLimit.smallestAudience.builtIn) people is not broken down at all.",
    "4 Whatever is shown, drawn, written or completed passes one gate, so that every",
    "  format carries the same numbers.",
    "",
    "Nothing lowers these limits; a policy file can raise them (help policy).",
    "Your own posts have no limit: 3 saves on a video is a public number.",
    "Not promised: privacy from whoever has the files, and legal advice.",
    "",
    "  help P103      help policy      show policy      help audience",
  ]

  /// Every page about a word, in the order of reading.
  package static let wordPages: [HelpPage] =
    statements + scriptStatements + clauses + comparisons + times + ages + expressions + statistics + tests
    + fills + kinds + topicPages + later
  /// Every page about a code; the codes of refusals are told by their lessons.
  package static let codePages: [HelpPage] =
    languageCodes + shapeCodes + planCodes + clauseCodes + sessionCodes
    + audienceCodes + fileCodes + objectCodes + snapshotCodes

  /// Everything that `help` has a page for, sorted; for completion and suggestions.
  package static let topics: [String] =
    (wordPages.flatMap { [$0.name] + $0.aliases } + ["privacy"] + foreign.keys + codePages.map(\.name)
    + RefusalCode.allCases.map(\.rawValue)).sorted()

  /// The page of a word or code as typed; nil where there is none.
  package static func page(of topic: String) -> HelpPage? {
    if let code = codesByName[topic.uppercased()] { return code }
    let word = topic.lowercased()
    if let page = wordsByName[word] { return page }
    if isPercentile(word) { return wordsByName["percentiles"] }
    return foreign[word].map { ours in
      HelpPage(word, "a word of other languages", ["Here it is \(ours)."], [], isBuilt: true)
    }
  }

  private static let wordsByName: [String: HelpPage] = Dictionary(
    wordPages.flatMap { page in ([page.name] + page.aliases).map { ($0, page) } },
    uniquingKeysWith: { first, _ in first })
  private static let codesByName: [String: HelpPage] = Dictionary(
    codePages.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Whether a word is a percentile, `p1` to `p99`, as in `p90`.
  private static func isPercentile(_ word: String) -> Bool {
    guard word.hasPrefix("p"), let rank = Int(word.dropFirst()) else { return false }
    return (1...99).contains(rank)
  }

  /// What may be done with a kind of column.
  static func kind(_ kind: ColumnKind) -> String {
    switch kind {
    case .counter: "It adds up over days and videos."
    case .runningTotal: "It is a count so far; differences between days are added up."
    case .snapshot: "It is a level: over days, the last value counts."
    case .unique: "It counts different people, so it is never added up."
    case .rate: "It is an average; several are combined by weight."
    case .attribute: "It describes a video: use it after `by` and `where`."
    case .tags: "A video has several: use it after `by` and `where`."
    case .date: "It is a time."
    case .id: "It names a video."
    }
  }
}
