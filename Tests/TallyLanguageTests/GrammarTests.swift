import TallyLanguage
import Testing

@Suite struct GrammarTests {
  @Test("Every production is defined, and can be reached from the start")
  func productionsAreDefinedAndReached() throws {
    let grammar = try GrammarFile()
    var reached: Set<String> = []
    var open = [GrammarFile.start]
    while let name = open.popLast() {
      guard reached.insert(name).inserted else { continue }
      guard let node = grammar.productions[name] else {
        Issue.record("\(name) is not defined")
        continue
      }
      for case .production(let inner) in node.all { open.append(inner) }
    }
    #expect(grammar.names.filter { !reached.contains($0) } == [])
    #expect(Set(grammar.names).count == grammar.names.count)
  }

  @Test("One token decides every choice of the grammar")
  func grammarHasNoConflicts() throws {
    let words = try WordsFile()
    let conflicts = GrammarSets(try GrammarFile()).conflicts(isContextual: words.isContextual)
    #expect(conflicts == [])
  }

  @Test("A word that could also be a name would be found out")
  func conflictsAreFound() throws {
    let sets = GrammarSets(try GrammarFile())
    #expect(sets.conflicts { $0 == "week" }.contains("Dim: \"week\""))
  }

  @Test("Every production has a parser function of its name, whose comment repeats it")
  func productionsHaveFunctions() throws {
    let grammar = try GrammarFile()
    let sources = try RepositoryFile.sources(in: "Sources/TallyLanguage/Parser").joined(separator: "\n")
    let lines = sources.split(separator: "\n").map { $0.drop { $0 == " " } }
    let functions = Set(lines.compactMap(functionName))
    let comments = lines.filter { $0.hasPrefix("///") }.map { $0.drop { $0 == "/" }.filter { $0 != "`" } }
    let spoken = GrammarFile.words(comments.joined(separator: "\n")).joined(separator: " ")
    for name in grammar.names {
      #expect(functions.contains(name.prefix(1).lowercased() + name.dropFirst()), "\(name) has no function")
      #expect(spoken.contains(grammar.texts[name] ?? name), "\(name) has another comment")
    }
  }

  private func functionName(_ line: some StringProtocol) -> String? {
    let words = line.split(separator: " ")
    guard let index = words.firstIndex(of: "func"), index + 1 < words.count else { return nil }
    return String(words[index + 1].filter { $0 != "`" }.prefix { $0.isLetter })
  }

  @Test("words.txt and the lexer list the same words")
  func wordsAgree() throws {
    let file = try WordsFile()
    #expect(file.words["reserved"] == Word.allCases.filter(\.isReserved).map(\.rawValue).sorted())
    #expect(file.words["contextual"] == Word.allCases.filter { !$0.isReserved }.map(\.rawValue).sorted())
    #expect(file.words["foreign"] == ForeignPhrase.words)
    #expect(Set(file.words.keys) == ["reserved", "contextual", "foreign"])
  }

  @Test("The grammar uses every word, and no other")
  func wordsAreUsed() throws {
    let literals = try GrammarFile().productions.values.flatMap(\.all).compactMap { node in
      if case .literal(let text) = node, text.allSatisfy(\.isLetter) { text } else { nil }
    }
    #expect(Set(literals).sorted() == Word.allCases.map(\.rawValue).sorted())
  }

  @Test("A reserved word is never a name, and a contextual word may be one", arguments: Word.allCases)
  func reservedWordsAreNoNames(_ word: Word) {
    var isMetric = false
    if case .statement(.question(let question), _)? = parse(
      SourceText("\(word.rawValue), saves", name: "test")
    ).first,
      case .report(let queries) = question.body
    {
      isMetric = queries[0].items.first?.expression == .reference(Reference(name: Name(word.rawValue)))
    }
    #expect(isMetric == !word.isReserved)
  }
}
