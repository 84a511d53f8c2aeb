import TallyLanguage
import Testing

/// One query for each question that a creator asks, and the statements of scripts.
let exampleQueries: [String] = [
  "saves",
  "saves by week where views > 1000",
  "saves, views, save_rate by format",
  "save_rate by format with interval, total",
  "saves per 1000 views by topic sort by saves per 1000 views descending",
  "(saves + likes + comments + shares) / views as engagement by month",
  "saves / (likes + comments + shares) as save_share by video top 20",
  "views, saves, save_rate by video where views > p75 and save_rate < median top 10",
  "views, saves, save_rate by video where views between 1000 and 20000 and save_rate > p75 sort by save_rate descending",
  "quadrants views and save_rate where posted during last 6 months",
  "median saves per video by format",
  "average saves per day by month during 2026",
  "p90 saves per video by sound having videos >= 5",
  "videos, saves by week posted",
  "saves by week since posted where format = \"tutorial\"",
  "saves within 7 days by video where posted during last 90 days top 10",
  "median saves within 7 days per video by format",
  "running saves by day where title contains \"sourdough\"",
  "rolling 7 days saves by day during last 90 days",
  "rolling 28 days save_rate by week",
  "saves by week during last 12 weeks vs previous",
  "saves, save_rate by format during this month vs year ago",
  "saves during 2026-Q1 vs 2025-Q4",
  "saves by topic top 5 with others, share, total",
  "saves by format, video top 3 per format",
  "saves by length every 15s",
  "saves by weekday posted, hour posted",
  "saves by day missing as zero",
  "followers by week missing as previous",
  "followers by country top 5 with others, share",
  "followers by age, gender",
  "saves by topic top 5 beside followers by country top 5",
  "correlate saves with views, likes, comments, shares",
  "correlate saves with [watch time], length by format where posted during 2026",
  "trend saves by video where posted < 2026-01-01 during last 26 weeks",
  "trend saves by topic top 10",
  "compare save_rate by format where posted during last 90 days",
  "compare saves within 7 days by hook holding topic, weekday posted",
  "compare save_rate by sound where sound in (\"original\", \"trending audio\") holding topic",
  "saves by video where not posted during last 180 days and saves > median sort by saves descending top 10",
  "saves where (format = \"tutorial\" or format = \"recipe\") and views > 10k",
  "saves by format where topic is missing",
  "define metric save_rate = saves / views",
  "define group evergreen = posted < 2026-01-01 and saves > median",
  "define label hook = \"question\" where title contains \"?\", \"how-to\" where title starts with \"How\", else \"statement\"",
  "define report weekly = saves, save_rate by week during {period} vs previous",
  "run weekly with period = last 4 weeks",
  "assert (save_rate during last 4 weeks) > 2%",
  "assert no rows (videos by video where views is missing)",
  "explain saves by week where views > 1000",
  "saves by week into \"weekly.csv\"",
  "column saves in daily is running total",
  "load \"exports/*.csv\"",
  "load \"videos.csv\" as videos",
  "expect refusal P103",
  "expect error",
  "show columns in videos",
  "show loads",
  "set timezone = \"Europe/Vienna\"",
  "set week_start = sunday",
  "print \"done\"",
  "help by",
  "help who",
  "param n = 5",
  "posts by post",
]

@Suite struct ExampleQueriesTests {
  @Test("Every example is a statement and prints back to the same tree", arguments: exampleQueries)
  func examplesParse(_ text: String) {
    guard let tree = statement(text) else { return }
    #expect(statement(print(tree)) == tree)
  }

  @Test("A canonical example prints as it was written", arguments: Array(exampleQueries.prefix(52)))
  func examplesAreCanonical(_ text: String) {
    let reordered = [
      "compare save_rate by sound where sound in (\"original\", \"trending audio\") holding topic"
    ]
    guard let tree = statement(text), !reordered.contains(text) else { return }
    #expect(print(tree) == text)
  }
}
