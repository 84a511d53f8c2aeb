/// JSON as written by hand (RFC 8259): the few forms that Tally needs.
enum JSON {
  /// A quoted string; control characters and characters that reorder or hide others are `\u` escapes, so nothing is lost
  /// and nothing can act on a terminal.
  static func string(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case _ where isEscaped(scalar): json += "\\u" + fourDigits(scalar.value)
      case _: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  /// A string, or `null`.
  static func string(_ text: String?) -> String { text.map { string($0) } ?? "null" }

  /// A whole number, or `null`.
  static func number(_ value: Int?) -> String { value.map { String($0) } ?? "null" }

  /// A cell.
  static func value(_ value: MachineValue) -> String {
    switch value {
    case .missing: "null"
    case .text(let text): string(text)
    case .number(let digits): digits
    }
  }

  /// An array of values that already are JSON.
  static func array(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

  /// An object of members in order; values already are JSON.
  static func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { string($0.name) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: scalar.properties.generalCategory == .control
    }
  }

  private static func fourDigits(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension MachineTable {
  /// One answer of the format json: `{query, columns, rows, notes}`, each row an object on its own line.
  func json(query: String) -> String {
    let names = uniqueNames
    let lines = rows.map { "\n" + JSON.object(zip(names, $0.map(JSON.value)).map { ($0, $1) }) }
    return JSON.object([
      ("query", JSON.string(query)), ("columns", JSON.array(names.map { JSON.string($0) })),
      ("rows", JSON.array(lines)), ("notes", JSON.array(notes.map { JSON.string($0) })),
    ])
  }

  /// One object a line; `answer` comes first where several answers share the stream.
  func ndjson(answer: Int?) -> String {
    let names = uniqueNames
    return rows.map { row in
      let cells = zip(names, row.map(JSON.value)).map { (name: $0, value: $1) }
      return JSON.object((answer.map { [("answer", String($0))] } ?? []) + cells) + "\n"
    }.joined()
  }

  /// Column names, numbered from the second on where several are the same, because an object has each name once.
  private var uniqueNames: [String] {
    var taken: Set<String> = []
    return columns.map { column in
      var name = column
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(column) \(number)"
        number += 1
      }
      return name
    }
  }
}
