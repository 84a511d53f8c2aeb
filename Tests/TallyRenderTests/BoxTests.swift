import TallyLanguage
import TallyPlan
import TallyRender
import Testing

@Suite("Box tables") struct BoxTests {
  @Test("A time series has bars beside it, a line below it, and a blank where a week is missing")
  func timeSeries() throws {
    #expect(
      render(try Samples.series(), as: .box, style: Style(width: 80)) == """
        saves by week posted (UTC)
        ┌────────────────┬───────┬──────────────┐
        │ week           │ saves │              │
        ├────────────────┼───────┼──────────────┤
        │ 2025-12-15 W51 │   709 │ ██████▉      │
        │ 2025-12-22 W52 │    50 │ ▌            │
        │ 2025-12-29 W01 │     – │              │
        │ 2026-01-05 W02 │ 1,230 │ ████████████ │
        └────────────────┴───────┴──────────────┘
        ▅▁ █  saves
        240 of 321 videos: views > 1,000.
        From Video.csv, lifetime totals by the week a video was posted.

        """)
  }

  @Test("Without Unicode the frame, the bars and the dash are ASCII")
  func plainCharacters() throws {
    let text = render(try Samples.series(), as: .box, style: Style(width: 60, unicode: false))
    #expect(
      text == """
        saves by week posted (UTC)
        +----------------+-------+--------------+
        | week           | saves |              |
        +----------------+-------+--------------+
        | 2025-12-15 W51 |   709 | #######      |
        | 2025-12-22 W52 |    50 | .            |
        | 2025-12-29 W01 |     - |              |
        | 2026-01-05 W02 | 1,230 | ############ |
        +----------------+-------+--------------+
        =_ #  saves
        240 of 321 videos: views > 1,000.
        From Video.csv, lifetime totals by the week a video was
          posted.

        """)
  }

  @Test("At 40 columns bars are narrower and notes wrap under themselves")
  func fortyColumns() throws {
    #expect(
      render(try Samples.series(), as: .box, style: Style(width: 40)) == """
        saves by week posted (UTC)
        ┌────────────────┬───────┬──────────┐
        │ week           │ saves │          │
        ├────────────────┼───────┼──────────┤
        │ 2025-12-15 W51 │   709 │ ████▋    │
        │ 2025-12-22 W52 │    50 │ ▍        │
        │ 2025-12-29 W01 │     – │          │
        │ 2026-01-05 W02 │ 1,230 │ ████████ │
        └────────────────┴───────┴──────────┘
        ▅▁ █  saves
        240 of 321 videos: views > 1,000.
        From Video.csv, lifetime totals by the
          week a video was posted.

        """)
  }

  @Test("Where the frame has no room, columns stand without it")
  func frameGivesWay() throws {
    let text = render(try Samples.series(), as: .box, style: Style(width: 22))
    #expect(text.contains("2025-12-22 W52     50\n"))
    #expect(!text.contains("│"))
  }

  @Test("At 20 columns rows are listed one by one, whole")
  func twentyColumns() throws {
    let text = render(try Samples.series(), as: .box, style: Style(width: 20))
    #expect(
      text.hasPrefix(
        """
        saves by week posted
          (UTC)
        ── 1 ──
        week   2025-12-15
               W51
        saves  709

        """))
    #expect(text.contains("Too wide for this\n  window as a table:\n  each row is listed\n  on its own.\n"))
  }

  @Test("Emoji, a family, a flag and Chinese keep columns straight; others and total stand under a rule")
  func titles() throws {
    #expect(
      render(try Samples.videos(), as: .box, style: Style()) == """
        saves, save_rate by video
        ┌────────────────────┬───────────────────────────┬────────────────────────────┐
        │ video              │                     saves │ saves / views as save_rate │
        ├────────────────────┼───────────────────────────┼────────────────────────────┤
        │ Morning routine 🌅 │                    12,345 │                      1.23% │
        │ 家庭 👨‍👩‍👧 vlog 🇯🇵    │                         – │                          – │
        │ v3                 │                        -7 │                    -50.00% │
        ├────────────────────┼───────────────────────────┼────────────────────────────┤
        │ others             │ 9,223,372,036,854,775,807 │                     25.00% │
        │ total              │                    12,338 │                      0.00% │
        └────────────────────┴───────────────────────────┴────────────────────────────┘

        """)
  }

  @Test("Headers wrap before texts are cut; a footer says how many were and what shows them")
  func cutting() throws {
    #expect(
      render(try Samples.videos(), as: .box, style: Style(width: 58)) == """
        saves, save_rate by video
        ┌────────────────┬───────────────────────────┬───────────┐
        │                │                           │   saves / │
        │                │                           │  views as │
        │ video          │                     saves │ save_rate │
        ├────────────────┼───────────────────────────┼───────────┤
        │ Morning routi… │                    12,345 │     1.23% │
        │ 家庭 👨‍👩‍👧 vlog … │                         – │         – │
        │ v3             │                        -7 │   -50.00% │
        ├────────────────┼───────────────────────────┼───────────┤
        │ others         │ 9,223,372,036,854,775,807 │    25.00% │
        │ total          │                    12,338 │     0.00% │
        └────────────────┴───────────────────────────┴───────────┘
        2 texts are shown shortened; `.format vertical` and
          `.last` show them whole.

        """)
  }

  @Test("No rows are said in words, with the heading and the notes")
  func empty() throws {
    let empty = try Samples.released(
      [Samples.group("week", .date(.week), .days([])), Samples.item("saves", .count, .integers([]))],
      heading: "saves by week", notes: ["0 of 321 videos: views > 1m."])
    #expect(
      render(empty, as: .box, style: Style(width: 80))
        == "saves by week\nno rows\n0 of 321 videos: views > 1m.\n")
  }

  @Test("One row without a group has no bars")
  func oneRow() throws {
    let one = try Samples.released([Samples.item("saves", .count, .integers([1234567]))])
    #expect(
      render(one, as: .box, style: Style(width: 80)) == """
        saves
        ┌───────────┐
        │     saves │
        ├───────────┤
        │ 1,234,567 │
        └───────────┘

        """)
  }

  @Test("An amount below zero is shaded, zero is a thin mark, undated rows and totals have no bar")
  func bars() throws {
    let weeks = try Samples.weeks(3)
    guard case .days(let days) = weeks else { return }
    let table = try Samples.released(
      [
        Samples.group("week", .date(.week), .days(days + [nil, nil])),
        Samples.item("saves_change", .count, .integers([10, -5, 0, 99, 104])),
      ],
      rows: [.data, .data, .data, .data, .total], marksRows: true)
    let lines = render(table, as: .box, style: Style()).split(separator: "\n")
    #expect(lines[4] == "│ 2025-12-15 W51 │           10 │ ████████████ │")
    #expect(lines[5] == "│ 2025-12-22 W52 │           -5 │ ░░░░░░       │")
    #expect(lines[6] == "│ 2025-12-29 W01 │            0 │ ▏            │")
    #expect(lines[7] == "│ –              │           99 │              │")
    #expect(lines[9] == "│ total          │          104 │              │")
    #expect(lines[11] == "█▁▃  saves_change")
  }

  @Test("Rows that do not ascend in time have no bars")
  func ranked() throws {
    let weeks = try Samples.weeks(3)
    guard case .days(let days) = weeks else { return }
    let table = try Samples.released(
      [
        Samples.group("week", .date(.week), .days(days.reversed())),
        Samples.item("saves", .count, .integers([3, 2, 1])),
      ])
    #expect(!render(table, as: .box, style: Style()).contains("█"))
  }

  @Test("Colour sets headers and notes apart and changes nothing else")
  func colour() throws {
    let plain = render(try Samples.series(), as: .box, style: Style(width: 80))
    let coloured = render(try Samples.series(), as: .box, style: Style(width: 80, colour: true))
    #expect(coloured.contains("\u{1B}[1msaves by week posted (UTC)\u{1B}[0m\n"))
    #expect(coloured.contains("\u{1B}[2m240 of 321 videos: views > 1,000.\u{1B}[0m\n"))
    let stripped = ["0", "1", "2"].reduce(coloured) { text, code in
      text.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined()
    }
    #expect(stripped == plain)
  }
}
