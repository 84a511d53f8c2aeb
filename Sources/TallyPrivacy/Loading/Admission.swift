/// What the scan knows of one column when it asks to be admitted.
package struct ColumnCandidate: Sendable, Hashable {
  /// On whose word the column means what it is said to mean.
  package enum Standing: Sendable, Hashable {
    /// The published list, or a preset.
    case known
    /// The creator's own words, known, in which everything about people was masked: a title, a caption, a sound.
    case ownWords
    /// A `column ... is ...` line.
    case declared
    /// Nobody's.
    case unknown
  }

  /// The role of the table: `videos`, `daily`, `channel` or `audience`.
  package let table: String
  /// The plain name: ASCII, lower case.
  package let name: String
  /// As the file writes it.
  package let header: String
  package let meaning: Meaning
  package let standing: Standing
  /// What all its text values look like; of a column of numbers or dates, nothing was scanned.
  package let shapes: PersonShapes
  /// Rows with a value, and distinct values, of a column of text; nil for numbers and dates.
  package let text: (values: Int, distinct: Int)?
  /// Whether most values are whole numbers so long that they name something rather than count it.
  package let isNumberOfAccounts: Bool
  /// Whether most distinct values begin with a given name, where these can be no subjects of posts: in declared columns,
  /// ways of delivery, groups of an audience, and columns that have their own values.
  package let holdsNames: Bool
  /// Whether the values of a column that has its own, such as formats or languages, are people instead.
  package let isOutsideItsSet: Bool

  package init(
    table: String, name: String, header: String, meaning: Meaning, standing: Standing,
    shapes: PersonShapes = PersonShapes(), text: (values: Int, distinct: Int)? = nil, numbers: [String] = [],
    words: [String] = []
  ) {
    self.table = table
    self.name = name
    self.header = header
    self.meaning = meaning
    self.standing = standing
    self.shapes = shapes
    self.text = text
    isNumberOfAccounts = areAccountNumbers(numbers)
    let set = ClosedSet(column: name)
    let mayBeSubjects =
      standing != .declared && meaning != .audienceDimension && meaning != .delivery && set == nil
    holdsNames = !mayBeSubjects && areNames(words)
    // A group of an audience stands in one row; of videos, several have one format.
    let isNearlyUnique = text.map { $0.distinct * 2 > $0.values } ?? false
    isOutsideItsSet =
      meaning == .audienceDimension
      ? set?.isOutside(words, least: 4) ?? false
      : isNearlyUnique && set?.isOutside(words, least: 5) ?? false
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.table == right.table && left.name == right.name && left.header == right.header
      && left.meaning == right.meaning && left.standing == right.standing && left.shapes == right.shapes
      && left.isNumberOfAccounts == right.isNumberOfAccounts && left.holdsNames == right.holdsNames
      && left.isOutsideItsSet == right.isOutsideItsSet
      && left.text?.values == right.text?.values
      && left.text?.distinct == right.text?.distinct
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(table)
    hasher.combine(name)
    hasher.combine(header)
  }
}

/// What became of a column that asked to be admitted.
package enum Admission: Sendable, Hashable {
  case admitted(ColumnHandle)
  /// Its values are not kept, and its header is protected from now on.
  case setAside(RefusalCode)
}

