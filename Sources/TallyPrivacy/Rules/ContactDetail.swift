extension PrivacyRule {
  /// P105: what reaches a person or a device.
  static let contactDetail = PrivacyRule(
    Lesson(
      .contactDetail, "Contact details",
      reason: "Addresses, numbers and devices reach one person each, so Tally neither loads nor shows them.",
      story:
        "No analytics export holds them. The download of one's own TikTok account does: messages, "
        + "user names, logins with IP addresses. Tally refuses that file whole (P303).",
      instead: "Ask when and where the crowd can be reached: `views by weekday posted`, `followers by day`."),
    refused: [
      "«email addresses» of people who saved", "«phone numbers» of my followers", "«usernames of savers»",
      "«handles of everyone» who liked this", "«contact info» for my top fans", "send a «dm to savers»",
    ],
    allowed: ["views by emailed_campaign", "saves where topic = \"email marketing\"", "saves by handle_type"]
  ) { reading, _ in
    reading.detail ?? reading.detailOfPerson ?? reading.message
  }
}

extension Reading {
  /// An address or a device that no clause claims.
  fileprivate var detail: Finding? {
    persons([.contact]).first { terms[$0].position == .item && !isArgument($0) }.map(finding(at:))
  }

  /// `min(ip)` and `distinct device_id` ask for a row.
  private func isArgument(_ index: Int) -> Bool {
    term(at: index - 1).map { $0.text == "(" || $0.isWord(in: ["distinct", "select"]) } ?? false
  }

  /// `usernames of savers`, `names of my followers`.
  fileprivate var detailOfPerson: Finding? {
    for index in terms.indices.dropLast(2) where terms[index].position == .item {
      let isDetail =
        terms[index].entry?.sense == .identifier
        || terms[index].isWord(in: Reading.details)
      guard isDetail, terms[index + 1].isWord(in: ["of", "for", "from"]) else { continue }
      let person = (index + 2)..<min(index + 8, terms.count)
      guard let owner = person.first(where: isSomebody) else { continue }
      return finding(from: index, to: owner, words: spelling(index) + spelling(owner))
    }
    return nil
  }

  /// `dm my followers`, `send a message to savers`.
  fileprivate var message: Finding? {
    let first = start
    for index in terms.indices.dropLast() where terms[index].isWord(in: Reading.messages) {
      guard terms[index].position == .item else { continue }
      let near = (index + 1)..<min(index + 5, terms.count)
      let isSent = index == first || near.contains { terms[$0].isWord("to") }
      guard isSent, let person = near.first(where: isSomebody) else { continue }
      return finding(from: index, to: person, words: [terms[index].text] + spelling(person))
    }
    return nil
  }

  /// Details of a person that are harmless alone.
  private static let details: Set<String> = [
    "contact", "contacts", "profiles", "bios", "accounts", "details", "info", "address", "addresses",
    "locations",
  ]

  private static let messages: Set<String> = ["dm", "dms", "message", "messages", "contact", "text"]

  private func isSomebody(_ index: Int) -> Bool {
    guard let sense = terms[index].entry?.sense else { return terms[index].kind == .mention }
    return switch sense {
    case .actor, .person, .member, .crowd, .acquaintance: true
    case .asking, .identifier, .contact: false
    }
  }

  private func spelling(_ index: Int) -> [String] { [terms[index].entry?.spelling].compactMap { $0 } }
}
