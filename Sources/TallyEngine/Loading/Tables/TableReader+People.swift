import TallyPlan
import TallyPrivacy

/// The judgement of columns that are, or may be, about people; nothing of them is kept.
extension TableReader {
  /// Refuses the file where its rows are people, and settles which columns of names are the creator's own.
  ///
  /// - Throws: P303 where a column names more than one account, or contacts stand in a file without content;
  ///   P304 where comments are words, not counts.
  mutating func refusePeople() throws(LoadFailure) {
    let hasVideo = plan.videoColumn != nil
    let hasContent =
      hasVideo || (plan.dayColumn != nil && plan.loaded.contains { $0.column.meaning != .time })
    for (column, planned) in plan.columns.enumerated() {
      switch planned {
      case .names:
        let accounts = peekText(column).values.count
        guard accounts > 1 || !hasVideo, !countsOnly(column) else { break }
        guard hasVideo || holdsAnyNumbers() else { throw refusal(.survey, column) }
        throw accounts > 1
          ? .refusal(PeopleFile.refusal(ofAccounts: accounts), file: source.file) : refusal(.authors, column)
      case .setAside(.personColumn):
        // In a file without videos, several of them are what its rows are about.
        guard hasContent, hasVideo || peekText(column).values.count <= 1 else {
          throw refusal(.survey, column)
        }
      case .setAside(.textByOthers):
        guard holdsOnlyNumbers(column) || (hasVideo && videosAreUnique()) else {
          throw .refusal(Refusal(.textByOthers, at: 0..<0), file: source.file)
        }
      case .load(let loaded) where ["comments", "replies"].contains(loaded.name):
        if holdsWords(column) {
          throw .refusal(Refusal(.textByOthers, at: 0..<0, naming: ["comments"]), file: source.file)
        }
      case .unknown where !hasVideo, .load where !hasVideo && plan.isText(column):
        // Without videos, what leads to people is what the rows are about.
        if shapes(of: try unknownText(column)).isAboutPeople { throw refusal(.survey) }
      case .video, .day, .load, .dropped, .setAside, .audienceSplit, .notLoaded, .unknown: break
      }
    }
    if plan.splitsAudience, !hasVideo, !holdsAnyNumbers() {
      throw refusal(.survey, plan.columns.firstIndex { if case .audienceSplit = $0 { true } else { false } })
    }
  }

  /// Counts the columns that are not loaded, and protects the headers of those set aside.
  ///
  /// - Returns: false where a column splits an audience, and nothing of the file may be kept.
  mutating func judgeOtherColumns(_ role: TableRole, _ keys: RowKeys) throws(LoadFailure) -> Bool {
    for (column, planned) in plan.columns.enumerated() {
      switch planned {
      case .video, .day, .load: break
      case .names: dropOwnAccount(column)
      case .dropped(let isAccount): if isAccount { dropOwnAccount(column) }
      case .setAside(let code): setAside(column, code)
      case .notLoaded: report.notLoaded.append(header(column))
      case .audienceSplit:
        if keys.repeatsVideos || keys.videos == nil { return false }
        report.notLoaded.append(header(column))
      case .unknown where holdsOnlyNumbers(column): listUnknown(column, isNumeric: true)
      case .unknown:
        let text = try unknownText(column)
        if shapes(of: text).isAboutPeople {
          setAside(column, .personColumn)
        } else if keys.splitAudience(text) {
          return false
        } else {
          listUnknown(column, isNumeric: false)
        }
      }
    }
    return true
  }

  mutating func dropOwnAccount(_ column: Int) {
    report.ownAccountColumns += 1
    report.protected.insert(fold(header(column)))
  }

  mutating func setAside(_ column: Int, _ code: RefusalCode) {
    report.setAside[code, default: 0] += 1
    report.protected.insert(fold(header(column)))
  }

  /// Lists a header that Tally does not know, unless it may be the name of a person: numbers under a header with
  /// other words than those of analytics are counted only (P305), and so is a path, whose keys may be names.
  mutating func listUnknown(_ column: Int, isNumeric: Bool) {
    let header = header(column)
    guard !header.isEmpty else { return }
    if options.keepsOut(header, plainName(header)) {
      setAside(column, .setAsideByPolicy)
    } else if mayNamePerson(header, isNumeric: isNumeric || header.contains(".")) {
      report.hiddenUnknown += 1
    } else {
      report.unknown.append(header)
    }
  }

  /// Refuses the file where rows of its width turn out to be a list of people, with a header of their own or without.
  ///
  /// - Throws: P303.
  func refuseListsBelow() throws(LoadFailure) {
    let rows = source.rowCount
    if let facts {
      if !facts.headsOfPeople.isEmpty { throw refusal(.lists) }
    } else if holdsHeadOfPeople(rows) {
      throw refusal(.lists)
    }
    guard preset == nil, let column = plan.videoColumn, rows > 0,
      readsLikeAccount(lastText(in: column)), startsWithNumber(column),
      let first = accountsBelow((0..<rows).map { text($0, in: column) })
    else { return }
    let holdsNames = plan.columns.indices.contains { other in
      other != column && (first..<rows).allSatisfy { readsLikeName(written($0, other)) }
    }
    if holdsNames { throw refusal(.lists) }
  }

