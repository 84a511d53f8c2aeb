/// Words about people in languages that creators are likely to try, by the English word that they stand for.
///
/// Letters are those of `foldedLetters`: without accents, in lower case. A question in another language is never a sentence
/// of Tally; these words only tell whether it is shown as a question about people.
enum ForeignWords {
  static let words: [(meaning: String, words: [String])] = [
    (
      "who",
      [
        "wer", "wem", "wen", "wessen", "qui", "quien", "quienes", "quem", "chi", "wie", "kim", "kimler",
        "kimin", "ai",
        "siapa", "kto", "kdo", "vem", "hvem", "kuka", "kisne", "kaun", "pwy", "kush", "cine", "ki", "sino",
        "kisna",
        "кто", "кому", "кого", "хто", "ποιος", "ποιοι",
      ]
    ),
    (
      "user",
      [
        "nutzer", "benutzer", "nutzerin", "benutzername", "nutzername", "benutzernamen", "anwender",
        "utilisateur",
        "utilisateurs", "usuario", "usuarios", "usuaria", "usuarias", "utente", "utenti", "utilizador",
        "utilizadores",
        "gebruiker", "gebruikers", "gebruikersnaam", "kullanici", "kullanicilar", "kullanıcı", "kullanıcılar",
        "pengguna",
        "nguoi_dung", "uzivatel", "uzytkownik", "uzytkownicy", "användare", "anvandare", "bruker", "brugere",
        "usager",
        "utilizator", "konto", "konten", "compte", "comptes", "cuenta", "cuentas", "conta", "contas", "hesap",
        "akun",
        "internaute", "internautes", "persona_id", "пользователь", "пользователи", "пользователей", "аккаунт",
      ]
    ),
    (
      "people",
      [
        "leute", "menschen", "personnes", "personne", "gens", "personas", "gente", "pessoas", "pessoa",
        "persone", "mensen",
        "kisiler", "insanlar", "orang", "nguoi", "ludzie", "люди", "людей",
      ]
    ),
    (
      "followers",
      [
        "abonnent", "abonnenten", "abonne", "abonnes", "abonnees", "seguidor", "seguidores", "seguidora",
        "seguidoras",
        "follower_innen", "seguace", "seguaci", "iscritti", "iscritto", "volger", "volgers", "takipci",
        "takipciler",
        "takipcilerim", "takipcilerimin", "pengikut", "obserwujacy", "obserwujacych", "foljare", "seguitori",
        "anhanger",
        "zuschauer", "zuschauerin", "spectateur", "spectateurs", "espectador", "espectadores", "spettatore",
        "spettatori",
        "kijker", "kijkers", "izleyici", "izleyiciler", "penonton", "подписчик", "подписчики", "подписчиков",
        "зритель",
        "зрители", "зрителей",
      ]
    ),
    (
      "names",
      [
        "namen", "noms", "nom", "nombres", "nombre", "nomes", "nome", "nomi", "isimler", "adlari", "isimleri",
        "nama", "ten",
        "imiona", "имена", "имя",
      ]
    ),
    (
      "list",
      ["liste", "lista", "lijst", "elenco", "daftar", "listesi", "danh_sach", "список", "spisok", "seznam"]
    ),
    (
      "my",
      [
        "meine", "meiner", "meinem", "meinen", "mein", "mes", "mon", "ma", "mis", "mi", "meus", "minhas",
        "meu", "miei", "mio", "mijn", "saya", "benim",
      ]
    ),
    (
      "which",
      [
        "welche", "welcher", "welches", "quels", "quelles", "quel", "quelle", "que", "quais", "quali",
        "welke", "hangi", "какие", "какой",
      ]
    ),
    (
      "saved",
      [
        "gespeichert", "sauvegarde", "enregistre", "guardo", "guardaron", "guardado", "salvou", "salvaram",
        "salvato",
        "salvata", "opgeslagen", "kaydetti", "luu", "menyimpan", "zapisal", "zapisali", "сохранил",
        "сохранили",
      ]
    ),
    (
      "liked",
      [
        "gefallt", "gefallen", "geliked", "geliket", "aime", "aimee", "gusto", "gustaron", "curtiu",
        "curtiram", "begendi",
        "thich", "suka", "menyukai", "polubil", "лайкнул", "лайкнули",
      ]
    ),
    (
      "watched",
      [
        "gesehen", "angesehen", "regarde", "vu", "vue", "visto", "vio", "viu", "vieron", "assistiu", "kijkt",
        "kijkte", "izledimi", "bakti",
        "смотрела", "смотрел", "видел", "видела", "guardato", "bekeken",
        "izledi", "menonton", "geschaut",
      ]
    ),
    (
      "shared",
      ["geteilt", "partage", "compartio", "compartieron", "compartilhou", "condiviso", "gedeeld", "paylasti"]
    ),
    ("age", ["alter", "edad", "idade", "eta", "leeftijd", "yas", "umur"]),
    ("phone", ["telefono", "telefone", "telephone", "telefoonnummer", "telefonnummer"]),
    ("email", ["correo", "correos", "courriel", "courriels", "posta", "eposta"]),
    ("did", ["hat", "haben", "heeft", "hebben", "apakah"]),
    (
      "my friend",
      [
        "jefe", "jefa", "capo", "patron", "baas", "chefin", "boss", "chefe", "patronum", "mantan", "exfreund",
        "exfreundin",
        "sevgilim", "madre", "padre", "mutter", "vater", "mere", "pere", "freundin", "freund", "novia",
        "novio", "namorada",
        "namorado", "ragazza", "fidanzato", "copine", "copain", "vriendin", "vriend", "kollege", "kollegin",
        "nachbar",
        "nachbarin", "vecino", "vecina", "vizinho", "vicino", "voisin", "voisine", "начальник", "бывшая",
        "бывший",
      ]
    ),
  ]

