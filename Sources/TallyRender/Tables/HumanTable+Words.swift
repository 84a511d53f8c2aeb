/// Sentences that rendering adds to an answer.
extension HumanTable {
  static let sideBySide =
    "These answers stand side by side and are not joined: a row of one has nothing to do with a row of another."
  static let noRows = "no rows"
  static let tooNarrow = "Too wide for this window as a table: each row is listed on its own."

  static func shortened(_ count: Int) -> String {
    count == 1
      ? "1 text is shown shortened; `.format vertical` and `.last` show it whole."
      : "\(Numbers.count(Int64(count))) texts are shown shortened; `.format vertical` and `.last` show them whole."
  }
}
