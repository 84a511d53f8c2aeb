import TallyLanguage
import TallyPlan
import TallyPrivacy

/// What each row of a file is about: a video, a day, or both.
struct RowKeys {
  /// The id of each row's video; nil in a channel table.
  var videos: CodedText?
  /// The day of each row; empty in a videos table.
  var days: ColumnValues<Int32> = []
  /// Whether a video has more than one row.
  var repeatsVideos = false
  /// Whether the file has no ids, and its rows were numbered.
  var areNumbered = false
}

extension RowKeys {
  /// Whether a column of text splits an audience: its values are those by which audiences are split, and it varies
  /// within a video, or there are no videos.
  func splitAudience(_ text: CodedText) -> Bool {
    guard !text.values.isEmpty, areAudienceValues(text.values) else { return false }
    return videos == nil || areNumbered || varies(text)
  }

  /// Whether a column has two values for one video.
  func varies(_ text: CodedText) -> Bool {
    guard let videos, repeatsVideos else { return false }
    var first = [UInt32](repeating: CodedText.missingCode, count: videos.values.count)
    for (video, value) in zip(videos.codes, text.codes) where value != CodedText.missingCode {
      let known = first[Int(video)]
      if known == CodedText.missingCode { first[Int(video)] = value } else if known != value { return true }
    }
    return false
  }
}

extension TableReader {
  /// Reads video ids and days, and checks that every row has them.
  ///
  /// - Throws: F112...F117 for dates, F119 no video column, F124 no key, F125 rounded ids; P303 where the ids are people.
  mutating func readKeys(_ role: TableRole) throws(LoadFailure) -> RowKeys {
    var keys = RowKeys()
    switch role {
    case .videos:
      keys.videos = try readVideos()
      keys.areNumbered = plan.videoColumn == nil
    case .daily:
      keys.videos = try readVideos()
      keys.days = try readDays()
    case .channel: keys.days = try readDays()
    case .audience: break
    }
    if let videos = keys.videos { keys.repeatsVideos = videos.values.count < videos.codes.count }
    return keys
  }

  private mutating func readVideos() throws(LoadFailure) -> CodedText {
    guard let column = plan.videoColumn else {
      // A videos table without ids: its rows are numbered.
      let rows = source.rowCount
      return CodedText(codes: (0..<rows).map { UInt32($0) }, values: (1...max(rows, 1)).map(String.init))
    }
    let written = text(of: column)
    let behind = preset?.idBehind
    let ids = written.mapped { videoID($0, behind: behind) }
    if let row = ids.codes.firstIndex(of: CodedText.missingCode) {
      let place = source.place(row, column)
      throw .diagnostic(
        .missingKey(source.file, header: header(column), line: place.line, column: place.column))
    }
    if let rounded = ids.values.firstIndex(where: isRounded),
      let row = ids.codes.firstIndex(of: UInt32(rounded))
    {
      let place = source.place(row, column)
      throw .diagnostic(
        .spreadsheetID(source.file, header: header(column), line: place.line, column: place.column))
    }
    // Each looks at all ids; whichever finds something, the first in this order is told.
    let findings = concurrently(preset == nil ? 4 : 1) { place -> IDFinding in
      switch place {
      case 0: .shapes(shapes(of: ids))
      case 1: .arePeople(areIDsOfPeople(ids.values))
      case 2: .areGroups(ids.values.count > 1 && areAudienceValues(ids.values))
      default: .areTokens(areTokens(ids.values))
      }
    }
    var found = PersonShapes()
    for finding in findings {
      if case .shapes(let shapes) = finding { found = shapes } else { try judge(finding, column) }
    }
    if found.contacts + found.profileLinks + found.handles > 0 {
      throw .refusal(PeopleFile.authors.refusal, file: source.file)
    }
    return ids
  }

  mutating func readDays() throws(LoadFailure) -> ColumnValues<Int32> {
    guard let column = plan.dayColumn else { return [] }
    return try days(of: column)
  }
}

