/// Whether a name without its ending is made of words that exports and their parts are called, and of short numbers.
///
/// Any other word may be the name of a person, as any word may.
///
/// - Parameters:
///   - stem: the name of a file or sheet.
///   - plain: a word in small letters without accents.
/// - Complexity: O(length).
package func readsLikeExportName(_ stem: Substring, plain: (String) -> String) -> Bool {
  guard !stem.isEmpty, MaskedText(String(stem)).count == 0 else { return false }
  // TikTok's own name for its download.
  if stem == "user_data_tiktok" { return true }
  let parts = stem.split { " _-.,&()".contains($0) }
  return !parts.isEmpty
    && parts.allSatisfy { part in
      let digits = part.split { !("0"..."9" ~= $0) }
      // More digits than a time has may be the number of an account.
      return digits.allSatisfy { $0.count <= 10 }
        && part.split { "0"..."9" ~= $0 }.allSatisfy {
          readsLikeExportWord($0, plain)
        }
    }
}

private func readsLikeExportWord(_ word: Substring, _ plain: (String) -> String) -> Bool {
  let small = word.lowercased()
  if nameWords.contains(small) { return true }
  // The plain name leaves out letters of other scripts, which are part of a word all the same.
  guard
    word.unicodeScalars.allSatisfy({ $0.value < 0x250 || $0.properties.generalCategory == .nonspacingMark })
  else { return false }
  let bare = plain(small)
  return nameWords.contains(bare) || readsLikeAnalytics(bare)
}

/// What files and sheets of exports are called beside the words of analytics: plain, or in small letters.
private let nameWords: Set<String> = [
  "a", "accounts", "age", "ages", "all", "analysis", "analytics", "boards", "book", "chart", "charts", "city",
  "country",
  "data", "dates", "demographics", "discovery", "export", "exports", "file", "files", "gender", "history",
  "images",
  "information", "insights", "labels", "language", "languages", "lifetime", "list", "members", "meta",
  "metrics", "monthly", "my",
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
