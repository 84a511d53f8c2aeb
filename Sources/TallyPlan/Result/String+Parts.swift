extension String {
  /// What stands behind the last `/` of a path.
  var lastPathComponent: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }

  /// The same text with a capital letter first, as a sentence begins.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
