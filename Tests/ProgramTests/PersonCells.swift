import Foundation
import TallyTestSupport

/// Files with people in them, beside honest ones; whatever stands in the cells about people is asked for here.
struct PersonCells {
  /// What a cell about people must be for its column to stay of its class.
  enum Class { case name, email, handle, phone, token, words, link }

  /// Puts the files into a folder, the cells about people written by `cell`.
  static func place(in place: Workplace, cell: (Class) -> String) throws {
    let ids = ["a", "b", "c", "d"]
    func rows(_ row: (Int, String) -> String) -> String {
      ids.enumerated().map { row($0, $1) + "\n" }.joined()
    }
    // Columns set aside by header, and by value, in a file that is loaded.
    try place.place(
      "videos.csv",
      "video,posted,format,topic,views,saves,contact email,note,guest\n"
        + rows { index, id in
          "\(id),2026-01-0\(index + 1)T10:00:00Z,\(index % 2 == 0 ? "vlog" : "tutorial"),permittedcanary,"
            + "\(index + 1)000,\(index + 1)0,\(cell(.email)),\"call \(cell(.phone)), \(cell(.email))\",\(cell(.name))"
        })
    try place.place(
      "daily.tsv",
      "video\tdate\tviews\tsaves\tref\n"
        + rows { index, id in
          "\(id)\t2026-02-0\(index + 1)\t10\t\(index)\t\(cell(.token))"
        })
    try place.place("channel.csv", "date,followers\n2026-02-01,5000\n2026-02-02,5004\n")
    try place.place("country.csv", "country,followers\nDE,3000\nAT,1500\nCH,400\nLI,3\nLU,101\n")
    // Files that are refused whole.
    try place.place(
      "members.csv",
      "Member,Link to profile,Current level,Last update\n"
        + rows { _, _ in "\(cell(.name)),\(cell(.link)),Fan,x" })
    try place.place(
      "comments.csv",
      "comment_id,author,text,likes\n"
        + rows { index, _ in "\(index),\(cell(.name)),\(cell(.words)),\(index)" })
    try place.place(
      "likes.csv", "topic,date,saves\n" + rows { index, _ in "\(cell(.handle)),2026-01-0\(index + 1),1" })
    try place.place(
      "followers_1.json",
      "["
        + ids.map { _ in
          "{\"string_list_data\":[{\"href\":\"\(cell(.link))\",\"value\":\"\(cell(.name))\",\"timestamp\":1}]}"
        }.joined(separator: ",") + "]")
    try place.place(
      "posts.json",
      "["
        + ids.map { id in
          "{\"id\":\"\(id)\",\"views\":5,\"likers\":[{\"username\":\"\(cell(.name))\"}],"
            + "\"comment\":[\"\(cell(.words))\"]}"
        }.joined(separator: ",") + "]")
  }

  static let loaded = ["videos.csv", "daily.tsv", "channel.csv", "country.csv"]
  static let refused = ["members.csv", "comments.csv", "likes.csv", "followers_1.json", "posts.json"]

  /// Sentences of each kind, some refused, some wrong; `_` is what somebody might type about a person.
  static let sentences = [
    "saves by format", "saves, views by video", "saves / views as rate by topic with total", "views by day",
    "followers by country", "followers by country with share, total", "saves by week posted with interval",
    "quadrants views and save_rate", "compare saves by format", "correlate saves with views",
    "trend saves by video",
    "explain saves by topic", "explain followers by country", "show columns", "show tables", "show files",
    "saves by topic beside followers by country", "saves where topic = \"permittedcanary\" by week",
    "saves by note", "saves by guest", "saves by [contact email]", "saves by ref", "saves by nothing",
    "saves by by",
    "who saved _", "saves where guest = \"_\"", "did _ save it", "saves by \"_ user\"", "@_",
    "saves by [_ user]",
    "_@example.org", "list followers of _", "what country is _ from", "saves where user = '_'",
    "help P103", "help privacy", "assert saves > 3", "print \"x\"",
  ]

  static let formats = [
    "box", "plain", "csv", "tsv", "json", "ndjson", "markdown", "html", "vertical", "chart",
  ]
}
