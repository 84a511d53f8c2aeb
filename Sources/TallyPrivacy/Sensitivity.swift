/// What a column is about, which decides what it may be used with.
package enum Meaning: String, Sendable, Hashable, CaseIterable {
  /// Something people did: saves, likes, comments, shares, gifts, follows. Never meets an audience dimension (P106).
  case action
  /// How often something was seen: views, impressions, watch time, reach.
  case exposure
  /// How many people a channel has or gained: followers, subscribers.
  case audience
  /// Describes the creator's own post: format, topic, sound, hashtags, title, length.
  case content
  /// How a view came about, as the platform splits it: traffic source, surface, live or on demand.
  case delivery
  /// Describes people in bulk: country, region, city, language, gender, age, device.
  case audienceDimension
  /// A date or an instant.
  case time
  /// The id of a post.
  case key
}

/// Proof that a column passed the scan at load; the only way a plan can name a column.
///
/// Minted by `admit`, and for the audience by `protect`, alone. Two handles are equal when table and column are; a handle says nothing about values.
package struct ColumnHandle: Hashable, Sendable {
  /// The role of the table that holds the column: `videos`, `daily`, `channel` or `audience`.
  package let table: String
  /// The column's plain name: ASCII, lower case.
  package let name: String
  /// What the column is about.
  package let meaning: Meaning
  /// Whether the column is one of a `ProtectedTable`; a column of an audience that is not may never be shown.
  let isProtected: Bool

  fileprivate init(table: String, name: String, meaning: Meaning, isProtected: Bool) {
    self.table = table
    self.name = name
    self.meaning = meaning
    self.isProtected = isProtected
  }
}

extension ColumnHandle {
  /// The one place where a handle comes into being; called by `admit`, and by `protect` for what it has protected.
  static func mint(table: String, name: String, meaning: Meaning, isProtected: Bool = false) -> ColumnHandle {
    ColumnHandle(table: table, name: name, meaning: meaning, isProtected: isProtected)
  }
}
