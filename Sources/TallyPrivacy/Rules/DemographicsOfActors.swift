extension PrivacyRule {
  /// P106: the make-up of those who acted, in plain speech or in the words of the language.
  static let demographicsOfActors = PrivacyRule(
    Lesson(
      .demographicsOfActors, "Who the savers are, as a group",
      reason:
        "Platforms say how many acted and what the whole audience is made of, never what those who acted are.",
      story:
        "TikTok Studio gives the gender and territory of all followers, as shares; Instagram breaks "
        + "an audience down from 100 people on, TikTok from 100 followers on. None of them says it of "
        + "those who saved.",
      instead:
        "Ask for the two side by side, without crossing them: `saves by topic beside followers by country`."),
    refused: [
      "saves by «country»", "saves where «country» = \"DE\"", "savers by «age»", "«saver demographics»",
      "«age of the people who» saved", "save_rate by week, «gender»",
    ],
    allowed: [
      "followers by country", "views by gender", "saves by topic beside followers by country",
      "saves by country_of_filming", "saves by topic where topic != \"age gap\"", "follower demographics",
    ]
  ) { reading, _ in
    reading.makeUpOfActors ?? reading.actionByAudience
  }
}

extension Reading {
  /// Savers, or people who saved, beside a word about their make-up.
  fileprivate var makeUpOfActors: Finding? {
    guard let actor = terms.indices.first(where: isActing),
      let trait = terms.indices.first(where: { isTrait($0) || isHeldTrait($0) })
    else { return nil }
    let words = [terms[actor].entry?.spelling].compactMap { $0 } + [terms[trait].text]
    if terms[trait].position == .group { return Finding(trait...trait, words: words) }
    guard isTrait(trait) else { return Finding(trait...trait, words: [terms[trait].text]) }
    let who = term(at: actor + 1).map { $0.entry?.sense == .asking } == true ? actor + 1 : actor
    let first = min(actor, trait)
    return Finding(first...max(who, trait), words: words)
  }

  /// An actor, or anybody with a relative clause, that no clause of its own claims.
  private func isActing(_ index: Int) -> Bool {
    let term = terms[index]
    guard term.position == .item, let sense = term.entry?.sense else { return false }
    switch sense {
    case .actor: return true
    case .person, .member, .crowd: return self.term(at: index + 1)?.isWord(in: ["who", "that"]) == true
    case .asking, .identifier, .contact, .acquaintance: return false
    }
  }

  private func isTrait(_ index: Int) -> Bool {
    terms[index].kind == .name
      && (Surroundings.isAudienceDimension(terms[index].text)
        || terms[index].isWord(in: Surroundings.demographicWords))
  }

  /// `saver_country` holds actor and trait in one name.
  private func isHeldTrait(_ index: Int) -> Bool {
    let parts = terms[index].text.split(separator: "_", maxSplits: 1).map(String.init)
    guard parts.count == 2, let holder = Vocabulary.entry(for: parts[0]), holder.sense == .actor else {
      return false
    }
    return Surroundings.audienceDimensions.contains(parts[1])
  }

  /// An action and an audience dimension in one query.
  fileprivate var actionByAudience: Finding? {
    if let held = terms.indices.first(where: isHeldTrait), terms[held].kind == .name {
      return Finding(held...held, words: [terms[held].text])
    }
    let breaksDownByPerson = terms.contains {
      $0.isPerson && ($0.position == .group || $0.position == .condition)
    }
    guard !breaksDownByPerson else { return nil }
    var actions: [Int: String] = [:]
    for index in terms.indices where isAction(index) && actions[terms[index].query] == nil {
      actions[terms[index].query] = terms[index].text
    }
    guard !actions.isEmpty else { return deedOfGroup }
    for index in terms.indices where isAudience(index) {
      if let action = actions[terms[index].query] {
        return Finding(index...index, words: [action, terms[index].text])
      }
    }
    return nil
  }

  /// `do women save more`.
  private var deedOfGroup: Finding? {
    guard
      let group = terms.indices.first(where: {
        isAudience($0) && terms[$0].isWord(in: Surroundings.demographicGroups)
      }),
      let deed = terms.first(where: { $0.position == .item && $0.isWord(in: Surroundings.countedDeeds) })
    else { return nil }
    return Finding(group...group, words: [deed.text, terms[group].text])
  }

  private func isAction(_ index: Int) -> Bool {
    let term = terms[index]
    guard term.kind == .name else { return false }
    if Surroundings.isAction(term.text) { return true }
    return term.isWord(in: Surroundings.actionStems)
      && self.term(at: index + 1)?.isWord(in: ["rate", "rates", "count", "counts"]) == true
  }

  /// An audience dimension, or a group of people by what they are outside a condition.
  private func isAudience(_ index: Int) -> Bool {
    let term = terms[index]
    guard term.kind == .name, term.position != .declaration || first(isWord: "column") == false else {
      return false
    }
    if Surroundings.isAudienceDimension(term.text) { return true }
    return term.position != .condition && term.isWord(in: Surroundings.demographicGroups) && !isContent(index)
  }

  private func first(isWord word: String) -> Bool { terms.first?.isWord(word) == true }
}
