import Foundation
import TallyRender

/// Reads an answer back from the text of each format: a row of headers, then the cells of each row.
enum AnswerReader {
  // MARK: Formats for programs

  static func csv(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var isAfterQuote = false
    for character in text {
      if isQuoted {
        if character == "\"" { (isQuoted, isAfterQuote) = (false, true) } else { add(character, to: &rows) }
        continue
      }
      switch character {
      case "\"":
        if isAfterQuote { add("\"", to: &rows) }
        isQuoted = true
      case ",": rows[rows.count - 1].append("")
      case "\n": rows.append([""])
      default: add(character, to: &rows)
      }
      isAfterQuote = false
    }
    return rows.dropLast()
  }

  static func tsv(_ text: String) -> [[String]] {
    lines(text).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
        cell.replacingOccurrences(of: "\\t", with: "\t").replacingOccurrences(of: "\\\\", with: "\\")
      }
    }
  }

  /// Numbers stay as they are written.
  static func json(_ text: String) throws -> [[String]] {
    let columns = try answer(text)["columns"] as? [String] ?? []
    return [columns] + lines(text).filter { $0.hasPrefix("{") && !$0.hasPrefix("{\"query\":") }.map(cells)
  }

  static func jsonNotes(_ text: String) throws -> [String] { try answer(text)["notes"] as? [String] ?? [] }

  static func ndjson(_ text: String, columns: [String]) -> [[String]] { [columns] + lines(text).map(cells) }

  private static func answer(_ text: String) throws -> [String: Any] {
    let answers = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    return answers?.first ?? [:]
  }

  /// The values of the object that a line begins with.
  private static func cells(_ line: String) -> [String] {
    line.matches(of: /"(?:[^"\\]|\\.)*":("(?:[^"\\]|\\.)*"|null|[-+.eE0-9]+)/).map { match in
      let value = String(match.1)
      if value == "null" { return "" }
      guard value.hasPrefix("\"") else { return value }
      return (try? JSONDecoder().decode(String.self, from: Data(value.utf8))) ?? value
    }
  }

  // MARK: Formats for people

  static func html(_ text: String) -> [[String]] {
    text.matches(of: /<tr>(.*?)<\/tr>/).map { row in
      row.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { cell in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
          .reduce(String(cell.1)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
      }
    }
  }

  static func markdown(_ text: String) -> [[String]] {
    lines(text).filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }.map { line in
      var cells = [""]
      var isEscaped = false
      for character in line.dropFirst().dropLast() {
        if isEscaped {
          cells[cells.count - 1].append(character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "|" {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells.map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  static func unescaped(_ markdown: String) -> String { markdown.replacing(/\\(.)/) { $0.1 } }

  /// A column without a header holds bars.
  static func box(_ text: String) -> [[String]] {
    let rows = lines(text).filter { $0.hasPrefix("│") }.map { line in
      line.dropFirst().dropLast().components(separatedBy: "│").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    guard let headers = rows.first else { return [] }
    return rows.map { row in
      row.indices.filter { $0 >= headers.count || !headers[$0].isEmpty }.map { row[$0] }
    }
  }

  /// The rule below the headers tells where columns begin; what is wider than a character is counted as two.
  static func plain(_ text: String) -> [[String]] {
    let all = lines(text)
    guard let rule = all.firstIndex(where: { $0.hasPrefix("─") }), rule > 0 else { return [] }
    var starts: [Int] = []
    var previous: Character = " "
    for (place, character) in all[rule].enumerated() {
      if character == "─", previous == " " { starts.append(place) }
      previous = character
    }
    let body = all[(rule + 1)...].prefix { !$0.isEmpty && isRow($0, of: all) }
    return ([all[rule - 1]] + body.filter { !$0.hasPrefix("─") }).map { cut($0, at: starts) }
  }

  private static func isRow(_ line: String, of all: [String]) -> Bool {
    !["Counted:", "From "].contains { line.hasPrefix($0) }
  }

  static func vertical(_ text: String, columns: [String]) -> [[String]] {
    let width = columns.map { displayWidth($0) }.max() ?? 0
    var rows: [[String]] = []
    for line in lines(text) {
      if line.hasPrefix("── ") {
        rows.append([])
      } else if !rows.isEmpty {
        let cell = cut(line, at: [0, width + 2])
        rows[rows.count - 1].append(cell.count > 1 ? cell[1] : "")
      }
    }
    return [columns] + rows
  }

  // MARK: Lines

  private static func lines(_ text: String) -> [String] {
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The parts of a line between places, which count as a terminal counts.
  private static func cut(_ line: String, at starts: [Int]) -> [String] {
    var cells = [String](repeating: "", count: starts.count)
    var place = 0
    for character in line {
      if let column = starts.lastIndex(where: { $0 <= place }) { cells[column].append(character) }
      place += displayWidth(String(character))
    }
    return cells.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func add(_ character: Character, to rows: inout [[String]]) {
    let cell = rows[rows.count - 1].count - 1
    rows[rows.count - 1][cell].append(character)
  }
}
