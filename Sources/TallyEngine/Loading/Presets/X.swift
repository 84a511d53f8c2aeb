/// What the exports of X have in common.
enum X {
  static let lacks = ["views": "X exports impressions, which are not views."]
}
