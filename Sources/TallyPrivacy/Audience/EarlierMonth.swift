/// The groups of a breakdown as they were at the end of an earlier month, beside its newest snapshot.
///
/// Two snapshots tell who came and who went: a group that goes from 120 to 121 shows one person come. So no two numbers
/// of different months are both exact. The newest snapshot is, and those of earlier months are rounded down to multiples
/// of a crowd, so that any change is open over as many sizes as a crowd has people. Another file may tell how many people
/// there were in all, and so what was rounded away of all rows together. A month is kept only where that leaves each of
/// them open: not so little that most are exact, and not so much that most are one less than a crowd. For itself a month
/// tells no more than a single snapshot does: the groups that the newest one shows are shown, and the others are such as
/// may be counted together (`mayFold`).
package struct EarlierMonth: Sendable, Hashable {
  /// The day of its snapshot, counted from 1970.
  package let day: Int32
  let month: Int32
  /// What the people of each group are rounded down to multiples of.
  package let step: Int64
  /// The labels of the newest snapshot, in its order.
  package let rows: [ProtectedTable.Row]

  /// - Returns: nil where the month may not stand beside the newest one: it is not earlier than those that do, a group
  ///   that is shown was too small then or not there, a group that was there is not in the newest snapshot, the others may
  ///   not be counted together, or too little or too much was rounded away of all rows.
  init?(
    _ breakdown: Breakdown, before table: ProtectedTable, folded: Set<[String?]>, crowd: CrowdSize
  ) {
    guard let day = breakdown.day, let month = breakdown.month,
      let next = table.earlier.last?.month ?? table.month, month < next
    else { return nil }
    var people: [[String?]: Int64] = [:]
    for bucket in breakdown.buckets where bucket.people > 0 { people[bucket.labels] = bucket.people }
    let shown = table.rows.filter { !$0.labels.contains(ProtectedTable.foldedLabel) }
    let visible = shown.compactMap { people[$0.labels] }
    let hidden = folded.map { people[$0] ?? 0 }
    let known = folded.union(shown.map(\.labels)).union(table.leftOut)
    func rounded(_ number: Int64) -> Int64 { number / crowd.people * crowd.people }
    let fold = hidden.reduce(0, +)
    let parts = visible + (hidden.isEmpty ? [] : [fold])
    let roundedAway = parts.reduce(0) { $0 + $1 % crowd.people }
    let most = crowd.people - 1
    guard parts.count > 1, (most...most * Int64(parts.count - 1)).contains(roundedAway),
      visible.count == shown.count, people.keys.allSatisfy(known.contains),
      visible.reduce(0, { $0 + rounded($1) }) >= crowd.whole,
      mayFold(hidden, beside: visible, crowd: crowd)
    else { return nil }
    var rows = zip(shown, visible).map { row, people in
      ProtectedTable.Row(labels: row.labels, people: rounded(people), share: nil)
    }
    if !hidden.isEmpty {
      let labels = table.dimensions.map { _ in ProtectedTable.foldedLabel as String? }
      rows.append(ProtectedTable.Row(labels: labels, people: rounded(fold), share: nil))
    }
    self.day = day
    self.month = month
    step = crowd.people
    self.rows = rows
  }

  /// A month whose numbers were rounded before, as a snapshot holds it.
  ///
  /// - Returns: nil where it may not stand beside the newest one: it is not earlier than those that do, its groups are not
  ///   those that are shown, a number is no multiple of a crowd, or a group or the whole is too small.
  init?(rounded breakdown: Breakdown, before table: ProtectedTable, crowd: CrowdSize) {
    guard let day = breakdown.day, let month = breakdown.month, table.counted != nil,
      breakdown.amount == .count, let next = table.earlier.last?.month ?? table.month, month < next,
      breakdown.buckets.count == table.rows.count
    else { return nil }
    var people: [[String?]: Int64] = [:]
    for bucket in breakdown.buckets { people[bucket.labels] = bucket.people }
    let rows = table.rows.compactMap { row in
      people[row.labels].map { ProtectedTable.Row(labels: row.labels, people: $0, share: nil) }
    }
    let shown = rows.filter { !$0.labels.contains(ProtectedTable.foldedLabel) }.compactMap(\.people)
    guard rows.count == table.rows.count, rows.allSatisfy({ ($0.people ?? 0) % crowd.people == 0 }),
      shown.allSatisfy({ $0 >= crowd.people }), shown.reduce(0, +) >= crowd.whole
    else { return nil }
    self.day = day
    self.month = month
    step = crowd.people
    self.rows = rows
  }
}
