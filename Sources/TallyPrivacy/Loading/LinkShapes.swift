/// The link that begins at `start`, with or without a scheme; nil where none does.
func linkRange(_ bytes: Span<UInt8>, at start: Int) -> Range<Int>? {
  if start > 0, bytes[start - 1].isDomainByte { return nil }
  if linkStarts.contains(where: { starts(bytes, $0, start) }) { return start..<pathEnd(bytes, from: start) }
  guard bytes[start].isDomainByte, let end = domainEnd(bytes, from: start) else { return nil }
  let hasPath =
    end < bytes.count && [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(bytes[end])
  return start..<(hasPath ? pathEnd(bytes, from: end) : end)
}

/// A link to a profile, a channel or an account.
func holdsProfileLink(_ value: Span<UInt8>) -> Bool {
  // Every link has one of these.
  guard value.indices.contains(where: { value[$0] == UInt8(ascii: ".") || value[$0] == UInt8(ascii: "/") })
  else {
    return false
  }
  if postPaths.contains(where: { holds(value, $0) }) { return false }
  for index in value.indices where index == 0 || !(value[index - 1].isLetter || value[index - 1].isDigit) {
    if profileHosts.contains(where: { starts(value, $0, index) }) { return true }
  }
  if profileDomains.contains(where: { holds(value, $0) }) { return true }
  return (holds(value, "://") || holds(value, "www.")) && profilePaths.contains { holds(value, $0) }
}

/// The end of the last listed domain in the host that begins at `start`; nil where it has none, or is part of an e-mail
/// address.
private func domainEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
  var end: Int?
  var index = start
  while index < bytes.count, bytes[index].isDomainByte {
    if bytes[index] == UInt8(ascii: "."), index > start, bytes[index - 1] != UInt8(ascii: ".") {
      end = topLevelEnd(bytes, from: index + 1) ?? end
    }
    index += 1
  }
  return index < bytes.count && bytes[index] == UInt8(ascii: "@") ? nil : end
}

/// The end of a listed top-level domain in small letters or in capitals: `Done.It` is the end of a sentence.
private func topLevelEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
  var end = start
  var capitals = 0
  while end < bytes.count, bytes[end].isLetter, end - start <= 6 {
    if bytes[end] != bytes[end].lowered { capitals += 1 }
    end += 1
  }
  guard capitals == 0 || capitals == end - start else { return nil }
  if end < bytes.count, bytes[end].isLetter || bytes[end].isDigit || [45, 95].contains(bytes[end]) {
    return nil
  }
  let isListed = topLevelDomains.contains { $0.utf8CodeUnitCount == end - start && starts(bytes, $0, start) }
  return isListed ? end : nil
}

private func pathEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var end = start
  while end < bytes.count, bytes[end] > 32, bytes[end] != UInt8(ascii: "\"") { end += 1 }
  return end
}

extension UInt8 {
  /// What names of hosts are written with, letters outside ASCII included.
  fileprivate var isDomainByte: Bool { isHostByte || self == UInt8(ascii: "_") }
}

private let linkStarts: [StaticString] = ["http://", "https://", "hxxp://", "hxxps://", "www."]

private let topLevelDomains: [StaticString] = [
  "com", "net", "org", "io", "me", "tv", "gg", "ee", "be", "social", "co", "de", "at", "ch", "fr", "it", "es",
  "nl",
  "uk", "us", "info", "app", "link", "shop",
]

private let postPaths: [StaticString] = ["/video/", "/status/", "/reel/", "/p/"]

private let profileHosts: [StaticString] = [
  "youtube.com/channel/", "youtube.com/@", "youtube.com/user/", "youtube.com/c/", "tiktok.com/@",
  "instagram.com/",
  "x.com/", "twitter.com/", "facebook.com/", "threads.net/@", "twitch.tv/", "linkedin.com/in/", "t.me/",
  "wa.me/",
  "discord.gg/", "linktr.ee/", "onlyfans.com/", "snapchat.com/add/",
]

private let profileDomains: [StaticString] = [".bsky.social", ".substack.com"]

private let profilePaths: [StaticString] = ["/profile/", "/users/", "/user/"]
