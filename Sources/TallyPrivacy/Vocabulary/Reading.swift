/// One word of a statement with what the classifier needs to know about it.
struct Term: Sendable {
  enum Kind: Sendable, Hashable {
    /// A word, a bracketed header, or a word of a string that stands where a name is expected.
    case name
    case number
    /// `@name`, or something shaped like an e-mail address.
    case mention
    /// A string that is a value: nothing in it is read.
    case value
    case symbol
  }

  /// Where in a sentence a term stands.
  enum Position: Sendable, Hashable {
    /// What is asked for, and everything that no clause claims.
    case item
    /// After `by`, `per`, `each`.
    case group
    /// After `where` and `having`.
    case condition
    /// A name that is being given: `define NAME`, `... as NAME`, `column NAME`.
    case declaration
  }

  let kind: Kind
  /// The plain name in lower case; the character of a symbol; empty for values, mentions and numbers.
  let text: String
  let position: Position
  /// Counts the queries of a statement that `beside` sets side by side.
  let query: Int
  /// Written with letters that only look like the ones in `text`.
  let isDisguised: Bool
  /// Written between brackets, so never a word of the grammar.
  let isBracketed: Bool
  /// Grows when two words turn out to be one name.
  var span: Range<Int>
  /// What the word says about people, whatever stands around it.
  var entry: Vocabulary.Entry?
  /// Whether it does so here: `followers` is a number in `followers by day` and persons in `saves by followers`.
  var isPerson = false

  /// Whether the term is this word of the grammar or of plain speech.
  func isWord(_ word: String) -> Bool { kind == .name && !isBracketed && text == word }
  func isWord(in words: Set<String>) -> Bool { kind == .name && !isBracketed && words.contains(text) }
}

/// A statement as the classifier reads it: terms in order, each with its position, and who is meant by which.
///
///     saves by "User Name" where title = "who knew"
///     item     group group       condition  value
struct Reading: Sendable {
  private(set) var terms: [Term]

  /// - Parameter missing: a word of the vocabulary that is not heard, so that a test can take it away.
  /// - Complexity: O(number of words and length of names).
  init(_ words: [ScannedWord], without missing: String? = nil) {
    var reader = PositionReader()
    for word in words { reader.take(word) }
    terms = reader.terms
    joinPairs()
    if let missing { forget(missing) }
    markPersons()
  }

  private mutating func forget(_ missing: String) {
    for index in terms.indices where terms[index].entry?.spelling == missing { terms[index].entry = nil }
  }

  /// The index of the first term that is part of what is asked, politeness skipped.
  var start: Int {
    terms.firstIndex { $0.kind != .symbol && !$0.isWord(in: Surroundings.politeness) } ?? terms.endIndex
  }

  func term(at index: Int) -> Term? { terms.indices.contains(index) ? terms[index] : nil }

  /// The indices of terms that mean a person here and have one of these senses.
  func persons(_ senses: Set<PersonSense>) -> [Int] {
    terms.indices.filter { index in
      terms[index].isPerson && terms[index].entry.map { senses.contains($0.sense) } == true
    }
  }

  /// The index of the nearest word before `index` that is no determiner or adjective; nil at the start.
  func headWord(before index: Int, skipping skipped: Set<String>) -> Int? {
    terms[..<index].lastIndex { !$0.isWord(in: skipped) }
  }

  // MARK: - Names of two words

  /// Makes one term of `user name`, `ip address` and the like, which two words spell.
  private mutating func joinPairs() {
    var joined: [Term] = []
    var index = 0
    while index < terms.count {
      var term = terms[index]
      if let next = self.term(at: index + 1), let entry = pair(index) {
        term.entry = entry
        term.span = term.span.lowerBound..<max(term.span.upperBound, next.span.upperBound)
        index += 1
      }
      joined.append(term)
      index += 1
    }
    terms = joined
  }

  private func pair(_ index: Int) -> Vocabulary.Entry? {
    guard let second = term(at: index + 1), terms[index].kind == .name, second.kind == .name,
      let entry = PersonName.joined(terms[index].text, second.text),
      term(at: index + 2)?.isWord(in: Surroundings.countedTails) != true
    else { return nil }
    return entry
  }

  // MARK: - What posts are about

