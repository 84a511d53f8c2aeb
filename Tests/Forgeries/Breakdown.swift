import TallyPrivacy

func contents(_ breakdown: Breakdown) -> Any {
  // error: 'buckets' is inaccessible due to 'internal' protection level
  breakdown.buckets
}

func total(_ breakdown: Breakdown) -> Int64? {
  // error: 'printedTotal' is inaccessible due to 'internal' protection level
  breakdown.printedTotal
}

func people(_ bucket: Breakdown.Bucket) -> Int64 {
  // error: 'people' is inaccessible due to 'internal' protection level
  bucket.people
}

func labels(_ bucket: Breakdown.Bucket) -> [String?] {
  // error: 'labels' is inaccessible due to 'internal' protection level
  bucket.labels
}

func contents(_ exposure: Exposure) -> Any {
  // error: 'buckets' is inaccessible due to 'internal' protection level
  exposure.buckets
}

func views(_ bucket: Exposure.Bucket) -> [Int64] {
  // error: 'counts' is inaccessible due to 'internal' protection level
  bucket.counts
}
