/// What protects an audience in one session: the built-in limits, or stricter ones that policy files ask for.
///
/// It can only be raised: there is no way to make one that protects less than `builtIn`, and joining two keeps the
/// stricter of each setting, so neither the order nor the number of files can lower anything.
package struct Policy: Sendable, Hashable {
  /// A limit that holds, and who asked for it.
  package struct Held: Sendable, Hashable {
    package let value: Int64
    /// The file that raised it; nil where it is built in.
    package let source: String?
  }

  private var raised: [PolicyLimit: Held] = [:]
  /// Plain headers and names of columns that are never loaded, with the file that asked for it.
  private var keptOut: [String: String] = [:]
  /// The files that were read, in the order of reading.
  package private(set) var sources: [String] = []

  /// What holds without any policy file.
  package static let builtIn = Policy()

  private init() {}

  /// The policy that one file asks for.
  init(source: String) { sources = [source] }

  /// The limits by which something was protected before, as its file says them; none lowers what is built in.
  package init(source: String, protectedBy limits: [PolicyLimit: Int64]) {
    sources = []
    for (limit, value) in limits { raise(limit, to: value, by: source) }
  }

  /// What holds of a limit; never less than what is built in.
  package func held(_ limit: PolicyLimit) -> Held {
    raised[limit] ?? Held(value: limit.builtIn, source: nil)
  }

  /// What holds for a limit when all are taken together: an audience is never smaller than one group of it.
  package func least(_ limit: PolicyLimit) -> Int64 {
    switch limit {
    case .smallestGroup: people.people
    case .smallestAudience: people.whole
    case .smallestGroupOfViews: views.people
    case .smallestAudienceOfViews: views.whole
    }
  }

  /// How many people a group, and an audience, needs to be shown.
  package var people: CrowdSize {
    CrowdSize.standard.raised(people: held(.smallestGroup).value, whole: held(.smallestAudience).value)
  }

  /// How many views a group, and the views of all groups, need to be shown.
  package var views: CrowdSize {
    CrowdSize.exposure.raised(
      people: held(.smallestGroupOfViews).value, whole: held(.smallestAudienceOfViews).value)
  }

  /// Whether a column is never loaded: by any of its names, however they are written.
  package func setsAside(_ names: String...) -> Bool {
    !keptOut.isEmpty && names.contains { keptOut[Self.key($0)] != nil }
  }

  /// A name without anything by which files write it differently: `viewCount`, `View count` and `view_count` are one.
  private static func key(_ name: String) -> String { fold(name).filter { $0 != "_" } }

  /// How many columns are set aside, and the files that asked for it; their names are not told, as headers may be people's.
  package var setAside: (count: Int, sources: [String]) { (keptOut.count, Set(keptOut.values).sorted()) }

  /// Raises a limit; a number that is not larger than what holds changes nothing.
  mutating func raise(_ limit: PolicyLimit, to value: Int64, by source: String) {
    if value > held(limit).value {
      raised[limit] = Held(value: min(value, PolicyLimit.largest), source: source)
    }
  }

  /// Raises every limit to `profile: strict`.
  mutating func raiseToStrict(by source: String) {
    for limit in PolicyLimit.allCases { raise(limit, to: limit.strict, by: source) }
  }

  mutating func setAside(_ name: String, by source: String) {
    let key = Self.key(name)
    if !key.isEmpty, keptOut[key] == nil { keptOut[key] = source }
  }

  /// Takes over what another one asks for, wherever that is stricter.
  package mutating func join(_ other: Policy) {
    for limit in PolicyLimit.allCases {
      guard let held = other.raised[limit], let source = held.source else { continue }
      raise(limit, to: held.value, by: source)
    }
    keptOut.merge(other.keptOut) { mine, _ in mine }
    sources += other.sources.filter { !sources.contains($0) }
  }

  /// Whether it asks for the same as another one, whichever files said so.
  package func protectsLike(_ other: Policy) -> Bool {
    people == other.people && views == other.views && Set(keptOut.keys) == Set(other.keptOut.keys)
  }
}