/// What one look at the ids of a plain file found.
private enum IDFinding: Sendable {
  case shapes(PersonShapes)
  case arePeople(Bool)
  case areGroups(Bool)
  case areTokens(Bool)
}

extension TableReader {
  /// Whether the ids of a plain file may be those of videos at all.
  ///
  /// - Throws: F136 where nothing but a column [id], or ids like those of accounts and devices, say so; F137 for countries, ages and the like; P303 for names and
  ///   numbers of people.
  private func judge(_ finding: IDFinding, _ column: Int) throws(LoadFailure) {
    switch finding {
    case .shapes: break
    case .arePeople(let arePeople):
      if arePeople { throw .refusal(PeopleFile.survey.refusal, file: source.file) }
    case .areGroups(let areGroups):
      if areGroups { throw .diagnostic(.idsAreGroups(source.file, header: header(column))) }
    case .areTokens(let areTokens):
      guard areTokens || plainName(header(column)) == "id" else { return }
      let tells = plan.loaded.contains { loaded in
        loaded.column.meaning == .content
          || (!areTokens && [.exposure, .time].contains(loaded.column.meaning))
      }
      if !tells { throw .diagnostic(.idsUnclear(source.file, header: header(column))) }
    }
  }

  /// Says what told the years of dates that have none.
  mutating func noteYears(_ dates: DateValues) {
    guard dates.lacksYears, let last = dates.days.max() else { return }
    let evidence = options.year == nil ? options.exportDay?.evidence ?? "" : "the year that was given"
    report.noteYears(last: Day(number: last), evidence: evidence)
  }
}

extension TableReader {
  /// The id of each video by the id in its link, where the preset has links; a link is not kept.
  func linkedVideos(_ keys: RowKeys) -> [String: String] {
    guard let links = preset?.links, let videos = keys.videos,
      let column = preset?.plainNames(headers).firstIndex(of: links)
    else { return [:] }
    var linked: [String: String] = [:]
    let source = source.indexed
    for row in 0..<min(source.rowCount, videos.codes.count)
    where videos.codes[row] != CodedText.missingCode {
      let link = cellText(source.bytes.span, source.index.cell(row, column))
      guard let id = videoID(link, behind: nil), !id.contains("/") else { continue }
      let video = videos.values[Int(videos.codes[row])]
      if id != video { linked[id] = video }
    }
    return linked
  }
}

/// The id in a cell: the cell itself, or what stands in a link behind the part that ids follow.
///
/// A link names the account it belongs to; only its id is kept.
private func videoID(_ cell: String, behind: String?) -> String? {
  guard cell.utf8.contains(UInt8(ascii: "/")), cell.contains("/") else { return cell.isEmpty ? nil : cell }
  let places =
    (behind.map { [$0] } ?? []) + [
      "/video/", "/shorts/", "/reel/", "/p/", "/status/", "watch?v=", "youtu.be/",
    ]
  for place in places {
    guard let end = cell.endOfFirst(place) else { continue }
    let id = cell[end...].prefix { $0 != "/" && $0 != "?" && $0 != "&" && $0 != "#" }
    if !id.isEmpty { return String(id) }
  }
  return cell
}

/// Whether a spreadsheet turned an id into a number, `7.58E+18`, or into an error, `#NAME?`.
private func isRounded(_ id: String) -> Bool {
  if id.utf8.first == UInt8(ascii: "#"),
    ["#NAME?", "#N/A", "#REF!", "#VALUE!", "#NUM!", "#DIV/0!", "#NULL!"].contains(id.uppercased())
  {
    return true
  }
  guard let mark = id.utf8.lastIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), mark > id.startIndex else {
    return false
  }
  let mantissa = id[..<mark]
  let exponent = id[mark...].dropFirst()
  return exponent.first == "+" && exponent.dropFirst().allSatisfy(\.isNumber)
    && mantissa.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
}

extension String {
  /// The index behind the first place where a text stands; nil where it does not.
  func endOfFirst(_ part: String) -> String.Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
