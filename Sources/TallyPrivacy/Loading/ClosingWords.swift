/// Whether a cell is how a line about the export begins, which may name who made it: `Exported by`, `Erstellt von Anna`.
///
/// - Complexity: O(length).
package func opensClosingLine(_ cell: String) -> Bool {
  let words = fold(cell).split(separator: "_")
  guard words.count >= 2, let first = words.first else { return false }
  return closingWords.contains(String(first))
}

/// What has become of a table when somebody writes so below it, folded.
private let closingWords: Set<String> = [
  "exported", "generated", "downloaded", "prepared", "created", "compiled", "printed", "made", "report",
  "exportiert", "erstellt", "generiert", "heruntergeladen", "bericht",
  "exporte", "genere", "telecharge", "cree", "prepare", "rapport",
  "exportado", "generado", "descargado", "creado", "preparado", "informe",
  "gerado", "criado", "baixado", "relatorio", "esportato", "generato", "scaricato", "creato", "preparato",
  "geexporteerd", "gegenereerd", "gemaakt", "wyeksportowano", "wygenerowano", "utworzono",
]
