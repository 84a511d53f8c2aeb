import TallyPrivacy

func written(_ breakdown: Breakdown, _ rows: [ProtectedTable.Row]) -> ProtectedTable {
  // error: 'ProtectedTable' initializer is inaccessible due to 'fileprivate' protection level
  ProtectedTable(
    breakdown, rows: rows, leftOut: [], countsPeople: true, units: nil, restShare: 0, crowd: .standard)
}

func row() -> ProtectedTable.Row {
  // error: 'ProtectedTable.Row' initializer is inaccessible due to 'internal' protection level
  ProtectedTable.Row(labels: ["AT"], people: 1, share: nil)
}

func folded(_ breakdown: Breakdown) -> ProtectedTable? {
  // error: cannot find 'protect' in scope
  protect(breakdown)
}

func unfolded(_ table: ProtectedTable, _ rows: [ProtectedTable.Row]) -> ProtectedTable {
  var other = table
  // error: cannot assign to property: 'rows' is a 'let' constant
  other.rows = rows
  return other
}

func written(_ exposure: Exposure, _ rows: [ProtectedExposure.Row]) -> ProtectedExposure {
  // error: 'ProtectedExposure' initializer is inaccessible due to 'fileprivate' protection level
  ProtectedExposure(
    exposure, counted: ["views"], hasWatchTime: false, rows: rows, leftOut: [], crowd: .exposure)
}

func shown(_ exposure: Exposure) -> ProtectedExposure? {
  // error: cannot find 'protect' in scope
  protect(exposure)
}

func hours() -> ProtectedHours {
  // error: 'ProtectedHours' initializer is inaccessible due to 'fileprivate' protection level
  ProtectedHours(rows: [], leavesOut: false)
}

func month(_ breakdown: Breakdown, _ table: ProtectedTable) -> EarlierMonth? {
  // error: 'EarlierMonth?' initializer is inaccessible due to 'internal' protection level
  EarlierMonth(breakdown, before: table, folded: [], crowd: .standard)
}
