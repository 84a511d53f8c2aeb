import TallyLanguage
import TallyPlan
import TallyRender
import Testing

@Suite("Values") struct ValueTests {
  /// The cells of one column as people and as programs see them, each in quotes.
  private func cells(_ type: ResultType, _ cells: Cells) throws -> (people: [String], programs: [String]) {
    let table = try Samples.released([Samples.item("x", type, cells)])
    func lines(_ format: OutputFormat, skipping count: Int) -> [String] {
      render(table, as: format, style: Style()).split(separator: "\n").dropFirst(count).map {
        String($0.drop { $0 == " " })
      }
    }
    return (lines(.plain, skipping: 3), lines(.csv, skipping: 1))
  }

  @Test("Counts have thousands separators, to the ends of 64 bits")
  func counts() throws {
    let (people, programs) = try cells(.count, .integers([0, 999, 1000, -1_234_567, .max, .min, nil]))
    #expect(
      people == [
        "0", "999", "1,000", "-1,234,567", "9,223,372,036,854,775,807", "-9,223,372,036,854,775,808", "–",
      ])
    #expect(
      programs == ["0", "999", "1000", "-1234567", "9223372036854775807", "-9223372036854775808", "\"\""])
  }

  @Test(
    "Numbers have 3 significant digits for people and round-trip for programs",
    arguments: [
      (0.0, "0", "0.0"), (5, "5.00", "5.0"), (12.34, "12.3", "12.34"), (9.996, "10.0", "9.996"),
      (99.96, "100", "99.96"), (123.4, "123", "123.4"), (1234.5, "1,235", "1234.5"),
      (0.1234, "0.123", "0.1234"),
      (0.001234, "0.00123", "0.001234"), (0.9996, "1.00", "0.9996"), (-2.5, "-2.50", "-2.5"),
      (1e20, "1.00e20", "1e+20"), (1.5e-9, "1.50e-9", "1.5e-09"), (0.1 + 0.2, "0.300", "0.30000000000000004"),
      (.greatestFiniteMagnitude, "1.80e308", "1.7976931348623157e+308"),
      (.leastNonzeroMagnitude, "4.94e-324", "5e-324"),
      (999_999_999_999_999, "999,999,999,999,999", "999999999999999.0"), (.infinity, "–", "\"\""),
      (.nan, "–", "\"\""),
    ])
  func decimals(_ value: Double, _ people: String, _ programs: String) throws {
    let written = try cells(.number, .decimals([value]))
    #expect(written.people == [people])
    #expect(written.programs == [programs])
  }

  @Test(
    "Rates are percentages with 2 decimals for people and fractions for programs",
    arguments: [
      (0.0123, "1.23%", "0.0123"), (1, "100.00%", "1.0"), (-0.00001, "0.00%", "-1e-05"),
      (25, "2,500.00%", "25.0"),
      (0.99999, "100.00%", "0.99999"), (1e300, "1.00e302%", "1e+300"),
    ])
  func rates(_ value: Double, _ people: String, _ programs: String) throws {
    let written = try cells(.rate, .decimals([value]))
    #expect(written.people == [people])
    #expect(written.programs == [programs])
  }

  @Test(
    "Seconds are hours, minutes and seconds for people, with tenths below a minute where they are an average")
  func seconds() throws {
    #expect(
      try cells(.seconds, .integers([0, 7, 725, 3723, 36_000_000, -61])).people
        == ["0:00", "0:07", "12:05", "1:02:03", "10,000:00:00", "-1:01"])
    #expect(
      try cells(.seconds, .decimals([7.44, 0, 59.96, 60.5, -7.4, 34.6])).people
        == ["0:07.4", "0:00.0", "1:00", "1:01", "-0:07.4", "0:34.6"])
    #expect(try cells(.seconds, .decimals([7.44])).programs == ["7.44"])
  }

  @Test(
    "Buckets are shown by their grain and written as their first day",
    arguments: [
      (Grain.day, "2026-04-01"), (.week, "2026-04-01 W14"), (.month, "2026-04"), (.quarter, "2026-Q2"),
      (.year, "2026"),
    ])
  func buckets(_ grain: Grain, _ people: String) throws {
    let day = try #require(Day(year: 2026, month: 4, day: 1))
    let written = try cells(.date(grain), .days([day, nil]))
    #expect(written.people == [people, "–"])
    #expect(written.programs == ["2026-04-01", "\"\""])
  }

  @Test("Weekdays are names everywhere, hours are clock times for people and numbers for programs")
  func weekdaysAndHours() throws {
    let weekdays = try cells(.weekday, .integers([1, 7, 9]))
    #expect(weekdays.people == ["Monday", "Sunday", "9"])
    #expect(weekdays.programs == ["Monday", "Sunday", "9"])
    let hours = try cells(.hour, .integers([7, 23]))
    #expect(hours.people == ["07:00", "23:00"])
    #expect(hours.programs == ["7", "23"])
  }

  @Test("Every format shows the same amounts, and none besides them", arguments: OutputFormat.allCases)
  func parity(_ format: OutputFormat) throws {
    let amounts: [Int64] = [70_001, 80_002, 90_003, 1_000_004, 11_000_005]
    let table = try Samples.released(
      [
        Samples.group("format", .text, .texts(["a", "b", "c", "d", nil])),
        Samples.item("saves", .count, .integers(amounts)),
      ], rows: [.data, .data, .data, .others, .total], heading: "saves by format", marksRows: true)
    let text = render(table, as: format, style: Style(width: 80)).filter { $0 != "," }
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int64($0) }.filter { $0 > 1000 }
    #expect(numbers == amounts)
  }

  @Test("As many decimals as are set, for people alone", arguments: 0...6)
  func decimals(_ count: Int) throws {
    let released = try Samples.released([
      Samples.item("r", .rate, .decimals([0.0123456789, 1e11, -0.5])),
      Samples.item("n", .number, .decimals([1234.56789, 1e18, 0.0000004])),
      Samples.item("c", .count, .integers([5, 6, 7])),
    ])
    func fixed(_ column: Int, _ row: Int) -> String {
      cellText(released, column: column, row: row, decimals: count) ?? ""
    }
    for (text, whole) in [(fixed(0, 0), "1"), (fixed(1, 0), "1,23"), (fixed(0, 2), "-50")] {
      #expect(text.hasPrefix(whole))
      let decimals = text.split(separator: ".").dropFirst().first?.prefix { $0.isNumber }.count ?? 0
      #expect(decimals == count, "\(text)")
    }
    #expect(fixed(2, 0) == "5")
    let csv = render(released, as: .csv, style: Style(), decimals: count)
    #expect(csv.contains("0.0123456789,1234.56789,5"))
  }

  @Test("Huge numbers with many decimals are written with an exponent")
  func hugeDecimals() throws {
    let released = try Samples.released([
      Samples.item("r", .rate, .decimals([1e14, .greatestFiniteMagnitude])),
      Samples.item("n", .number, .decimals([-1e18, 1e300])),
    ])
    #expect(cellText(released, column: 0, row: 0, decimals: 6) == "1.00e16%")
    #expect(cellText(released, column: 1, row: 0, decimals: 6) == "-1.00e18")
    #expect(cellText(released, column: 0, row: 1, decimals: 6)?.hasSuffix("%") == true)
    #expect(cellText(released, column: 5, row: 0) == nil)
    #expect(cellText(released, column: 0, row: 9) == nil)
  }
}