  /// Whether a word speaks of what was posted: `viewer favourites`, `videos about my mom`, `dinner for one person`, `my
  /// who-knew series`.
  func isContent(_ index: Int) -> Bool {
    guard !terms[index].isBracketed else { return false }
    let isOwner = term(at: index + 1)?.text == "'" && term(at: index + 2)?.isWord("s") == true
    let next = term(at: index + (isOwner ? 3 : 1))
    if next?.isWord(in: Surroundings.contentTails) == true { return true }
    // `titles with the word user`.
    if term(at: index - 1)?.isWord(in: ["word", "words", "term", "phrase"]) == true { return true }
    // `the person of the year video`.
    if terms[index].entry?.sense == .person, next?.isWord("of") == true,
      term(at: index + 2)?.isWord("the") == true,
      term(at: index + 3)?.isWord(in: ["year", "month", "week", "day"]) == true
    {
      return true
    }
    if next?.text == "-", index > 0, terms[index].entry?.sense == .asking { return true }
    guard terms[index].position == .item, terms[index].entry?.sense != .asking,
      let lead = terms[max(index - 4, 0)..<index].lastIndex(where: {
        $0.isWord(in: ["about", "featuring", "for", "with", "on"])
      }), lead > 0, terms[lead..<index].allSatisfy({ $0.position == .item })
    else { return false }
    let isCounted = terms[index - 1].kind == .number || terms[index - 1].isWord(in: ["one", "two"])
    return terms[lead - 1].isWord(in: Surroundings.contentNouns)
      || (isCounted && terms[lead].isWord("for") && !terms[lead - 1].isWord(in: Surroundings.traces))
  }

  // MARK: - Who is meant

  private mutating func markPersons() {
    for index in terms.indices {
      guard let entry = terms[index].entry else { continue }
      terms[index].isPerson = meansPerson(index, entry.sense)
    }
  }

  /// Whether a word of the vocabulary means a person where it stands.
  private func meansPerson(_ index: Int, _ sense: PersonSense) -> Bool {
    if isContent(index) { return false }
    return switch sense {
    case .asking: !isRelative(index)
    case .actor: !isCounted(index)
    case .person: !isCounted(index) && !isAskedAboutAsCrowd(index) && !isReach(index)
    case .identifier: !isNameOfContent(index)
    case .contact: true
    case .member: !isOwn(index) && !hasCrowdTail(index) && !isMisspeltMetric(index) && !isCounted(index)
    case .crowd: !isCounted(index) && isSingledOut(index)
    case .acquaintance: term(at: index - 1)?.isWord(in: ["my", "your", "his", "her", "our", "their"]) == true
    }
  }

  /// The who of `people who saved` asks nothing by itself.
  func isRelative(_ index: Int) -> Bool {
    guard let sense = term(at: index - 1)?.entry?.sense else { return false }
    return switch sense {
    case .actor, .person, .member, .crowd: true
    case .asking, .identifier, .contact, .acquaintance: false
    }
  }

  /// `how many people`, `number of savers`: a number is asked for.
  private func isCounted(_ index: Int) -> Bool {
    guard let head = headWord(before: index, skipping: Surroundings.countedModifiers) else { return false }
    if terms[head].isWord("many") { return term(at: head - 1)?.isWord("how") == true }
    guard terms[head].isWord("of"), let count = headWord(before: head, skipping: ["total"]) else {
      return false
    }
    if terms[count].isWord("many") { return term(at: count - 1)?.isWord("how") == true }
    return terms[count].isWord(in: Surroundings.counts)
  }

  /// `do people save more on Sundays`, `which hooks make people comment` are about the crowd.
  private func isAskedAboutAsCrowd(_ index: Int) -> Bool {
    guard terms[index].isWord(in: ["people", "users"]), terms[index].position == .item,
      let head = headWord(before: index, skipping: ["my", "the", "most", "more", "new", "many"])
    else { return false }
    return terms[head].isWord(in: [
      "do", "did", "does", "are", "were", "will", "would", "why", "when", "how", "get", "gets", "make",
      "made", "helped", "convinced", "inspired",
      "makes", "let",
      "lets", "help", "helps", "reach", "reaches", "attract", "attracts", "convince", "inspire", "inspires",
    ])
  }

  /// `people reached`, and `unique users` at the start of an item: names that platforms give to numbers.
  private func isReach(_ index: Int) -> Bool {
    guard terms[index].isWord(in: ["people", "users"]), terms[index].position == .item else { return false }
    if term(at: index + 1)?.isWord(in: ["reached", "engaged"]) == true { return true }
    guard term(at: index - 1)?.isWord(in: ["unique", "active", "new", "total"]) == true else { return false }
    return term(at: index - 2).map { $0.text == "," || $0.text == "/" } ?? true
  }

  /// `follower by week`, which lacks an s; `Follower pro Woche` and `wie viele Follower`, which lack none.
  private func isMisspeltMetric(_ index: Int) -> Bool {
    guard terms[index].position == .item else { return false }
    let before = term(at: index - 1)
    if term(at: index + 1)?.isWord(in: Surroundings.foreignChanges) == true { return true }
    if terms[max(index - 3, 0)..<index].contains(where: { $0.isWord(in: Surroundings.foreignCounts) }) {
      return true
    }
    guard let by = term(at: index + 1), let group = term(at: index + 2) else { return false }
    let isCounted =
      by.isWord("by")
      ? group.isWord(in: Surroundings.harmlessGroups)
      : by.isWord(in: Surroundings.foreignGroupWords) && ForeignWords.isHarmlessGroup(group.text)
    return isCounted && before.map { $0.isWord(in: ["new", "lost"]) || $0.text == "," } ?? true
  }

