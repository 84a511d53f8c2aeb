// What those who act are, and where.
extension Reading {
  /// `gay followers`, `religion of my followers`, `do kids watch my videos`, `what do men like`: P106.
  var kindOfPeople: ClosedRange<Int>? {
    let kinds: Set<String> = [
      "gay", "lesbian", "queer", "trans", "straight", "muslim", "christian", "jewish", "hindu", "black",
      "white", "asian",
      "latino", "latina", "pregnant", "underage", "rich", "poor", "single", "married", "disabled",
      "republican",
      "democrat", "teen", "teenage", "german", "american", "french", "british", "indian",
    ]
    if let kind = index(where: { kinds.contains($0.text) }), let crowd = term(at: kind + 1),
      crowd.entry != nil
    {
      return kind...kind + 1
    }
    if let group = terms.indices.first(where: { isGroupOfPeople($0) }),
      term(at: group + 1)?.entry?.sense == .crowd
    {
      return group...group + 1
    }
    if hasDeed, let m = index(where: { $0.text == "m" }), let f = term(at: m + 2), f.isWord("f") {
      return m...m + 2
    }
    guard hasDeed || hasCrowd else { return nil }
    if hasDeed, let group = terms.indices.first(where: { isGroupOfPeople($0) }) {
      let asks = terms.contains {
        $0.isWord(in: [
          "do", "does", "did", "what", "which", "are", "were", "how", "that", "saves", "by", "where", "with",
        ])
      }
      return asks || group == 0 ? group...group : nil
    }
    // A word such as income was read as a dimension.
    guard let dimension = index(where: { $0.text == "gender" && $0.position == .item }),
      let of = term(at: dimension + 1), of.isWord("of"), hasCrowd
    else { return nil }
    return dimension...dimension
  }

  /// `teachers among my followers`, `how many cops follow me`, `how many of my fans are vegans`: P106.
  var sortOfCrowd: ClosedRange<Int>? {
    for (place, term) in terms.enumerated() where place > 0 {
      if term.isWord(in: ["among", "amongst"]), isSort(place - 1), let crowd = crowd(after: place) {
        return place - 1...crowd
      }
      if term.isWord("are"), let crowd = terms[..<place].lastIndex(where: { $0.entry != nil }),
        crowd == place - 1,
        terms[..<place].contains(where: { $0.isWord(in: ["many", "percentage", "percent", "any", "some"]) }),
        isSort(place + 1), self.term(at: place + 2) == nil
      {
        return crowd...place + 1
      }
      if term.isWord("many"), isSort(place + 1), terms[place + 1].text.hasSuffix("s"),
        let deed = self.term(at: place + 2), deed.isWord(in: Surroundings.deeds),
        self.term(at: place + 3)?.isWord(in: ["me", "my", "this", "us", "our"]) == true
      {
        return place + 1...place + 2
      }
    }
    return nil
  }

  /// Whether a word may say what somebody is: nothing that creators count, post or ask with.
  private func isSort(_ place: Int) -> Bool {
    guard let term = term(at: place), term.kind == .name,
      term.entry == nil || term.entry?.sense == .acquaintance
    else { return false }
    return !term.isWord(in: Surroundings.impersonal) && !term.isWord(in: Surroundings.contentNouns)
      && !term.isWord(in: Surroundings.harmlessGroups) && !Surroundings.isAction(term.text)
      && !term.isWord(in: [
        "new", "active", "online", "returning", "unique", "lost", "gained", "engaged", "awake", "popular",
        "best",
        "favourite", "favourites", "favorite", "favorites", "hashtags", "sounds", "topics", "formats",
        "hooks", "watching",
        "reached", "trends", "trending", "times", "minutes", "hours", "days", "weeks", "subscribed", "there",
      ])
  }

  private func crowd(after place: Int) -> Int? {
    terms.indices.dropFirst(place + 1).prefix(3).first {
      terms[$0].entry != nil || terms[$0].isWord("audience")
    }
  }

  /// `followers by ethnicity`, `how many of my viewers are pregnant`: P106.
  ///
  /// No platform tells any of it, of no crowd.
  var sensitiveKind: ClosedRange<Int>? {
    let kinds: Set<String> = [
      "ethnicity", "ethnicities", "sexuality", "sexual_orientation", "relationship_status", "marital_status",
      "income", "salary", "salaries", "zip_code", "zipcode", "postcode", "occupation", "occupations", "jobs",
      "pregnant",
      "religious", "disabled", "political", "immigration", "household_income", "education_level",
    ]
    let pairs: [String: Set<String>] = [
      "sexual": ["orientation"], "relationship": ["status"], "marital": ["status"], "zip": ["code", "codes"],
      "household": ["income"], "political": ["views", "affiliation"], "education": ["level"],
    ]
    guard hasCrowd || hasAudience || terms.first?.isWord("views") == true else { return nil }
    for (place, term) in terms.enumerated() where term.kind == .name && !isContent(place) {
      if let next = self.term(at: place + 1), pairs[term.text]?.contains(next.text) == true {
        return place...place + 1
      }
      if hasCrowd || hasAudience, kinds.contains(term.text) { return place...place }
    }
    return nil
  }

  private func isGroupOfPeople(_ index: Int) -> Bool {
    guard terms[index].isWord(in: Surroundings.demographicGroups), !isContent(index) else { return false }
    // `saves for kids lunch ideas`.
    let isTopic = terms[..<index].suffix(2).contains { $0.isWord(in: ["for", "on", "of", "about"]) }
    return !isTopic || !terms[(index + 1)...].prefix(2).contains { $0.isWord(in: Surroundings.contentNouns) }
  }

  /// `saves from germany`, `likes in france`, `which countries save my soups`: P106.
  var placeOfActors: ClosedRange<Int>? {
    let countries: Set<String> = [
      "germany", "austria", "switzerland", "france", "italy", "spain", "portugal", "england", "britain", "uk",
      "usa",
      "america", "canada", "mexico", "brazil", "argentina", "india", "pakistan", "china", "japan", "korea",
      "vietnam",
      "indonesia", "thailand", "philippines", "australia", "russia", "ukraine", "poland", "turkey", "egypt",
      "nigeria",
      "kenya", "europe", "asia", "africa", "netherlands", "belgium", "sweden", "norway", "denmark", "finland",
      "ireland",
      "scotland", "greece", "berlin", "vienna", "london", "paris", "tokyo", "abroad",
    ]
    for (place, term) in terms.enumerated() where term.isWord(in: ["from", "in"]) {
      guard let country = self.term(at: place + 1), countries.contains(country.text),
        self.term(at: place + 2).map({
          $0.kind == .symbol || $0.isWord(in: ["by", "during", "last", "this", "and"])
        })
          ?? true,
        let action = terms[..<place].lastIndex(where: { Surroundings.isAction($0.text) })
      else { continue }
      return action...place + 1
    }
    for (place, term) in terms.enumerated()
    where ["countries", "cities", "regions", "country", "city"].contains(term.text) {
      guard self.term(at: place - 1)?.isWord(in: ["which", "what"]) == true,
        let deed = self.term(at: place + 1), Surroundings.deeds.contains(deed.text),
        // Views by country are a table that platforms give.
        !deed.isWord(in: [
          "watch", "watched", "view", "viewed", "see", "follow", "followed", "watching", "viewing",
        ])
      else { continue }
      return place...place + 1
    }
    return nil
  }
}
