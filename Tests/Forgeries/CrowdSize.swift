import TallyPrivacy

func lowered() -> CrowdSize {
  // error: 'CrowdSize' initializer is inaccessible due to 'private' protection level
  CrowdSize(people: 1, whole: 1)
}

func lowered(_ breakdown: Breakdown, in ledger: AudienceLedger) -> [AudienceLedger.Opening] {
  var ledger = ledger
  // error: extra argument 'crowd' in call
  return ledger.open([breakdown], crowd: 1)
}
