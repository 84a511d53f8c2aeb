/// Words about people in languages with Latin letters that creators are likely to try, by the English words that they
/// stand for.
///
/// Letters are those of `foldedLetters`: without accents, in lower case. A question in another language is never a sentence
/// of Tally; these words only tell whether it is shown as a question about people. Other scripts are in `ForeignRuns`.
enum ForeignWords {
  /// By what they stand for; a word that two lists share is read from the first.
  static let words = people + deeds + asking

  static let meanings: [String: String] = Dictionary(
    words.flatMap { entry in entry.words.map { ($0, entry.meaning) } },
    uniquingKeysWith: { first, _ in first })

  /// What a word stands for: one of the list, or one that begins like those of a family; nil for every other.
  static func meaning(of word: String) -> String? {
    if let meaning = meanings[word] { return meaning }
    if let meaning = meaning(withoutEnding: word) { return meaning }
    // `Nutzerzahl`, `takipci sayisi`: a number in one word.
    guard word.utf8.count >= 5, !counted.contains(where: word.contains) else { return nil }
    return stems.first { entry in entry.stems.contains { word.hasPrefix($0) } }?.meaning
  }

  /// `katsooko`, `annemin`, `exfreund`: a word of the list with what a language puts before or behind it.
  private static func meaning(withoutEnding word: String) -> String? {
    if word.hasPrefix("ex"), meanings[String(word.dropFirst(2))] == "my friend" { return "my friend" }
    for ending in endings where word.hasSuffix(ending) && word.utf8.count - ending.utf8.count >= 4 {
      guard let meaning = meanings[String(word.dropLast(ending.count))] else { continue }
      if ["my friend", "watched", "liked", "saved", "shared", "names", "user", "followers", "women"].contains(
        meaning)
      {
        return meaning
      }
    }
    return nil
  }

  /// Endings of questions, owners and cases in Finnish, Turkish, Hungarian and Indonesian.
  private static let endings = [
    "ko", "ni", "nin", "nun", "in", "un", "im", "um", "ler", "lar", "lerin", "larin", "leri", "lari", "nak",
    "nek", "nya",
    "ku", "mi", "mu", "jat", "tko", "vatko",
  ]

  private static let counted = [
    "zahl", "wachstum", "zuwachs", "antal", "aantal", "sayi", "groei", "vekst", "tillvaxt", "maara",
  ]

  /// Beginnings of words that have endings of their own.
  private static let stems: [(meaning: String, stems: [String])] = [
    (
      "user",
      listed(
        """
        nutzer benutzer utilisat usuari utent utilizad gebruiker kullanici pengguna uzivatel uzytkownik anvandar bruker \
        bruger kayttaj felhasznal utilizator
        """)
    ),
    (
      "followers",
      listed(
        """
        abonnent seguidor zuschauer spectat espectad spettat kijker izleyici takipci sledujic obserwuj foljar seuraaj \
        katsoj koveto urmarit penonton pengikut abonati
        """)
    ),
    (
      "watched",
      listed(
        "assist regard guarda bekijk bekek kijk angeseh anseh anscha angescha zuscha zugesch izle obejrz oglada podiv shled megnez  vizion  tittar menonton mirar"
      )
    ),
    (
      "saved",
      listed(
        "guard salvar salvo enregistr sauvegard gespeich speicher opsla opgesl bewaar kaydet zapis zachow uloz sparad mentet elment tallen menyimp disimp"
      )
    ),
    (
      "liked",
      listed(
        "geliket geliked gelikt curti begen polub gillad tykka tykank kedvel lajkol menyukai disukai gustad")
    ),
    (
      "shared",
      listed(
        "partag compart condiv geteil gedeel paylas udostepn sdil delade megoszt comenta commenta komment yorum skoment coment"
      )
    ),
  ]

  /// Whether a word is of another language; one for a time or a place is one of several.
  static func speaks(_ word: String) -> Bool {
    meaning(of: word).map { !["week", "month", "day", "country"].contains($0) } ?? false
  }

  /// Whether a word is a time or a place by which creators count.
  static func isHarmlessGroup(_ word: String) -> Bool { meanings[word] != nil && !speaks(word) }

  /// Verbs that tell the Dutch `wie`, who, from the German one, how.
  static let afterDutchWho: Set<String> = [
    "heeft", "hebben", "keek", "keken", "bekeek", "kijkt", "kijken", "volgt", "volgen", "deelt", "deelde",
    "liket", "likete",
    "is", "zijn", "bekijkt", "bewaart", "bewaarde", "reageert",
  ]

  /// Whether a word is one about people wherever it stands: not one that asks, is short, or belongs to others.
  static func isAboutPeople(_ word: String) -> Bool {
    word.utf8.count >= 5
      && ["user", "people", "followers", "viewer", "phone", "email"].contains(meaning(of: word))
  }

  /// Whether a word tells what people did, or asks for them, in another language.
  static func isAboutDeeds(_ word: String) -> Bool {
    ["who", "saved", "liked", "watched", "shared", "did", "notify"].contains(meaning(of: word))
  }

  /// Small words that stand before a person: read only there.
  static let prepositions: [String: String] = [
    "nach": "by", "pro": "per", "par": "per", "por": "per", "de": "of", "des": "of", "der": "of",
    "die": "the", "dei": "of", "degli": "of", "dos": "of", "das": "of", "van": "of", "von": "of",
    "alle": "all",
    "aller": "all", "les": "the", "los": "the", "las": "the", "pa": "of", "di": "of", "del": "of", "da": "of",
    "av": "of", "af": "of", "per": "per", "ke": "of", "ki": "of", "ka": "of", "tous": "all", "todos": "all",
    "tutti": "all",
    "d": "of", "z": "of", "sur": "on", "uber": "about", "sobre": "about", "om": "about", "tentang": "about",
  ]

  static func listed(_ words: String) -> [String] {
    words.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
