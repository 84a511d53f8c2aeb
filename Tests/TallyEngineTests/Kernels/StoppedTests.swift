import Synchronization
import TallyEngine
import TallyLanguage
import TallyPlan
import Testing

/// A question that is stopped anywhere is cancelled, or answered as if it had not been; it never breaks.
@Suite struct StoppedTests {
  /// Says that the question was stopped from the so manieth time on that it is asked.
  private final class Countdown: Sendable {
    private let left: Mutex<Int>

    init(_ count: Int) { left = Mutex(count) }

    var isOver: Bool {
      left.withLock { left in
        left -= 1
        return left < 0
      }
    }
  }

  private static let files: [(name: String, text: String)] = [
    (
      "videos.csv",
      "video,posted,title,format\n"
        + (0..<40).map { "v\($0),2026-01-\(10 + $0 % 20),title \($0) #tag\($0 % 7),format \($0 % 3)\n" }
        .joined()
    ),
    (
      "daily.csv",
      "date,video,traffic_source,views,saves,watch_time\n"
        + (0..<4800).map { place in
          let (day, video, source) = (place / 80, place / 2 % 40, place % 2)
          let date = Day(number: 20_470 + Int32(day))
          let saves = place % 13 == 0 ? "" : "\(place % 17)"
          return "\(date),v\(video),source \(source),\(place % 911),\(saves),\(place % 50).5\n"
        }.joined()
    ),
  ]

  @Test(arguments: [
    "saves", "videos where views > 1000", "saves by week where views > 5000",
    "saves / views as rate by format",
    "saves by traffic_source top 1 with others", "views by video top 3",
    "views, saves by month, traffic_source",
    "median saves per video, p90 saves per video by format", "average saves per video by traffic_source",
    "rolling 2 weeks saves by week", "running videos by week", "videos by month", "views, saves, watch_time",
    "views by format where title contains \"1\"", "median saves per day by traffic_source",
    "saves by week vs previous", "saves by week since posted",
    "saves by format during last 14 days with total",
    "saves by video, traffic_source having videos >= 1",
  ])
  func stopped(text: String) throws {
    var subject = try EngineSubject(Self.files, dailyTotals: [])
    let (query, source) = try #require(queryOf(text))
    let whole = try subject.answer(query, source).get()
    for pieceLength in [1, 1 << 17] {
      for count in Array(0..<40) + stride(from: 40, to: 600, by: 23) {
        let countdown = Countdown(count)
        subject.work = Work(pieceLength: pieceLength) { countdown.isOver }
        switch subject.answer(query, source) {
        case .success(let answer):
          #expect(answer.matches(whole), "stopped when asked \(count) times")
        case .failure(let failure):
          #expect(failure.text == "\(EvaluationFailure.cancelled)", "stopped when asked \(count) times")
        }
      }
    }
  }
}
