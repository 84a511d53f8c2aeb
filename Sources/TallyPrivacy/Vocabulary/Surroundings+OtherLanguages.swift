/// Words around `follower`, which other languages have as well.
extension Surroundings {
  /// How many, in languages that have the word `follower` as well.
  static let foreignCounts: Set<String> = [
    "viele", "wieviele", "wieviel", "quanti", "quante", "combien", "hoeveel", "mange", "gesamtzahl",
    "crescita", "wachstum", "croissance", "crecimiento", "crescimento", "anzahl",
    "zahl", "numero", "totale", "aantal", "antal", "antall", "nye", "neue",
    "nieuwe", "nuovi",
  ]

  /// Lost or won, after `follower` in the same.
  static let foreignChanges: Set<String> = [
    "verloren", "gewonnen", "persi", "guadagnati", "perdidos", "ganados", "perdus", "gagnes", "verlies",
    "wachstum",
    "gesamt", "insgesamt", "totali", "totaux", "totales", "tapt", "tabt",
  ]

  /// By or per, in the same.
  static let foreignGroupWords: Set<String> = ["pro", "nach", "per", "por", "par", "al", "a", "je", "om"]
}
