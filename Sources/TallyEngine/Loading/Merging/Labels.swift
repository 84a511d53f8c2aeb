import TallyPlan
import TallyPrivacy

/// The files, those of nothing but words of one's own without the rows of videos that no other file has: a slip of the pen
/// in an id must not become a video.
///
/// Where every file is of that kind, they are the videos.
/// - Complexity: O(rows).
func withoutUnmatchedLabels(_ files: [LoadedFile]) -> [LoadedFile] {
  let others = files.filter { !$0.isLabels }.compactMap { $0.table?.videos }
  guard !others.isEmpty else { return files }
  let known = Set(others.flatMap(\.dictionary))
  return files.map { file in
    guard file.isLabels, let table = file.table, let videos = table.videos else { return file }
    let kept = (0..<table.rowCount).filter { known.contains(videos.dictionary[Int(videos.codes[$0])]) }
    guard kept.count < table.rowCount else { return file }
    var report = file.report
    report.rows = kept.count
    report.unmatchedRows = table.rowCount - kept.count
    return LoadedFile(name: file.name, table: table.keeping(kept), report: report)
  }
}

extension LoadedFile {
  /// Whether it says nothing but what videos are about: neither numbers nor when they were posted.
  fileprivate var isLabels: Bool {
    guard let table, table.role == .videos, !table.isNumbered, !table.columns.isEmpty else { return false }
    return table.columns.allSatisfy { column in
      column.description.handle.meaning == .content && column.description.unit != .seconds
    }
  }
}

extension FileTable {
  /// The table with some of its rows.
  fileprivate func keeping(_ rows: [Int]) -> FileTable {
    var placement = RowPlacement()
    let target = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    for row in 0..<rowCount {
      if let place = target[row] { placement.append(place, .place) } else { placement.append(0, .skip) }
    }
    let columns = columns.compactMap { column -> FileColumn? in
      let part = PlacedColumn(values: column.values, placement: placement)
      return combine([part], rowCount: rows.count, addsUp: false).map {
        FileColumn(description: column.description, values: $0.column)
      }
    }
    let videos = videos.map { videos in
      TextColumn(
        codes: rows.map { videos.codes[$0] }, dictionary: videos.dictionary,
        validity: Validity(rows.map { videos.validity[$0] }))
    }
    return FileTable(
      role: role, rowCount: rows.count, videos: videos, isNumbered: isNumbered, videoHeader: videoHeader,
      days: days, dateHeader: dateHeader, columns: columns, videoWord: videoWord, platform: platform,
      linked: linked, lacks: lacks)
  }
}
