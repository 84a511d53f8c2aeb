/// A number of people or views that a policy may raise, called as a policy file calls it.
package enum PolicyLimit: String, Sendable, CaseIterable {
  case smallestGroup = "smallest group"
  case smallestAudience = "smallest audience"
  case smallestGroupOfViews = "smallest group of views"
  case smallestAudienceOfViews = "smallest audience of views"

  /// What is counted, as a policy file writes it behind the number.
  package var unit: String { isOfViews ? "views" : "people" }

  /// What holds without any policy, and under every policy at least.
  package var builtIn: Int64 {
    let crowd: CrowdSize = isOfViews ? .exposure : .standard
    return isOfWhole ? crowd.whole : crowd.people
  }

  /// What `profile: strict` asks for: five times as much.
  package var strict: Int64 { builtIn * 5 }

  /// Larger numbers mean no more than this one: nothing of that kind is shown.
  static let largest: Int64 = 1_000_000_000

  private var isOfViews: Bool { self == .smallestGroupOfViews || self == .smallestAudienceOfViews }
  private var isOfWhole: Bool { self == .smallestAudience || self == .smallestAudienceOfViews }
}
