package import TallyPrivacy

extension AudienceUnderAudit.Reading {
  /// What files that were read together say of an audience, before it is protected; for an audit alone.
  ///
  /// - Parameter dataset: the other tables; they tell of how many people shares are parts.
  package init(_ files: [LoadedFile], beside dataset: Dataset) {
    var (breakdowns, exposures): ([Breakdown], [Exposure]) = ([], [])
    for part in files.flatMap(\.audience) {
      switch part.content {
      case .people(let breakdown): breakdowns.append(breakdown)
      case .exposure(let exposure): exposures.append(exposure)
      // No sum over hours is shown, so there is nothing to work one out from.
      case .hours: break
      }
    }
    self.init(
      breakdowns, exposures, totals: dataset.audienceTotals,
      onDay: { metric, day in dataset.total(of: metric, on: day) })
  }
}