  /// Whether the first id may be followed by accounts: most often not, and then the others need not be looked at.
  private func startsWithNumber(_ column: Int) -> Bool {
    accountsBelow([text(0, in: column)] + [String](repeating: lastText(in: column), count: 2)) != nil
  }

  private func holdsHeadOfPeople(_ rows: Int) -> Bool {
    let text = source.bytes.span
    return (0..<rows).contains { row in
      // Rows of a table have a number or a date, and are many; no header has one.
      let end = source.index.cell(row, source.index.width - 1).upperBound
      guard !(source.index.cell(row, 0).lowerBound..<end).contains(where: { text[$0].isASCIIDigit }) else {
        return false
      }
      let cells = (0..<source.index.width).map { written(row, $0) }
      return cells != headers && headsPeople(cells.filter { !$0.isEmpty })
    }
  }

  /// What stands in a cell.
  func written(_ row: Int, _ column: Int) -> String {
    string(source.bytes.span, source.content(row, column), isQuoted: false)
  }

  private func refusal(_ kind: PeopleFile, _ column: Int? = nil) -> LoadFailure {
    let word = column.flatMap { column in
      PersonHeader.shown(header(column)) ?? StandardCatalog.column(named: plainName(header(column)))?.name
    }
    return .refusal(kind.refusal(toldBy: word), file: source.file)
  }

  /// Whether a column of an object about an account, such as `author.fans`, holds counts, which tell nobody.
  private func countsOnly(_ column: Int) -> Bool {
    guard let key = header(column).split(separator: ".").dropFirst().last else { return false }
    return PersonHeader(String(key)) == .none && PersonHeader("user \(key)") == .none
      && holdsOnlyNumbers(column) && peekText(column).values.allSatisfy { $0.utf8.count < 10 }
  }

  private func videosAreUnique() -> Bool {
    guard let column = plan.videoColumn else { return false }
    return peekText(column).values.count == source.rowCount
  }

  /// Whether most cells of a column that should hold counts hold words.
  private func holdsWords(_ column: Int) -> Bool {
    // Plain whole numbers start with a digit or a sign.
    if case .numbers(let numbers) = ahead[column], numbers.type == .integer { return false }
    let source = source.indexed
    let text = source.bytes.span
    var words = 0
    var present = 0
    for row in 0..<source.rowCount {
      let cell = source.content(row, column)
      if isMissing(text, cell) { continue }
      present += 1
      let first = text[cell.lowerBound]
      if !first.isASCIIDigit, first != 43, first != 45 { words += 1 }
    }
    return words * 2 > present
  }

  /// Whether every cell is digits, with at most a sign, a mark or a percent sign; such values lead to no one.
  func holdsOnlyNumbers(_ column: Int) -> Bool {
    if let holds = onlyNumbers[column] { return holds }
    let source = source.indexed
    let text = source.bytes.span
    return (0..<source.rowCount).allSatisfy { mayBeNumber(text, source.content($0, column)) }
  }

  /// Whether any column but the keys holds a number in its first rows.
  private func holdsAnyNumbers() -> Bool {
    let text = source.bytes.span
    return plan.columns.enumerated().contains { column, planned in
      if case .day = planned { return false }
      return (0..<min(source.rowCount, 20)).contains { row in
        let cell = source.content(row, column)
        return !cell.isEmpty && cell.allSatisfy { text[$0].isASCIIDigit || [37, 44, 46].contains(text[$0]) }
      }
    }
  }
}

/// Whether a cell is blank, or digits with at most a sign, a mark or a percent sign.
func mayBeNumber(_ text: Span<UInt8>, _ cell: Range<Int>) -> Bool {
  if isMissing(text, cell) { return true }
  guard cell.count <= 24, text[cell.lowerBound] != UInt8(ascii: "+") else { return false }
  var marks = 0
  for index in cell where !text[index].isASCIIDigit {
    switch text[index] {
    case 37, 44, 45, 46: marks += 1
    default: return false
    }
  }
  // Three marks or more may be an address or a phone number in groups.
  return marks <= 2
}

/// What all distinct values of a column look like.
func shapes(of text: CodedText) -> PersonShapes { shapes(of: text.values) }

/// What distinct values look like.
func shapes(of values: [String]) -> PersonShapes {
  let parts = portions(of: values.count)
  return concurrently(parts.count) { part in
    var shapes = PersonShapes()
    for value in values[parts[part]] { shapes.scan(value.utf8.span) }
    return shapes
  }.reduce(into: PersonShapes()) { $0.add($1) }
}

/// Whether a header may be the name of a person.
func mayNamePerson(_ header: String, isNumeric: Bool) -> Bool {
  mayNamePerson(header, words: plainWords(header), isNumeric: isNumeric)
}

/// The words of a header as a plain name.
func plainWords(_ header: String) -> [String] { plainName(header).split(separator: "_").map(String.init) }
