/// A policy file, read: what it asks for, and what in it is not as it was meant.
///
///     -- comments
///     profile: strict
///     smallest group: 20 people
///     smallest audience of views: 1,000
///     set aside: city, [mood]
///
/// A file can only raise protection. What cannot be read is taken for the strictest thing it may have meant: a number
/// for the strict one, anything else for `profile: strict`.
package struct PolicyFile: Sendable, Hashable {
  package private(set) var policy: Policy
  package private(set) var notices: [PolicyNotice] = []

  /// The most bytes that a policy has.
  package static let largest = 64 * 1024

  /// More than so many findings are not told.
  private static let mostNotices = 12

  private let name: String
  private var numbers: [PolicyLimit: Int64] = [:]
  private var hasSetting = false

  /// Reads the bytes of a file; a pure function of both arguments.
  ///
  /// - Parameter name: the file as messages name it.
  /// - Complexity: O(length).
  package init(_ bytes: [UInt8], name: String) {
    self.name = name
    policy = Policy(source: name)
    if bytes.count > Self.largest {
      failWhole(.tooLarge)
      return
    }
    for (number, line) in lines(of: bytes).enumerated() {
      guard let text = String(validating: line, as: UTF8.self), !line.contains(0) else {
        failWhole(.notText, line: number + 1, column: columnOfBreak(in: line))
        continue
      }
      read(PolicyLine(text), number + 1)
    }
    if !hasSetting, notices.isEmpty { note(.saysNothing) }
  }

  /// A file with more bytes than a policy has; none of them is read.
  package init(tooLarge name: String) {
    self.name = name
    policy = Policy(source: name)
    failWhole(.tooLarge)
  }

  /// A file that is there and cannot be read.
  package init(unreadable name: String, because reason: String) {
    self.name = name
    policy = Policy(source: name)
    failWhole(.cannotBeOpened(reason))
  }

  private mutating func read(_ line: PolicyLine, _ number: Int) {
    guard let name = line.name else { return }
    hasSetting = true
    if let limit = PolicyLimit(rawValue: name), let value = line.value {
      read(limit, value, number)
    } else if name == "profile", let value = line.value {
      switch value.text.lowercased() {
      case "standard": break
      case "strict": policy.raiseToStrict(by: self.name)
      default: failWhole(.unknownProfile, line: number, column: value.column)
      }
    } else if name == "set aside", let value = line.value {
      let columns = value.listed.filter { fold($0).contains { $0 != "_" } }
      if columns.isEmpty { failWhole(.nothingSetAside, line: number, column: value.column) }
      for column in columns { policy.setAside(column, by: self.name) }
    } else {
      failWhole(.unknownSetting, line: number, column: line.column)
    }
  }

  private mutating func read(_ limit: PolicyLimit, _ value: PolicyLine.Value, _ line: Int) {
    guard let number = value.number(of: limit.unit) else {
      policy.raise(limit, to: limit.strict, by: name)
      return note(.notNumber(limit), line: line, column: value.column)
    }
    if let known = numbers[limit], known != number {
      note(.repeated(limit), line: line, column: value.column)
    }
    numbers[limit] = max(numbers[limit] ?? number, number)
    if number < limit.builtIn { note(.belowBuiltIn(limit), line: line, column: value.column) }
    policy.raise(limit, to: number, by: name)
  }

  /// What cannot be understood at all counts as the strict profile.
  private mutating func failWhole(_ problem: PolicyNotice.Problem, line: Int? = nil, column: Int? = nil) {
    policy.raiseToStrict(by: name)
    note(problem, line: line, column: column)
  }

  private mutating func note(_ problem: PolicyNotice.Problem, line: Int? = nil, column: Int? = nil) {
    // A file that is no policy at all has something to say about each line.
    guard notices.count < Self.mostNotices else { return }
    notices.append(
      PolicyNotice(code: problem.code, file: name, line: line, column: column, message: problem.message))
  }
}

/// The lines of a text, however they end, without a byte order mark.
private func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var lines: [ArraySlice<UInt8>] = []
  var first = start
  var place = start
  while place < bytes.count {
    let isBreak = bytes[place] == 10 || bytes[place] == 13
    if isBreak {
      lines.append(bytes[first..<place])
      if bytes[place] == 13, place + 1 < bytes.count, bytes[place + 1] == 10 { place += 1 }
      first = place + 1
    }
    place += 1
  }
  lines.append(bytes[first...])
  return lines
}

/// The column, in characters, of the first byte of a line that is no text.
private func columnOfBreak(in line: ArraySlice<UInt8>) -> Int {
  let text = line.prefix { $0 != 0 }
  var decoder = UTF8()
  var bytes = text.makeIterator()
  var column = 1
  while case .scalarValue = decoder.decode(&bytes) { column += 1 }
  return column
}
