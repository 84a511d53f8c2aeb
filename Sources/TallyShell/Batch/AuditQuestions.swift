import TallyPrivacy

/// One sentence that is asked of a breakdown of an audience, and what somebody asks it for.
struct AuditQuestion {
  let text: String
  let attack: AttackKind
  /// What is read of the answer.
  var reading = Reading.number
  /// The sentence without its label, where it is about one: it has to end alike for every label, shown, hidden or absent.
  var form: String?

  enum Reading: Hashable {
    /// The number itself, and shares of the total beside it.
    case number
    /// A tenth of it, under the name `part`.
    case tenth
    /// What it is for each of another number that stands beside it, under the name `part`.
    case ratio(to: String)
  }
}

/// The sentences that can be said about one number of a breakdown: by each dimension and by both, whole and in part.
///
/// Those that the language refuses are asked too; that nothing comes back is a finding.
struct AuditQuestions {
  let number: String
  /// The dimensions of the breakdown, ascending.
  let dimensions: [String]
  /// The labels of each dimension, shown or not.
  let labels: [[String]]
  /// Other numbers of the audience that are open or withheld, each with a dimension.
  let others: [(number: String, dimension: String)]
  /// Other numbers of the same breakdown.
  var companions: [String] = []
  /// The years that the file has days in.
  let years: [Int]
  /// What is a crowd.
  let crowd: Int64

  /// All groupings, the finest first.
  private var groupings: [[String]] {
    dimensions.count == 2
      ? [dimensions, dimensions.reversed(), [dimensions[0]], [dimensions[1]]] : [dimensions]
  }

  /// What is asked before anything is known.
  var first: [AuditQuestion] {
    groupings.map { AuditQuestion(text: "\(number) by \(list($0))", attack: kind(of: $0)) }
  }

  /// Everything else, by the numbers that the first answers show, of which a few are enough.
  ///
  /// - Parameter rows: how many rows the answer by all dimensions has.
  func further(shown: [String], rows: Int) -> [AuditQuestion] {
    var all = [AuditQuestion(text: number, attack: .totalMinusShown)]
    for by in groupings {
      all += parts(of: by, rows: rows) + conditions(on: by, shown: shown) + filters(on: by)
    }
    if dimensions.count == 2 {
      for by in groupings.prefix(2) {
        all.append(ask(by, "top 1 per \(by[0]) with others, total", .linkedMargins))
        all.append(ask(by, "bottom 1 per \(by[0]) with others, total", .linkedMargins))
      }
    }
    return all + crossings + times + extremes
  }

  private func parts(of by: [String], rows: Int) -> [AuditQuestion] {
    var asked = [
      ask(by, "with total", .totalMinusShown), ask(by, "with share, total", .shareOfTotal),
      AuditQuestion(
        text: "\(number) / 10 as part by \(list(by)) with total", attack: .shareOfTotal,
        reading: .tenth),
      ask(by, "sort by \(number) ascending with total", .totalMinusShown),
    ]
    for other in companions {
      asked.append(
        AuditQuestion(
          text: "\(number) / \(other) as part, \(other) by \(list(by)) with total", attack: .shareOfTotal,
          reading: .ratio(to: other)))
    }
    for count in Set([1, 2, 3, rows / 2, rows - 2, rows - 1, rows]).filter({ $0 > 0 }).sorted() {
      for end in ["top", "bottom"] {
        asked.append(ask(by, "\(end) \(count)", .difference))
        asked.append(ask(by, "\(end) \(count) with others, total", .tracker))
        asked.append(ask(by, "\(end) \(count) with others, share, total", .shareOfTotal))
      }
    }
    return asked
  }

  private func conditions(on by: [String], shown: [String]) -> [AuditQuestion] {
    var asked = [
      ask(by, "having \(number) < \(crowd)", .byName),
      ask(by, "having \(number) between 1 and \(crowd)", .byName),
      ask(by, "having \(number) = 1", .byName), ask(by, "having \(number) > \(crowd) with total", .tracker),
    ]
    for value in shown {
      asked.append(ask(by, "having \(number) >= \(value)", .tracker))
      asked.append(ask(by, "having not \(number) >= \(value)", .tracker))
      asked.append(ask(by, "having \(number) > \(value)", .difference))
      asked.append(ask(by, "having \(number) = \(value)", .byName))
    }
    return asked
  }

  /// Groups by their labels, each alone, all but it, and in lists.
  private func filters(on by: [String]) -> [AuditQuestion] {
    var asked: [AuditQuestion] = []
    for (dimension, labels) in zip(dimensions, labels) {
      for label in labels.prefix(mostLabels) + [absentLabel] {
        let forms = [
          ("\(number) by \(list(by)) where \(dimension) = ", AttackKind.byName),
          ("\(number) by \(list(by)) where not \(dimension) = ", .tracker),
          ("\(number) where \(dimension) = ", .byName),
        ]
        asked += forms.map { AuditQuestion(text: $0.0 + quoted(label), attack: $0.1, form: $0.0) }
      }
      for pair in zip(labels, labels.dropFirst()).prefix(mostLabels) {
        asked.append(
          ask(by, "where \(dimension) in (\(quoted(pair.0)), \(quoted(pair.1)))", .difference))
      }
    }
    return asked
  }

  private var crossings: [AuditQuestion] {
    let by = list(dimensions)
    var asked = ["saves", "likes", "saves / \(number)"].map {
      AuditQuestion(text: "\($0) by \(by)", attack: .linkedMargins)
    }
    asked.append(AuditQuestion(text: "\(number) by \(by), video", attack: .linkedMargins))
    for other in others {
      asked.append(AuditQuestion(text: "\(number) by \(by), \(other.dimension)", attack: .linkedMargins))
      asked.append(
        AuditQuestion(
          text: "\(number) by \(by) beside \(other.number) by \(other.dimension)", attack: .linkedMargins))
      asked.append(AuditQuestion(text: "\(number), \(other.number) by \(by)", attack: .linkedMargins))
    }
    return asked
  }

  private var times: [AuditQuestion] {
    let by = list(dimensions)
    let years = years.flatMap { ["by \(by) during \($0)", "by month during \($0)"] }
    return
      ([
        "by day", "by month", "by week, \(by)", "by \(by), month", "by \(by), quarter",
        "by \(by) during last 7 days",
        "by \(by) during last 7 days vs previous",
      ] + years).map { AuditQuestion(text: "\(number) \($0)", attack: .snapshots) }
      + [AuditQuestion(text: "running \(number) by \(by)", attack: .snapshots)]
  }

  private var extremes: [AuditQuestion] {
    ["median", "average", "p1", "p99"].map {
      AuditQuestion(text: "\($0) \(number) per day by \(list(dimensions))", attack: .byName)
    }
  }

  private func ask(_ by: [String], _ ending: String, _ attack: AttackKind) -> AuditQuestion {
    AuditQuestion(text: "\(number) by \(list(by)) \(ending)", attack: attack)
  }

  /// Sums over one of two dimensions are margins.
  private func kind(of by: [String]) -> AttackKind { by.count == dimensions.count ? .byName : .linkedMargins }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// A label as a string of the language.
  private func quoted(_ label: String) -> String {
    let escaped = label.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : $0.isNewline ? [" "] : [$0] }
    return "\"\(String(escaped))\""
  }
}

private let absentLabel = "in no file"
/// Each is refused alike; more of them show nothing new.
private let mostLabels = 24
