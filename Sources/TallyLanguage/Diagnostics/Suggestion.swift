/// The candidate that a misspelt word was probably meant to be; nil where none is near.
///
/// Near is an edit distance (insertion, deletion, substitution, transposition of neighbours) of at most 2, and at most
/// 1 for words of up to 3 letters. Of several, the nearest wins, then one with the same first letter, then the first
/// in order. ASCII case is ignored.
///
/// - Complexity: O(candidates × length²); a word of more than 64 bytes has no neighbour.
package func nearest(_ word: String, among candidates: [String]) -> String? {
  let written = word.utf8.map(\.lowercased)
  guard !written.isEmpty, written.count <= 64 else { return nil }
  let limit = written.count <= 3 ? 1 : 2
  var best: (candidate: String, rank: Int)?
  for candidate in candidates {
    let letters = candidate.utf8.map(\.lowercased)
    guard abs(letters.count - written.count) <= limit else { continue }
    let distance = editDistance(written, letters)
    guard distance <= limit, distance < letters.count else { continue }
    let rank = 2 * distance + (letters.first == written.first ? 0 : 1)
    if rank < best?.rank ?? .max { best = (candidate, rank) }
  }
  return best?.candidate
}

/// Optimal string alignment distance: each neighbouring pair is transposed at most once.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let substituted = last[column] + (left[row] == right[column] ? 0 : 1)
      var distance = min(substituted, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
