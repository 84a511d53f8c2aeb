package import TallyPrivacy

/// Everything besides the words of the language that may be offered, as plain values.
///
/// Made by the session from its catalog. A column that was set aside is in no catalog, so it cannot get here.
package struct CompletionWords: Sendable, Hashable {
  /// An attribute of videos with some of its values.
  package struct Attribute: Sendable, Hashable {
    /// As it is written in a query, in brackets where it must be.
    package let name: String
    /// Values of content attributes, best first, without quotes; none for anything about people.
    package let values: [String]

    package init(_ name: String, values: [String] = []) {
      self.name = name
      self.values = values
    }
  }

  /// A word with what it is.
  package struct Choice: Sendable, Hashable {
    package let name: String
    /// What may follow the name, if that is known.
    package let values: [String]

    package init(_ name: String, values: [String] = []) {
      self.name = name
      self.values = values
    }
  }

  package var metrics: [String] = []
  /// What rows can be grouped by and videos picked by, times and `video` excepted: those are words of the language.
  package var attributes: [Attribute] = []
  /// Groups of videos that were defined; each stands alone behind `where`.
  package var groups: [String] = []
  package var tables: [String] = []
  package var settings: [Choice] = []
  package var reports: [String] = []
  package var parameters: [String] = []
  /// With their dots.
  package var commands: [Choice] = []
  package var topics: [String] = []
  /// Codes that can be expected or looked up.
  package var codes: [String] = []
  /// What the parser is to refuse besides its own vocabulary.
  package var protected = ProtectedNames()

  package init() {}
}
