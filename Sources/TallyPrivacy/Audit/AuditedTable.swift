/// A breakdown as its file says it, against which an audit holds what answers tell; it exists only while an audit runs.
package struct AuditedTable: Sendable {
  /// One number of each group.
  struct Number: Sendable {
    /// The plain name.
    let name: String
    /// By group, in the unit of the column.
    let amounts: [Double]
    /// What the file counts in its total and in no group, and what is folded of it; 0 for nothing.
    let rest: Double
    /// How many people, views or seconds one unit stands for.
    let scale: Double
    /// What the numbers are rounded to, in the unit of the column; 0 for exact ones.
    let step: Double
    /// By how much the number of the fold may miss the groups in it besides, in the unit of the column.
    var foldSlack = 0.0
    /// How many numbers of people each group that is not shown has to leave open.
    let crowd: Int64
    /// Whether it is judged by another number, so that small ones may be shown: watch time by views.
    var isJudgedByAnother = false

    /// Whether somebody is folded who is in no group; less than rounding may hide is nobody.
    var hasRest: Bool { rest > step / 2 * Double(amounts.count) + foldSlack + 1e-6 }
  }

  /// Where the breakdown stands among those that were read.
  enum Source: Sendable, Hashable {
    case people(reading: Int, place: Int)
    /// Several where periods are opened as one.
    case exposure(reading: Int, places: [Int])
  }

  let source: Source
  /// Plain names, ascending.
  package let dimensions: [String]
  /// The labels of every group that the file has, shown or not; to be asked for, and never to be printed.
  package let labels: [[String?]]
  /// Groups that are sums of others, by their labels; the report of loading names them.
  let leftOut: [[String?]]
  let numbers: [Number]
  /// Whether anything of it is shown.
  package let isOpen: Bool

  /// Whether it counts views, and not people.
  package var isExposure: Bool { if case .exposure = source { true } else { false } }
  /// The plain names of its numbers.
  package var counted: [String] { numbers.map(\.name) }
  /// What is a crowd in the numbers of people or views.
  package var crowd: Int64 { numbers.first?.crowd ?? 0 }
}

extension AuditedTable {
  init(_ breakdown: Breakdown, _ table: ProtectedTable?, at source: Source) {
    self.source = source
    dimensions = breakdown.dimensions
    labels = breakdown.buckets.map(\.labels)
    leftOut = table?.leftOut ?? []
    isOpen = table != nil
    guard let table else {
      numbers = []
      return
    }
    let crowd = table.crowd.people
    guard let units = table.units else {
      let sizes = breakdown.buckets.map { Double($0.people) }
      let rest = Double(table.people ?? 0) - breakdown.sum(without: table.leftOut)
      numbers = [
        Number(
          name: table.counted?.name ?? "", amounts: sizes, rest: max(rest, 0), scale: 1, step: 0, crowd: crowd
        )
      ]
      return
    }
    let shares = breakdown.buckets.map(\.share)
    let audience = Double(units.audience)
    let listed = breakdown.buckets.filter { !table.leftOut.contains($0.labels) }.reduce(0) { $0 + $1.share }
    let rest = max(table.rows.reduce(0) { $0 + ($1.share ?? 0) } - listed, 0)
    var numbers = [
      Number(
        name: table.share?.name ?? "", amounts: shares, rest: rest, scale: audience, step: units.step,
        foldSlack: table.counted == nil ? ShareUnits.coarseness(of: shares.count, step: units.step) : 0,
        crowd: crowd)
    ]
    let largest = table.rows.filter { !$0.labels.contains(ProtectedTable.foldedLabel) }
      .max { ($0.share ?? 0) < ($1.share ?? 0) }
    if let counted = table.counted, let largest, let people = largest.people, let share = largest.share,
      share > 0
    {
      // Of how many people they were worked out; each number is rounded, this one too.
      let all = Double(people) / share
      numbers.append(
        Number(
          name: counted.name, amounts: shares.map { $0 * all }, rest: rest * all,
          scale: all > 0 ? audience / all : 1, step: units.step * all + 3, crowd: crowd))
    }
    self.numbers = numbers
  }

  init(_ exposure: Exposure, _ table: ProtectedExposure?, at source: Source) {
    self.source = source
    dimensions = exposure.dimensions
    labels = exposure.buckets.map(\.labels)
    leftOut = table?.leftOut ?? []
    isOpen = table != nil
    guard let table else {
      numbers = []
      return
    }
    let once = exposure.buckets.filter { !table.leftOut.contains($0.labels) }
    var numbers = table.counted.enumerated().compactMap { column, handle -> Number? in
      guard let place = exposure.counted.firstIndex(of: handle.name) else { return nil }
      let shown = table.rows.reduce(0.0) { $0 + Double($1.counts[column]) }
      return Number(
        name: handle.name, amounts: exposure.buckets.map { Double($0.counts[place]) },
        rest: max(shown - once.reduce(0.0) { $0 + Double($1.counts[place]) }, 0), scale: 1, step: 0,
        crowd: table.crowd.people)
    }
    if let time = table.watchTime {
      let seconds = exposure.buckets.map(\.seconds)
      let rest = table.rows.reduce(0) { $0 + $1.seconds } - once.reduce(0) { $0 + $1.seconds }
      numbers.append(
        Number(
          name: time.name, amounts: seconds, rest: max(rest, 0), scale: 1, step: 1, crowd: table.crowd.people,
          isJudgedByAnother: true))
    }
    self.numbers = numbers
  }
}

extension Breakdown {
  /// The people of all groups but some.
  fileprivate func sum(without leftOut: [[String?]]) -> Double {
    buckets.filter { !leftOut.contains($0.labels) }.reduce(0.0) { $0 + Double($1.people) }
  }
}
