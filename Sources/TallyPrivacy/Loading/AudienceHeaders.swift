/// Whether a header of a declared column says what the people who watched are: `Alter`, `Geschlecht`, `age of viewers`.
///
/// Places and languages are not among them: a video has these too.
///
/// - Complexity: O(length).
func headsMakeUpOfPeople(_ header: String) -> Bool {
  if header.lowercased() == "età" { return true }
  let folded = fold(header)
  if traits.contains(folded) { return true }
  let words = folded.split(separator: "_").map(String.init)
  let others = words.filter {
    !traits.contains($0) && !["age", "ages", "gender", "genders", "sex"].contains($0)
  }
  return others.count < words.count && others.contains(where: isCrowd)
    && others.allSatisfy { isCrowd($0) || joiningWords.contains($0) }
}

/// Whether a word stands for those who watch or follow.
private func isCrowd(_ word: String) -> Bool {
  headerHolders.contains(word) || headerHolders.contains(String(word.dropLast())) || word == "audience"
    || ForeignWords.isAboutPeople(word)
}

private let joiningWords: Set<String> = [
  "average", "avg", "bracket", "der", "des", "di", "de", "del", "den", "dos", "group", "mean", "of", "range",
  "the",
  "van", "von",
]

/// Ages and genders in other languages than English, of which Tally knows the words as groups of an audience.
private let traits: Set<String> = [
  "alter", "altersgruppe", "altersgruppen", "altersklasse", "geschlecht", "nationalitat", "tranche_d_age",
  "tranche_age", "sexe", "nationalite", "edad", "grupo_de_edad", "rango_de_edad", "sexo", "nacionalidad",
  "idade",
  "faixa_etaria", "nacionalidade", "fascia_d_eta", "sesso", "nazionalita", "leeftijd", "leeftijdsgroep",
  "geslacht",
  "wiek", "grupa_wiekowa", "plec", "yas", "yas_grubu", "cinsiyet", "usia", "umur", "jenis_kelamin", "do_tuoi",
  "gioi_tinh", "aldersgrupp", fold("возраст"), fold("пол"), fold("年齢"), fold("性別"), fold("나이"),
  fold("연령"), fold("성별"), fold("年龄"), fold("性别"),
]
