import TallyLanguage
import TallyPlan
import TallyRender
import Testing
import TallyTestSupport

@Suite("Fitting") struct FittingPropertyTests {
  private static let pieces = [
    "a", "routine", " ", "家庭", "👨‍👩‍👧", "🇯🇵", "e\u{301}", "-", "how I keep every recipe", "각", "\u{1B}[31m", "\n",
    "…", "❤️",
  ]

  private func text(_ numbers: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...8, using: &numbers)).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }
      .joined()
  }

  private func table(_ numbers: inout SeededGenerator) throws -> ResultTable {
    let count = Int.random(in: 1...6, using: &numbers)
    let isSeries = Bool.random(using: &numbers)
    var columns = [
      isSeries
        ? Samples.group("week", .date(.week), try Samples.weeks(count))
        : Samples.group(
          text(&numbers), .text,
          .texts((0..<count).map { _ in Bool.random(using: &numbers) ? text(&numbers) : nil }))
    ]
    for _ in 0..<Int.random(in: 1...4, using: &numbers) {
      let amounts = (0..<count).map { _ in
        Int.random(in: 0...4, using: &numbers) == 0
          ? nil
          : Int64.random(in: -1000...1000, using: &numbers) * Int64.random(in: 1...1_000_000, using: &numbers)
      }
      columns.append(Samples.item(text(&numbers), .count, .integers(amounts)))
    }
    return ResultTable(
      columns: columns, rows: [RowKind](repeating: .data, count: count), heading: text(&numbers),
      notes: [text(&numbers)])
  }

  @Test(
    "No line is wider than the terminal, and the lines of a frame are equally wide",
    arguments: [UInt64(20_261), 7, 99])
  func widths(_ seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    for round in 0..<150 {
      let value = try table(&numbers)
      let released = try Samples.released(value.columns, heading: value.heading, notes: value.notes)
      let width = Int.random(in: 12...120, using: &numbers)
      for unicode in [true, false] {
        let text = render(released, as: .box, style: Style(width: width, unicode: unicode))
        let lines = text.split(separator: "\n").map(String.init)
        #expect(
          lines.allSatisfy { displayWidth($0) <= width },
          "seed \(seed), round \(round), width \(width)\n\(text)")
        let edges: Set<Character> = unicode ? ["┌", "├", "└", "│"] : []
        let framed = lines.filter { line in line.first.map(edges.contains) ?? false }.map { displayWidth($0) }
        #expect(Set(framed).count <= 1, "seed \(seed), round \(round), width \(width)\n\(text)")
      }
    }
  }

  @Test("The narrowest terminal still gets every digit", arguments: OutputFormat.allCases)
  func narrowest(_ format: OutputFormat) throws {
    for width in 0...11 {
      let text = render(try Samples.videos(), as: format, style: Style(width: width, unicode: false))
      #expect(text.filter { $0.isASCII && $0.isNumber }.contains("9223372036854775807"))
    }
  }

  @Test("Amounts are shown whole at every width", arguments: 12...90)
  func wholeAmounts(_ width: Int) throws {
    let text = render(try Samples.videos(), as: .box, style: Style(width: width))
    let digits = text.filter { $0.isNumber }
    #expect(text.contains("12,345") && text.contains("-50.00%"))
    #expect(digits.contains("9223372036854775807"))
  }

  @Test("Answers side by side keep to the width and lose nothing", arguments: [UInt64(4), 88])
  func sideBySide(_ seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    var rowsShared = 0
    for round in 0..<150 {
      let tables = try (0..<Int.random(in: 2...3, using: &numbers)).map { _ in try table(&numbers) }
      let answers = try tables.map { table in
        (
          query: "q",
          released: try Samples.released(table.columns, heading: table.heading, notes: table.notes)
        )
      }
      let width = Int.random(in: 12...160, using: &numbers)
      for format in [OutputFormat.box, .plain] {
        var writer = AnswerWriter(format, style: Style(width: width), hasSeveral: true)
        let text = writer.add(beside: answers, notes: [])
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { displayWidth($0) <= width }, "seed \(seed), round \(round)\n\(text)")
        let corners = text.count { $0 == "┌" }
        if lines.contains(where: { line in line.count { $0 == "┌" } == tables.count }) { rowsShared += 1 }
        if format == .box, width > 100 { #expect(corners == tables.count || corners == 0) }
      }
    }
    #expect(rowsShared > 5)
  }
}
