import TallyEngine
import TallyPlan
import TallyPrivacy
import TallyRender

/// What Tally makes of the name of a member of an archive.
///
/// Folders in archives are called after people now and then, so no message names them.
struct MemberName {
  /// The name without folders.
  private let own: String
  /// Whether a system put it there for itself.
  let isHidden: Bool

  /// - Parameter path: The whole name, folders with it.
  init(path: String) {
    let steps = path.split(separator: "/")
    own = steps.last.map(String.init) ?? ""
    isHidden = steps.contains { $0 == "__MACOSX" || ($0.hasPrefix(".") && ![".", ".."].contains($0)) }
  }

  /// Whether it ends as tables do.
  var isData: Bool { ["csv", "tsv", "txt", "json", "ndjson"].contains(ending) && !isHidden }

  /// The name for people; nil where it may be called after one.
  var shown: String? {
    guard endings.contains(ending), isKnownName(own.dropLast(ending.count + 1)) else { return nil }
    return SafeText.forPeople(own)
  }

  /// In lower case, without its point.
  var ending: String {
    own.lastIndex(of: ".").map { own[$0...].dropFirst().lowercased() } ?? ""
  }
}

extension MemberName {
  /// A line about members that are not read; nil where there are none.
  ///
  /// At most five are named, and none that could be called after a person.
  static func notRead(_ names: [MemberName]) -> String? {
    guard !names.isEmpty else { return nil }
    let shown = names.compactMap(\.shown).prefix(5)
    let others = names.count - shown.count
    let rest = shown.isEmpty ? counted(others, "file") : "and \(counted(others, "other"))"
    return "not read, no tables by their names: "
      + (shown + (others > 0 ? [rest] : [])).joined(separator: ", ")
  }

  /// Whether a member that turns out to be no table says nothing against its archive: notes come as text, settings as
  /// JSON.
  static func mayBeNoTable(_ name: String) -> Bool {
    ["txt", "json", "ndjson"].contains(MemberName(path: name).ending)
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(count == 1 ? noun : noun + "s")"
  }
}

/// The name of a sheet as messages may write it; nil where it may be a person's.
func sheetNameForPeople(_ name: String) -> String? { isKnownName(name[...]) ? SafeText.forPeople(name) : nil }

/// Whether a name without its ending is made of words that exports and their parts are called, and of short numbers.
///
/// Any other word may be the name of a person, as any word may.
private func isKnownName(_ stem: Substring) -> Bool {
  guard !stem.isEmpty, MaskedText(String(stem)).count == 0 else { return false }
  // TikTok's own name for its download.
  if stem == "user_data_tiktok" { return true }
  let parts = stem.split { " _-.,&()".contains($0) }
  return !parts.isEmpty
    && parts.allSatisfy { part in
      let digits = part.split { !("0"..."9" ~= $0) }
      // More digits than a time has may be the number of an account.
      return digits.allSatisfy { $0.count <= 10 } && part.split { "0"..."9" ~= $0 }.allSatisfy(isKnownWord)
    }
}

private func isKnownWord(_ word: Substring) -> Bool {
  let small = word.lowercased()
  if nameWords.contains(small) { return true }
  // The plain name leaves out letters of other scripts, which are part of a word all the same.
  guard
    word.unicodeScalars.allSatisfy({ $0.value < 0x250 || $0.properties.generalCategory == .nonspacingMark })
  else { return false }
  let plain = plainName(small)
  return nameWords.contains(plain) || readsLikeAnalytics(plain)
}

/// What names of files end in.
private let endings: Set<String> = [
  "csv", "doc", "docx", "gif", "gz", "htm", "html", "jpeg", "jpg", "json", "log", "md", "mov", "mp4",
  "ndjson",
  "numbers", "ods", "pdf", "png", "svg", "tsv", "txt", "webp", "xls", "xlsx", "xml", "zip",
]

/// What files and sheets of exports are called beside the words of analytics: plain, or in small letters.
private let nameWords: Set<String> = [
  "a", "accounts", "all", "analysis", "analytics", "boards", "book", "chart", "charts", "city", "country",
  "data", "dates", "demographics", "discovery", "export", "exports", "file", "files", "gender", "history",
  "images",
  "information", "insights", "labels", "lifetime", "list", "members", "meta", "metrics", "monthly", "my",
  "notes", "overview", "page", "pages", "performance", "platform", "raw", "readme", "report", "reports",
  "results", "settings", "sheet", "sheets", "summary", "table", "tables", "territories", "territory", "times",
  "title",
  "titles", "top", "topic", "topics", "totals", "trend", "trends", "tweet", "tweets", "weekly", "workbook",
  "yearly",
  "facebook", "instagram", "linkedin", "pinterest", "tiktok", "twitter", "x", "youtube", "studio",
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  // German, French, Spanish, Portuguese, Italian, Dutch, Polish
  "aufrufe", "blatt", "daten", "diagramm", "diagrammdaten", "gesamt", "gesamtwerte", "tabelle",
  "tabellendaten",
  "zuschauer", "ubersicht", "donnees", "du", "de", "des", "graphique", "aux", "feuil", "feuille",
  "informations", "relatives", "tableau", "tableaux", "totaux", "vues", "abonnes", "datos", "del", "grafico",
  "hoja", "la", "tabla", "totales", "resumen", "visualizaciones", "dados", "planilha", "folha", "tabela",
  "totais", "resumo", "dati", "della", "foglio", "tabella", "totali", "riepilogo", "blad", "gegevens",
  "tabel",
  "totalen", "arkusz", "dane", "tabeli", "wykres", "lacznie",
  // Russian, Japanese, Korean, Chinese
  "лист", "таблица", "данные", "シート", "表データ", "表", "合計", "시트", "표", "工作表", "表格数据", "总计",
]
