import TallyPrivacy

/// A protected table that the session can ask.
protocol OpenTable: Hashable, Sendable {
  var key: OpenAudience.Key { get }
  var rowCount: Int { get }
  /// To multiples of how many people its earlier months are rounded down.
  var step: Int64? { get }
  func describe(in report: inout LoadReport, _ headers: [String: String])
}

extension ProtectedTable: OpenTable {
  var key: OpenAudience.Key {
    OpenAudience.Key(dimensions: dimensions.map(\.name), kind: .people)
  }
  var rowCount: Int { rows.count }
  var step: Int64? { earlier.first?.step }
  func describe(in report: inout LoadReport, _ headers: [String: String]) {
    report.describe(self, headers)
  }
}

extension OpenTable {
  var step: Int64? { nil }
}

extension ProtectedExposure: OpenTable {
  var key: OpenAudience.Key {
    OpenAudience.Key(dimensions: dimensions.map(\.name), kind: .exposure)
  }
  var rowCount: Int { rows.count }
  func describe(in report: inout LoadReport, _ headers: [String: String]) {
    report.describe(self, headers)
  }
}

extension ProtectedHours: OpenTable {
  var key: OpenAudience.Key { OpenAudience.Key(dimensions: [hour.name], kind: .hours) }
  var rowCount: Int { rows.count }
  func describe(in report: inout LoadReport, _ headers: [String: String]) {
    report.describe(self, headers)
  }
}
