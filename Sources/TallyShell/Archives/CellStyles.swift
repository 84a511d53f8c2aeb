/// How the number of a cell is meant.
enum CellFormat: Equatable {
  case number
  /// Days since the epoch of the workbook, with or without a time of day.
  case date
  /// A time of day or a length of time, in days.
  case time
}

/// The number formats of a workbook's cells.
struct CellStyles {
  private var formats: [CellFormat] = []

  /// nil where it is damaged.
  init?(_ bytes: [UInt8]) {
    var custom: [Int: CellFormat] = [:]
    var ids: [Int] = []
    var isInCells = false
    let isWhole = readXML(bytes) { event in
      switch event {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
          custom[id] = CellFormat(code: code)
        }
      case .start("cellXfs", _): isInCells = true
      case .end("cellXfs"): isInCells = false
      case .start("xf", let attributes):
        if isInCells { ids.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
      default: break
      }
      return true
    }
    if !isWhole { return nil }
    formats = ids.map { custom[$0] ?? CellFormat(builtIn: $0) }
  }

  /// The format of a style; plain numbers where there is no such style.
  subscript(_ style: Int) -> CellFormat { formats.indices.contains(style) ? formats[style] : .number }
}

extension CellFormat {
  /// A format that is known by its number (ECMA-376 part 1, 18.8.30).
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .number
    }
  }

  /// A format by its code, such as `yyyy-mm-dd` or `[h]:mm`.
  init(code: String) {
    let letters = Self.letters(of: code)
    if letters.contains("y") || letters.contains("d") {
      self = .date
    } else if letters.contains("h") || letters.contains("s") {
      self = .time
    } else {
      // Without hours or seconds beside it, m is the month.
      self = letters.contains("m") ? .date : .number
    }
  }

  /// What stands for parts of a date in the first section of a code, in lower case.
  private static func letters(of code: String) -> Set<Character> {
    var letters: Set<Character> = []
    var rest = code.lowercased()[...]
    while let character = rest.popFirst() {
      switch character {
      case ";": return letters
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        // Of what stands in brackets, only lengths of time are no colour, condition or language.
        if let unit = inside.first, "hms".contains(unit), inside.allSatisfy({ $0 == unit }) {
          letters.insert(unit == "m" ? "h" : unit)
        }
      case "a" where rest.hasPrefix("m/pm"): rest = rest.dropFirst(4)
      case "a" where rest.hasPrefix("/p"): rest = rest.dropFirst(2)
      case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
      case "y", "d", "m", "h", "s": letters.insert(character)
      default: break
      }
    }
    return letters
  }
}