  /// `names of my hashtags`.
  private func isNameOfContent(_ index: Int) -> Bool {
    guard terms[index].isWord("names"), term(at: index + 1)?.isWord("of") == true else { return false }
    let named = terms[(index + 2)...].first { !$0.isWord(in: Surroundings.modifiers) }
    return named.map { $0.isWord(in: Surroundings.contentNouns) || $0.isWord(in: Surroundings.namedContent) }
      ?? false
  }

  /// `the growth of my account` is the creator's own.
  private func isOwn(_ index: Int) -> Bool {
    let before = term(at: index - 1)
    // A German follower may be several.
    return terms[index].isWord(in: ["account"]) && before?.isWord(in: ["my", "our"]) == true
      || before?.isWord(in: ["meine", "meiner", "meinen", "unsere", "unserer"]) == true
  }

  private func hasCrowdTail(_ index: Int) -> Bool {
    guard let next = term(at: index + 1) else { return false }
    return next.isWord(in: terms[index].position == .item ? Surroundings.crowdTails : Surroundings.groupTails)
  }

  /// Whether the persons of a crowd are meant, not their number.
  private func isSingledOut(_ index: Int) -> Bool {
    if term(at: index + 1)?.isWord(in: ["who", "whom", "whose", "that"]) == true { return true }
    if isPickedOut(index) || isListed(index) || isRanked(index) { return true }
    return switch terms[index].position {
    case .group: !hasCrowdTail(index)
    case .condition: isComparedWithText(index)
    case .item, .declaration: false
    }
  }

  /// `fans ranked by saves`.
  private func isRanked(_ index: Int) -> Bool {
    term(at: index + 1)?.isWord(in: ["ranked", "sorted", "ordered"]) == true
      && term(at: index + 2)?.isWord("by") == true
      && term(at: index + 3).map { Surroundings.isAction($0.text) } == true
  }

  /// `which followers`, `top 10 viewers`, `my biggest fans`, `most loyal fans`.
  private func isPickedOut(_ index: Int) -> Bool {
    let passed = Surroundings.pickedModifiers
    var head = headWord(before: index, skipping: passed)
    if let number = head, terms[number].kind == .number { head = headWord(before: number, skipping: passed) }
    guard let head else { return false }
    if terms[head].isWord(in: ["which", "what"]) || terms[head].isWord(in: Surroundings.superlatives) {
      return true
    }
    guard terms[head].isWord("most") else { return false }
    // `the most new followers` are a number.
    return index - head > 1 && !terms[(head + 1)..<index].allSatisfy { $0.isWord("new") }
  }

  /// `list my followers`, but not `show followers by week`.
  private func isListed(_ index: Int) -> Bool {
    let passed = Surroundings.modifiers
    guard let head = headWord(before: index, skipping: passed),
      terms[head].isWord(in: Surroundings.listVerbs),
      terms[head].position == .item, isLeading(head)
    else { return false }
    guard let next = term(at: index + 1) else { return true }
    if next.isWord("by") { return term(at: index + 2)?.isWord(in: Surroundings.harmlessGroups) != true }
    if next.isWord(in: Surroundings.crowdTails) { return false }
    return !next.isWord(in: [
      "during", "last", "this", "over", "per", "vs", "beside", "since", "in", "between",
    ])
  }

  /// Whether nothing but politeness and other list verbs stand before a term.
  private func isLeading(_ index: Int) -> Bool {
    terms[..<index].allSatisfy {
      $0.kind == .symbol || $0.isWord(in: Surroundings.politeness) || $0.isWord(in: Surroundings.listVerbs)
        || $0.isWord(in: Surroundings.determiners)
    }
  }

  /// `viewers = "..."`, `followers in ("...")`, `fans contains "..."`: a number has no spelling.
  private func isComparedWithText(_ index: Int) -> Bool {
    if let previous = term(at: index - 1), previous.isWord("in") { return true }
    guard let next = term(at: index + 1),
      next.kind == .symbol
        || next.isWord(in: ["in", "contains", "starts", "like", "is", "not", "ends", "matches"])
    else { return false }
    let operand = terms[(index + 1)...].prefix(6).first { term in
      term.kind != .symbol
        && !term.isWord(in: ["in", "contains", "starts", "with", "like", "is", "not", "ends", "matches"])
    }
    return operand.map { $0.kind == .value || $0.kind == .mention } ?? false
  }
}
