/// What an audit found out about one breakdown; it holds counts of groups and of open numbers, and nothing that would
/// tell of the people in them.
package struct AuditVerdict: Sendable, Hashable {
  /// How far one kind of attack came.
  package struct Finding: Sendable, Hashable {
    package let attack: AttackKind
    /// How many numbers of people the most exposed group may still have, no more than are needed; nil where the attack
    /// was given no answer, or has no group to go for.
    package let sizes: Int64?
    /// Whether every group is as open as it has to be.
    package let isHeld: Bool
  }

  /// Groups that answers name.
  package let shown: Int
  /// Groups that are counted together.
  package let folded: Int
  /// Groups that are sums of others, and in no answer.
  package let leftOut: Int
  /// What is a crowd: as many numbers have to stay open for each folded group.
  package let crowd: Int64
  /// In the order of `AttackKind`.
  package let findings: [Finding]
  /// Numbers of answers that are no sum of groups of the file, so that nobody knows what they tell.
  package let unexplained: Int

  /// Whether no attack pins anybody.
  package var isPassed: Bool { unexplained == 0 && findings.allSatisfy(\.isHeld) }
}

extension AuditVerdict {
  /// - Parameters:
  ///   - answers: all that was answered.
  ///   - knownRules: how many numbers each group that is folded has left for whoever knows all rules, by number; nil where
  ///     nobody looked.
  ///   - changes: how many numbers every change since each earlier month may be; empty without such months.
  init(
    _ table: AuditedTable, answers: [SeenAnswer], knownRules: [String: [OpenRange]]?,
    changes: [OpenRange] = []
  ) {
    crowd = table.crowd
    leftOut = table.leftOut.count
    let attacks = table.numbers.map { AnswersAttack(table, $0, answers: answers) }
    shown = attacks.map(\.shown.count).max() ?? 0
    folded = table.isOpen ? table.labels.count - shown - leftOut : 0
    // Where nothing is open, no answer may be about it.
    unexplained = table.isOpen ? attacks.reduce(0) { $0 + $1.unexplained } : answers.count
    let asked = Set(answers.map(\.attack))
    findings = AttackKind.allCases.map { kind in
      if kind == .knownRules {
        return Finding(kind, knownRules?.values.flatMap { $0 } ?? [], crowd: table.crowd)
      }
      if kind == .snapshots, !changes.isEmpty { return Finding(kind, changes, crowd: table.crowd) }
      let kinds = kind == .together ? Set(AttackKind.allCases) : [kind, .byName]
      guard kind == .together || asked.contains(kind) else { return Finding(kind, [], crowd: table.crowd) }
      let ranges = zip(table.numbers, attacks).flatMap { number, attack in
        let ranges = attack.ranges(from: kinds)
        return table.groupsToProtect(number, shown: attack.shown).map { ranges[$0] }
      }
      return Finding(kind, ranges, crowd: table.crowd)
    }
  }
}

extension AuditVerdict.Finding {
  fileprivate init(_ attack: AttackKind, _ ranges: [OpenRange], crowd: Int64) {
    self.attack = attack
    sizes = ranges.map { $0.sizes(upTo: crowd) }.min()
    isHeld = sizes.map { $0 >= crowd } ?? true
  }
}

extension AuditedTable {
  /// The places of groups that have to stay open: those that are not shown, and small ones even where they are.
  fileprivate func groupsToProtect(_ number: Number, shown: Set<Int>) -> [Int] {
    labels.indices.filter { place in
      if leftOut.contains(labels[place]) { return false }
      let most = (number.amounts[place] + number.step / 2) * number.scale
      return !shown.contains(place) || (!number.isJudgedByAnother && most < Double(crowd) - 1e-6)
    }
  }
}
