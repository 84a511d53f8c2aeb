/// Whether distinct ids are those of people: most read like names, or one like a number to call.
///
/// - Complexity: O(length of the ids).
package func areIDsOfPeople(_ ids: [String]) -> Bool {
  ids.count(where: readsLikeName) * 2 > ids.count
    || ids.contains { !leadsNowhere($0.utf8.span) && holdsPhone($0.utf8.span) }
}

/// Whether most distinct ids are hashes, or those of accounts or devices; no platform numbers videos so.
///
/// - Complexity: O(length of the ids).
package func areTokens(_ ids: [String]) -> Bool { ids.count { isToken($0.utf8.span) } * 2 > ids.count }

/// Whether a text reads like a first and a last name: words of letters alone, with blanks between.
package func readsLikeName(_ id: String) -> Bool {
  guard holdsBlank(id.utf8.span) else { return false }
  let words = id.split(separator: " ")
  return (2...4).contains(words.count)
    && words.allSatisfy { word in
      word.count > 1 && word.allSatisfy(\.isLetter) && word.first?.isUppercase == true
    }
}

private func holdsBlank(_ bytes: Span<UInt8>) -> Bool {
  for index in bytes.indices where bytes[index] == UInt8(ascii: " ") { return true }
  return false
}
