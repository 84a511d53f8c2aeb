/// Reads the words of one statement and says whether it asks about a person; nil if it does not.
package func classify(_ words: [ScannedWord], protecting: ProtectedNames) -> Refusal? { nil }
