/// Where values stand in a text of JSON: every path of keys once, with a number.
///
/// The elements of an array share one path, so that a path is what a column is in a table.
struct PathTable {
  /// The path of the value of a whole text.
  static let root: UInt32 = 0

  /// A step from one path to a longer one; no key where it leads into an array.
  private struct Step: Hashable {
    let parent: UInt32
    let key: String?
  }

  private var steps = [Step(parent: 0, key: nil)]
  private var numberOf: [Step: UInt32] = [:]

  var count: Int { steps.count }

  func parent(_ path: UInt32) -> UInt32 { steps[Int(path)].parent }

  /// The last key of a path; nil for the root and for elements of arrays.
  func key(_ path: UInt32) -> String? { steps[Int(path)].key }

  func isElement(_ path: UInt32) -> Bool { path != Self.root && steps[Int(path)].key == nil }

  /// The path of what stands in `parent`, under a key or as an element.
  mutating func child(of parent: UInt32, key: String?) -> UInt32 {
    let step = Step(parent: parent, key: key)
    if let number = numberOf[step] { return number }
    let number = UInt32(truncatingIfNeeded: steps.count)
    steps.append(step)
    numberOf[step] = number
    return number
  }

  /// The path under a key, if anything stands there.
  func existing(_ parent: UInt32, _ key: String?) -> UInt32? { numberOf[Step(parent: parent, key: key)] }

  /// The keys from one path down to another, as a header: `stats.playCount`; elements add nothing.
  func header(of path: UInt32, below ancestor: UInt32) -> String {
    keys(of: path, below: ancestor).joined(separator: ".")
  }

  /// The keys from one path down to another.
  func keys(of path: UInt32, below ancestor: UInt32) -> [String] {
    var keys: [String] = []
    var step = path
    while step != ancestor, step != Self.root {
      if let key = key(step) { keys.append(key) }
      step = parent(step)
    }
    return keys.reversed()
  }
}