  static let meanings: [String: String] = Dictionary(
    words.flatMap { entry in entry.words.map { ($0, entry.meaning) } },
    uniquingKeysWith: { first, _ in first })

  /// Whether a word is one about people wherever it stands: not one that asks, is short, or belongs to others.
  static func isAboutPeople(_ word: String) -> Bool {
    word.utf8.count >= 5 && ["user", "people", "followers", "phone", "email"].contains(meanings[word])
  }

  /// Small words that stand before a person: read only there.
  static let prepositions: [String: String] = [
    "nach": "by", "pro": "per", "par": "per", "por": "per", "de": "of", "des": "of", "der": "of",
    "die": "the", "dei": "of",
    "degli": "of", "dos": "of", "das": "of", "van": "of", "von": "of", "alle": "all", "les": "the",
    "los": "the",
    "las": "the", "pa": "of", "di": "of", "del": "of", "da": "of",
  ]

  /// Parts of runs in letters that have no blanks between words, or endings of their own.
  private static let parts: [(meaning: String, parts: [String])] = [
    ("who", ["誰", "谁", "だれ", "누가", "누구", "किसने", "कौन", "ποιος", "مين", "من الذي", "кто"]),
    (
      "user",
      [
        "ユーザー", "アカウント", "사용자", "유저", "계정", "用户", "用戶", "账号", "帳號", "пользовател", "مستخدم", "उपयोगकर्ता",
        "यूज़र", "người dùng", "người", "ผู้ใช้", "kullanıcı",
      ]
    ),
    (
      "followers",
      [
        "フォロワー", "視聴者", "팔로워", "구독자", "시청자", "粉丝", "粉絲", "观众", "подписчик", "зрител", "متابع", "फॉलोअर",
        "ผู้ติดตาม",
      ]
    ),
    ("people", ["した人", "저장한사람", "사람", "的人", "люд"]),
    (
      "who",
      ["元カレ", "元カノ", "彼女が", "彼氏が", "前任", "我老板", "上司が", "전남친", "전여친", "माँ ने", "бывшая", "бывший", "начальник"]
    ),
  ]

  /// Parts that ask for a list of them, for names or for what they are.
  private static let asking: [String] = [
    "一覧", "リスト", "名前", "年齢", "목록", "이름", "나이", "列表", "名单", "名字", "年龄",
    "список", "имена", "قائمة", "सूची", "नाम", "أسماء", "имен", "имён", "danh sách", "takipçi listesi",
  ]

  /// What a run of other letters stands for; nil where it says nothing of people.
  static func meaning(ofRun run: String) -> String? {
    let run = run.lowercased()
    guard let found = parts.first(where: { $0.parts.contains { run.contains($0) } }) else {
      return asking.contains(run) ? "list" : nil
    }
    let isAsking = asking.contains { run.contains($0) } || found.meaning == "people"
    return isAsking ? "list \(found.meaning)" : found.meaning
  }
}
