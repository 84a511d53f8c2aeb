import TallyLanguage
import TallyPrivacy
import Testing
import TallyTestSupport

@Suite struct GeneratedSentencesTests {
  static let seed: UInt64 = 20_261_123

  enum Verdict: Equatable {
    case statement(Statement)
    /// Well formed, but its parts do not go together.
    case shape(String)
    case other(String)
  }

  func verdict(_ text: String) -> Verdict? {
    let lines = parse(SourceText(text, name: "test"))
    guard lines.count == 1 else { return lines.isEmpty ? .other("empty") : nil }
    switch lines[0] {
    case .statement(let statement, _): return .statement(statement)
    case .diagnostic(let finding) where finding.code.hasPrefix("Q"): return .shape(finding.code)
    case .diagnostic(let finding): return .other(finding.code)
    // The classifier speaks before the grammar does.
    case .refusal: return nil
    }
  }

  @Test("The parser accepts every sentence of the grammar, and prints it back to the same tree")
  func generatedSentencesParse() throws {
    var generator = SentenceGenerator(try GrammarFile(), try WordsFile(), seed: Self.seed)
    var parsed = 0
    var refused = 0
    for _ in 0..<900 {
      let text = generator.sentence("Statement").joined(separator: " ")
      switch verdict(text) {
      case .statement(let tree):
        parsed += 1
        #expect(verdict(print(tree)) == .statement(tree), "seed \(Self.seed): \(text)")
      case .shape: break
      case .other(let code): Issue.record("seed \(Self.seed): \(code) for \(text)")
      case nil: refused += 1
      }
    }
    #expect(parsed > 300)
    #expect(refused < 45)
    #expect(generator.unused(below: "Statement") == [])
  }

  @Test("The parser and a recogniser of the grammar agree on sentences with a token changed")
  func parserAgreesWithGrammar() throws {
    let grammar = try GrammarFile()
    let words = try WordsFile()
    var generator = SentenceGenerator(grammar, words, seed: Self.seed + 1)
    var recogniser = Recogniser(grammar, words)
    var random = SeededGenerator(seed: Self.seed + 2)
    let pool =
      SentenceGenerator.samples.values.flatMap { $0 }.sorted()
      + Word.allCases.map(\.rawValue) + Symbol.allCases.map(\.rawValue)
    var verdicts = [true: 0, false: 0]
    for _ in 0..<600 {
      let sentence = generator.sentence("Statement")
      let isMade = recogniser.accepts(sentence, as: "Statement")
      #expect(isMade, "\(sentence)")
      let mutant = mutated(sentence, pool, &random)
      guard !mutant.isEmpty, let verdict = verdict(mutant.joined(separator: " ")) else { continue }
      let isSentence = recogniser.accepts(mutant, as: "Statement")
      let isAccepted = if case .other = verdict { false } else { true }
      #expect(isAccepted == isSentence, "seed \(Self.seed): \(verdict) for \(mutant.joined(separator: " "))")
      verdicts[isSentence, default: 0] += 1
    }
    #expect(verdicts[true, default: 0] > 30)
    #expect(verdicts[false, default: 0] > 300)
  }

  /// The tokens with one of them dropped, doubled, changed or moved, or one added.
  private func mutated(_ tokens: [String], _ pool: [String], _ random: inout SeededGenerator) -> [String] {
    guard !tokens.isEmpty, let other = pool.randomElement(using: &random) else { return tokens }
    var mutant = tokens
    let index = Int.random(in: tokens.indices, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: mutant.remove(at: index)
    case 1: mutant.insert(mutant[index], at: index)
    case 2: mutant[index] = other
    case 3: mutant.insert(other, at: index)
    default: mutant.swapAt(index, Int.random(in: tokens.indices, using: &random))
    }
    return mutant
  }

  @Test("The order of clauses does not matter")
  func clauseOrderIsFree() throws {
    let clauses = [
      "by week", "where views > 1000", "during last 4 weeks", "vs previous", "having saves > 2",
      "sort by saves",
      "top 3", "with total, others", "missing as zero",
    ]
    let canonical = "saves " + clauses.joined(separator: " ")
    let tree = try #require(query(canonical))
    #expect(print(tree) == canonical)
    var random = SeededGenerator(seed: Self.seed)
    for _ in 0..<50 {
      let text = "saves " + clauses.shuffled(using: &random).joined(separator: " ")
      #expect(query(text) == tree, "\(text)")
    }
  }

  @Test("A statement changed at any byte, and cut at any byte, is read without a crash")
  func mutatedBytesAreRead() {
    var random = SeededGenerator(seed: Self.seed)
    let signs = Array(" \n;\"'[]{}()@#`\\-=<>,.%\u{0}é“’\u{200B}5k_a".utf8) + [0xFF, 0xC3, 0xF0]
    for example in exampleQueries {
      var bytes = Array(example.utf8)
      for _ in 0..<3 {
        guard let sign = signs.randomElement(using: &random), !bytes.isEmpty else { continue }
        bytes[Int.random(in: bytes.indices, using: &random)] = sign
      }
      let source = SourceText(bytes: bytes, name: "test")
      check(source)
      check(
        SourceText(bytes: Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))), name: "test"))
    }
  }

  /// Spans lie in the text, tokens in order, and every part of the machinery survives.
  private func check(_ source: SourceText) {
    let tokens = lex(source)
    #expect(tokens.last?.kind == .end)
    for (token, next) in zip(tokens, tokens.dropFirst()) {
      #expect(token.span.upperBound <= next.span.lowerBound)
    }
    for parsed in parse(source) {
      switch parsed {
      case .statement(let statement, let span):
        #expect(span.upperBound <= source.bytes.count)
        #expect(!print(statement).isEmpty)
      case .diagnostic(let finding):
        if case .query(let span) = finding.place { #expect(span.upperBound <= source.bytes.count) }
      case .refusal(let question): #expect(question.refusal.span.upperBound <= source.bytes.count)
      }
    }
    _ = isIncomplete(source)
    _ = expectations(in: source, at: source.bytes.count / 2)
  }
}
