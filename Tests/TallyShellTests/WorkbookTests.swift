import TallyEngine
import TallyShell
import Testing

@Suite("Workbooks") struct WorkbookTests {
  @Test func everyFormOfACellIsRead() throws {
    let sheet = try #require(try texts("forms.xlsx")["/sheet 1"])
    #expect(
      sheet == """
        plain,rich <text>,,"a, ""b""\r
        c"
        1234,0.05,0.000001,7.3012345678901235E+18
        ,,,
        ,TRUE,FALSE,#N/A
        inline,xy_,2026-01-05,

        """)
  }

  @Test func numbersBecomeDatesByTheirFormat() throws {
    let sheet = try #require(try texts("forms.xlsx")["/Dates & times"])
    let expected = [
      // Built-in formats: two dates, a date and time that rounds up, a time, a length of time, two numbers.
      "2026-01-05", "2026-01-05 18:30:00", "2026-01-06", "12:00:00", "26:05:00", "0.05", "46027",
      // Formats of the workbook.
      "2026-01-05", "2026-01-05", "26:05:00", "46027", "46027", "18:00:00", "2026-01-05", "46027", "46027",
      "00:04:23",
      // The ends of the calendar, the day that never was, and a style that is not there.
      "1900-01-01", "1900-02-28", "60", "1900-03-01", "9999-12-31", "2958466", "-1", "5",
    ]
    #expect(sheet.split(separator: "\n").map(String.init) == expected)
  }

  @Test func daysCountFrom1904WhereTheWorkbookSaysSo() throws {
    #expect(try texts("since-1904.xlsx") == ["/Dates": "2026-01-05 06:00:00\n"])
  }

  @Test func sheetsAreNamedAndEmptyOnesLeftOut() throws {
    let files = try unpacked("forms.xlsx").files
    #expect(files.map(\.name) == ["in/forms.xlsx/sheet 1", "in/forms.xlsx/Dates & times"])
    #expect(files.map(\.container) == ["forms.xlsx", "forms.xlsx"])
  }

  @Test func aSheetNamedLikeAPersonIsReadUnderANumber() throws {
    #expect(
      try unpacked("books.xlsx").files.map(\.name) == [
        "in/books.xlsx/Notes", "in/books.xlsx/Videos", "in/books.xlsx/sheet 3",
      ])
  }

  @Test func textsWithoutPlacesStandOneBehindTheOther() throws {
    #expect(try texts("books.xlsx")["/Videos"] == packedVideos)
  }

  @Test(arguments: [
    "entities", "outside", "unclosed", "rows-back", "cells-back", "beyond-columns", "beyond-rows",
    "no-such-text",
  ])
  func aWorkbookOfAnotherKindIsNotGuessedAt(fixture: String) throws {
    #expect(try code("bad-\(fixture).xlsx") == "F144")
  }
}
