/// Whether a label of an audience's groups stands for all of them together; shown, it would tell what folded ones have.
package func standsForEverybody(_ label: String) -> Bool {
  let label = label.lowercased()
  return label.hasPrefix("all ") || everybodyWords.contains(label)
}

private let everybodyWords: Set<String> = [
  "all", "any", "both", "overall", "combined", "everyone", "everybody", "alle", "tous", "toutes", "todos",
  "todas",
  "tutti", "tutte", "hepsi", "semua", "все", "全体", "全部", "すべて", "전체",
]

/// Whether a label of an audience's groups stands for people of whom a platform does not know the group.
///
/// A platform balances its books there: a number below 0 counts nobody.
package func standsForUnknown(_ label: String) -> Bool { unknownWords.contains(label.lowercased()) }

private let unknownWords: Set<String> = ["zz", "unknown", "unknown region", "(not set)", "not set"]
