import TallyLanguage

extension Prompt {
  /// `.save tables FILE`: what is loaded, as one file.
  mutating func save(_ path: String?) {
    guard let path else { return show(wrapped("A file is wanted: .save tables channel.snapshot") + "\n") }
    _ = Interrupt.begin()
    do throws(Failure) {
      for line in try session.saveTables(to: path) { show(wrapped(safe(line)) + "\n") }
    } catch {
      show(error, in: nil, statement: nil)
    }
  }
}

extension String {
  /// What stands between two double quotes around it; itself where there are none.
  var withoutQuotes: String {
    count > 1 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
  }
}
