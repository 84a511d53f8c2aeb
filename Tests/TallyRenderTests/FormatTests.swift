import TallyLanguage
import TallyPlan
import TallyRender
import Testing

@Suite("Formats") struct FormatTests {
  @Test("csv is LF, ids in place of titles, full precision, and marks rows")
  func csv() throws {
    #expect(
      render(try Samples.videos(), as: .csv, style: Style()) == """
        video,saves,saves / views as save_rate,row
        v1,12345,0.0123,data
        v2,,,data
        v3,-7,-0.5,data
        ,9223372036854775807,0.25,others
        ,12338,1e-09,total

        """)
  }

  @Test("csv quotes commas, quotes and line breaks, and takes the edge off formulas")
  func csvQuoting() throws {
    let texts = ["a,b", "say \"hi\"", "two\r\nlines", "=SUM(A1)", "+1", "-1", "@x", "it's"]
    let table = try Samples.released([Samples.group("title", .text, .texts(texts))])
    #expect(
      render(table, as: .csv, style: Style())
        == "title\n\"a,b\"\n\"say \"\"hi\"\"\"\n\"two\nlines\"\n'=SUM(A1)\n'+1\n'-1\n'@x\nit's\n")
  }

  @Test("The only cell of a csv line is quoted where it is missing, so that no row is a blank line")
  func csvLoneMissing() throws {
    let table = try Samples.released([Samples.item("saves", .count, .integers([nil]))])
    #expect(render(table, as: .csv, style: Style()) == "saves\n\"\"\n")
  }

  @Test("tsv escapes tab, line breaks and backslash")
  func tsv() throws {
    let table = try Samples.released([
      Samples.group("title", .text, .texts(["a\tb", "c\nd\r", "e\\f", nil])),
      Samples.item("saves", .count, .integers([1, nil, -3, 4])),
    ])
    #expect(
      render(table, as: .tsv, style: Style()) == "title\tsaves\na\\tb\t1\nc\\nd\\r\t\ne\\\\f\t-3\n\t4\n")
  }

  @Test("json is an array of answers with the query, the columns, a row a line and the notes")
  func json() throws {
    #expect(
      render(try Samples.series(), query: "saves by \"week\"", as: .json, style: Style()) == """
        [
        {"query":"saves by \\"week\\"","columns":["week","saves"],"rows":[
        {"week":"2025-12-15","saves":709},
        {"week":"2025-12-22","saves":50},
        {"week":"2025-12-29","saves":null},
        {"week":"2026-01-05","saves":1230}],"notes":["240 of 321 videos: views > 1,000.",\
        "From Video.csv, lifetime totals by the week a video was posted."]}
        ]

        """)
  }

  @Test("json escapes what could act on a terminal or change the order of a line")
  func jsonEscapes() throws {
    let table = try Samples.released([
      Samples.group("t", .text, .texts(["\u{1B}[31m\u{7F}\u{9B}\u{202E}\u{0}\"\\/\u{1F305}"]))
    ])
    #expect(
      render(table, as: .ndjson, style: Style())
        == "{\"t\":\"\\u001b[31m\\u007f\\u009b\\u202e\\u0000\\\"\\\\/\u{1F305}\"}\n")
  }

  @Test("Columns of one name are numbered in JSON, so that none is lost")
  func jsonNames() throws {
    let table = try Samples.released([
      Samples.item("saves", .count, .integers([1])), Samples.item("saves", .count, .integers([2])),
    ])
    #expect(render(table, as: .ndjson, style: Style()) == "{\"saves\":1,\"saves 2\":2}\n")
  }

  @Test("Markdown escapes pipes and markup, and aligns amounts")
  func markdown() throws {
    let table = try Samples.released(
      [
        Samples.group("video", .text, .texts(["a"]), display: ["x | *y* <b> a_b _c_"]),
        Samples.item("save_rate", .rate, .decimals([0.0123])),
      ], heading: "save_rate by video", notes: ["From a.csv."])
    #expect(
      render(table, as: .markdown, style: Style()) == """
        **save_rate by video**

        | video | save_rate |
        | --- | ---: |
        | x \\| \\*y\\* \\<b\\> a_b \\_c\\_ | 1.23% |

        - From a.csv.

        """)
  }

  @Test("HTML escapes the five characters of markup")
  func html() throws {
    let table = try Samples.released(
      [
        Samples.group("video", .text, .texts(["a"]), display: ["<script>'\"&"]),
        Samples.item("saves", .count, .integers([1234])),
      ], heading: "saves by video", notes: ["views > 1."])
    #expect(
      render(table, as: .html, style: Style()) == """
        <table>
        <caption>saves by video</caption>
        <thead><tr><th>video</th><th style="text-align: right">saves</th></tr></thead>
        <tbody>
        <tr><td>&lt;script&gt;&#39;&quot;&amp;</td><td style="text-align: right">1,234</td></tr>
        </tbody>
        </table>
        <p>views &gt; 1.</p>

        """)
  }

  @Test("Plain has columns and rules without a frame or bars")
  func plain() throws {
    #expect(
      render(try Samples.series(), as: .plain, style: Style(width: 80, unicode: false)) == """
        saves by week posted (UTC)
        week            saves
        --------------  -----
        2025-12-15 W51    709
        2025-12-22 W52     50
        2025-12-29 W01      -
        2026-01-05 W02  1,230
        240 of 321 videos: views > 1,000.
        From Video.csv, lifetime totals by the week a video was posted.

        """)
  }

  @Test("Vertical is one cell a line, rows only")
  func vertical() throws {
    let table = try Samples.released([
      Samples.group("format", .text, .texts(["Tutorial", nil])),
      Samples.item("saves", .count, .integers([1200, 3])),
    ])
    #expect(
      render(table, as: .vertical, style: Style())
        == "── 1 ──\nformat  Tutorial\nsaves   1,200\n── 2 ──\nformat  –\nsaves   3\n")
  }

  @Test("An answer without rows keeps its names in machine formats")
  func empty() throws {
    let table = try Samples.released(
      [Samples.group("week", .date(.week), .days([])), Samples.item("saves", .count, .integers([]))],
      heading: "saves by week")
    #expect(render(table, as: .csv, style: Style()) == "week,saves\n")
    #expect(render(table, as: .tsv, style: Style()) == "week\tsaves\n")
    #expect(render(table, as: .ndjson, style: Style()) == "")
    #expect(
      render(table, as: .json, style: Style())
        == "[\n{\"query\":\"saves by week\",\"columns\":[\"week\",\"saves\"],\"rows\":[],\"notes\":[]}\n]\n")
    #expect(render(table, as: .plain, style: Style()) == "saves by week\nno rows\n")
    #expect(render(table, as: .vertical, style: Style()) == "no rows\n")
    #expect(
      render(table, as: .markdown, style: Style())
        == "**saves by week**\n\n| week | saves |\n| --- | ---: |\n\nno rows\n")
  }

  @Test("Several answers are parted as each format parts them")
  func several() throws {
    let table = try Samples.released([Samples.item("saves", .count, .integers([5]))])
    func run(_ format: OutputFormat) -> String {
      var writer = AnswerWriter(format, style: Style(), hasSeveral: true)
      return writer.add(query: "saves", table)
        + writer.add(query: "show", Listing(headers: ["name"], rows: [["a"]]))
        + writer.finish()
    }
    #expect(run(.csv) == "saves\n5\n\nname\na\n")
    #expect(run(.tsv) == "saves\n5\n\nname\na\n")
    #expect(run(.ndjson) == "{\"answer\":1,\"saves\":5}\n{\"answer\":2,\"name\":\"a\"}\n")
    #expect(
      run(.json)
        == "[\n{\"query\":\"saves\",\"columns\":[\"saves\"],\"rows\":[\n{\"saves\":5}],\"notes\":[]},\n"
        + "{\"query\":\"show\",\"columns\":[\"name\"],\"rows\":[\n{\"name\":\"a\"}],\"notes\":[]}\n]\n")
    #expect(run(.plain) == "saves\nsaves\n─────\n    5\n\nname\n────\na\n")
  }

  @Test("A run without answers is an empty array in json and nothing elsewhere")
  func none() {
    for format in OutputFormat.allCases {
      var writer = AnswerWriter(format, style: Style(), hasSeveral: false)
      #expect(writer.finish() == (format == .json ? "[]\n" : ""))
    }
  }

  @Test(
    "A listing counts with separators for people and without for programs; short rows end in missing cells")
  func listing() {
    let listing = Listing(
      heading: "tables", headers: ["table", "rows", "days"],
      rows: [["videos", 1200], ["daily", 98_765, "2025"]])
    #expect(
      render(listing, query: "show tables", as: .csv, style: Style())
        == "table,rows,days\nvideos,1200,\ndaily,98765,2025\n")
    #expect(
      render(listing, query: "show tables", as: .plain, style: Style())
        == "tables\ntable     rows  days\n──────  ──────  ────\nvideos   1,200  –\ndaily   98,765  2025\n")
  }
}