/// Decides whether a column may be kept, and makes the handle by which alone a plan can name it.
///
/// Rules, in order; the first that fits decides:
/// 1. a header about people is set aside (P301, P304), whatever a declaration says;
/// 2. a header that is a person's handle or address, or says who did something, is set aside (P301);
/// 3. a header that is drawn like a known one with other letters is set aside (P306);
/// 4. values that lead to people set the column aside (P301), but for the creator's own words, which were masked, and so
///    do declared numbers that are long enough for phones and accounts;
/// 5. a column that nobody vouches for is set aside (P302);
/// 6. a declared column of text is set aside where its header is a word for people in other words (P301), and so is every
///    column that describes no subjects of posts where its values read like names, a column with values of its own
///    that holds people instead, and a declared column of what people are, their age or gender;
/// 7. a declared column of text is set aside where its values are mostly distinct (P302): it may name people.
///
/// Whatever the header, no handle has a plain name that is about people.
package func admit(_ candidate: ColumnCandidate) -> Admission {
  if PersonHeader(candidate.name) != .none { return .setAside(.personColumn) }
  let isVouchedFor = candidate.standing == .known || candidate.standing == .ownWords
  if !isVouchedFor {
    switch PersonHeader(candidate.header) {
    case .name, .contact: return .setAside(.personColumn)
    case .textByOthers: return .setAside(.textByOthers)
    case .none: break
    }
  }
  if !isVouchedFor, headsOnePerson(candidate.header) { return .setAside(.personColumn) }
  if looksLikeAnother(candidate.header) { return .setAside(.lookAlikeHeaders) }
  if candidate.standing != .ownWords, candidate.shapes.isAboutPeople { return .setAside(.personColumn) }
  if candidate.standing == .declared, candidate.isNumberOfAccounts { return .setAside(.personColumn) }
  if candidate.standing == .unknown { return .setAside(.unknownColumn) }
  if candidate.holdsNames || candidate.isOutsideItsSet { return .setAside(.personColumn) }
  if candidate.standing == .declared, headsMakeUpOfPeople(candidate.header) {
    return .setAside(.personColumn)
  }
  if candidate.standing == .declared, candidate.text != nil, headsPeopleInOtherWords(candidate.header) {
    return .setAside(.personColumn)
  }
  if candidate.standing == .declared, candidate.meaning != .key, let (values, distinct) = candidate.text,
    distinct > 1, distinct * 2 > values
  {
    return .setAside(.unknownColumn)
  }
  return .admitted(.mint(table: candidate.table, name: candidate.name, meaning: candidate.meaning))
}

/// Whether most of some cells begin with a given name and are no longer than a name.
private func areNames(_ cells: [String]) -> Bool {
  let names = cells.count { cell in
    let words = cell.split { $0.isWhitespace || $0 == "_" || $0 == "." }
    guard (1...4).contains(words.count), let first = words.first else { return false }
    return GivenNames.holds(foldedLetters(String(first)))
  }
  return names * 2 > cells.count
}

/// Whether most of some cells are whole numbers of ten digits and more, as phone numbers and account ids are, and counts
/// are not.
private func areAccountNumbers(_ cells: [String]) -> Bool {
  let long = cells.count { cell in
    let digits = cell.utf8.drop { $0 == UInt8(ascii: "+") }
    return digits.count >= 10
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
  return long * 2 > cells.count
}

/// Whether a header is about one person: it is or holds a handle, an address or a phone number, or it says who acted, as
/// `saved_by_anna` does.
private func headsOnePerson(_ header: String) -> Bool {
  var shapes = PersonShapes()
  shapes.scan(Array(header.utf8).span)
  if shapes.isAboutPeople || MaskedText(header).count > 0 { return true }
  let words = fold(header).split(separator: "_").map(String.init)
  guard let by = words.firstIndex(of: "by"), by > 0 else { return false }
  let deeds: Set<String> = [
    "saved", "liked", "shared", "commented", "viewed", "watched", "followed", "gifted", "bookmarked",
    "reposted",
  ]
  return deeds.contains(words[by - 1])
}

/// Whether a header mixes letters of other scripts into what reads as one Latin word: `v\u{456}ews` reads as `views`.
package func looksLikeAnother(_ header: String) -> Bool {
  let hasLatin = header.unicodeScalars.contains { "a"..."z" ~= $0 || "A"..."Z" ~= $0 }
  let hasOther = header.unicodeScalars.contains { scalar in
    !scalar.isASCII && scalar.properties.isAlphabetic && scalar.properties.name?.hasPrefix("LATIN") == false
  }
  let hasHidden = header.unicodeScalars.contains { scalar in
    !scalar.isASCII && scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{FEFF}"
      && scalar != "\u{FE0F}"
  }
  let folded = fold(header)
  guard !folded.isEmpty, folded.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
  return (hasLatin && hasOther) || hasHidden || (!hasLatin && hasOther)
}
