/// What the exports of TikTok Studio have in common.
enum TikTokStudio {
  static let lacks = [
    "saves": "TikTok Studio does not export saves; TikTok Business Suite does, as Add to Favorites."
  ]
}
