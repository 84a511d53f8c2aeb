extension PrivacyRule {
  /// P205: the one smallest or largest part of an audience.
  static let extremeOfAudience = PrivacyRule(
    Lesson(
      .extremeOverAudience, "Extremes of an audience",
      reason:
        "The smallest part of an audience can be a few people, and the largest tells what is left for them.",
      story:
        "YouTube's own help shows why: of 1,000 views 500 are of the US and 498 of Canada, so that the"
        + " country it hides has 2.",
      instead: "Ask for the whole breakdown: `followers by country`."),
    refused: [
      "«smallest country»", "«lowest followers per country»", "which is my «rarest city»",
      "«median age» of my audience",
    ],
    allowed: [
      "followers by country top 5", "highest views per video by month", "lowest saves per video by topic",
      "median views per video where topic = \"smallest city\"", "highest age_of_video",
    ]
  ) { reading, _ in reading.extremeOfAudience.map { Finding($0, words: []) } }
}

extension Reading {
  private static let extremes: Set<String> = [
    "smallest", "lowest", "least", "fewest", "rarest", "youngest", "oldest", "highest", "largest", "biggest",
    "median", "min", "minimum", "max", "maximum",
  ]

  /// From a word for an extreme to the audience dimension that it is of, a few words later in the same part of a question.
  fileprivate var extremeOfAudience: ClosedRange<Int>? {
    for start in terms.indices where terms[start].kind == .name && Self.extremes.contains(terms[start].text) {
      guard !terms[start].isBracketed else { continue }
      for end in terms.indices.dropFirst(start + 1).prefix(4) {
        let term = terms[end]
        guard term.kind == .name,
          !term.isWord(in: ["by", "where", "during", "having", "with", "sort", "and"])
        else { break }
        if !term.isBracketed, Surroundings.audienceDimensions.contains(term.text) { return start...end }
      }
    }
    return nil
  }
}
