import TallyPrivacy

extension Table {
  /// The table with texts of one's own in which nothing is left to be masked.
  ///
  /// Nearly always that is the same table. A mark may stand where it makes a sign of what follows it, and that would be
  /// masked when the texts are judged again.
  var settled: Table {
    var columns = columns
    for name in ["title", "caption", "sound"] {
      guard case .texts(let column)? = columns[name],
        let dictionary = settled(column.dictionary, isSound: name == "sound")
      else { continue }
      columns[name] = .texts(
        TextColumn(codes: column.codes, dictionary: dictionary, validity: column.validity))
    }
    return Table(rowCount: rowCount, columns: columns, videoCodes: videoCodes, days: days)
  }

  /// The texts masked until nothing is left; nil where nothing is.
  private func settled(_ texts: [String], isSound: Bool) -> [String]? {
    var changed: [String]?
    for (place, text) in texts.enumerated() where !MaskedText.isSettled(text, isSound: isSound) {
      var settled = text
      for _ in 0..<4 where !MaskedText.isSettled(settled, isSound: isSound) {
        settled = MaskedText(isSound ? soundWithHandle(settled) : settled).text
      }
      changed = changed ?? texts
      changed?[place] = settled
    }
    return changed
  }
}
