/// Words of plain speech that stand for ones of the vocabulary where a statement is none of the language.
enum LooseWords {
  /// By what they stand for.
  static let words: [(meaning: String, words: [String])] = [
    (
      "people",
      [
        "ppl", "ppls", "peeps", "folks", "folk", "humans", "strangers", "bots", "mutuals", "guests",
        "fanbase",
        "participants",
        "attendees", "everybodys", "lurkers", "persons", "spammers",
        "trolls",
        "stans",
      ]
    ),
    (
      "user",
      [
        "uname", "unames", "guid", "uuid", "household",
        "households",
        "recipient", "recipients", "sender", "senders", "cust", "indiv", "acc", "accs",
        "accnt",
        "head", "capita", "mutual", "guest", "stranger", "bot", "guy", "guys", "dude", "dudes", "vwr", "flwr",
        "flwrs",
        "login", "logins", "consumer", "consumers", "client", "clients", "identity", "identities",
        "participant", "somebodyelse", "sum1", "some1", "any1", "every1", "resu",
        "cust_id", "userbase", "superfans",
        "bosses", "usrnm", "fanz", "fannn", "fannns", "akkount", "akount",
        "simp", "simps", "creep", "creeps", "weirdo", "weirdos", "groupie", "groupies", "rando", "randos",
        "bloke", "blokes",
        "homie", "homies", "netizen", "netizens", "buddy", "buddies", "pal", "pals", "backer", "backers",
        "prospect",
        "prospects", "topfans", "pseudonyms", "cookie_id",
      ]
    ),
    (
      "women",
      [
        "journalists", "celebrities", "politicians", "influencers", "doctors", "chefs", "teachers",
        "athletes", "moms", "mums", "dads", "parents", "kids", "kid", "child", "children", "babies",
        "teenager",
        "students",
        "girl", "boy", "woman", "man", "guys", "ladies", "gentlemen", "grandmas", "grandpas", "adults",
        "minors",
        "underage", "elderly", "seniors", "millennials", "boomers", "genz", "widows", "married",
        "divorced",
        "gays", "lesbians", "muslims", "christians", "jews", "hindus", "immigrants", "foreigners", "locals",
        "americans", "germans", "austrians", "brits", "italians", "spaniards", "turks", "indians", "koreans",
        "mexicans", "brazilians", "canadians",
        "australians",
        "russians", "ukrainians", "poles", "indonesians", "arabs", "africans", "asians",
        "europeans",
        "latinos", "latinas",
      ]
    ),
    (
      "my friend",
      [
        "gf", "bf", "hubby", "wifey", "missus", "bestie", "besties", "bff", "sis", "bro", "fiance", "fiancee",
        "spouse",
        "stepmom", "stepdad", "stepmother", "stepfather", "grandma", "grandmother", "grandpa", "grandfather",
        "granny", "aunts", "uncles", "cousins",
        "nan", "aunt", "auntie", "uncle", "niece", "nephew", "daughter", "son", "inlaws", "inlaw", "flatmate",
        "housemate", "manager", "supervisor", "professor", "tutor", "therapist", "dentist", "doctor",
        "lawyer", "nanny",
        "babysitter", "tenant", "employee", "intern", "teammate", "sidechick", "situationship", "bae",
        "lover",
        "relative", "exgf", "exbf", "xgf", "exwife", "exhusband", "mommy", "mummy", "daddy", "mama", "papa",
        "exes", "classmates", "coworkers", "colleagues", "landlord", "neighbors", "neighbours", "relatives",
      ]
    ),
    (
      "gender",
      [
        "income", "religion", "religions", "race", "races", "orientation", "sexual_orientation", "sexuality",
        "marital_status", "zodiac", "zip", "occupation", "occupations",
        "profession", "employer", "salary", "wealth", "disability", "ethnic_group",
        "birthplace",
        "mother_tongue",
      ]
    ),
    ("addresses", ["addrs", "addr", "addys", "addies"]),
    ("country", ["ctry", "cntry", "cntr"]),
    ("export", ["exprot", "exportt", "exort", "epxort"]),
    ("dump", ["dmup", "dupm"]),
    ("phone", ["tel", "telno", "fone", "telefon", "cellphone", "landline"]),
    ("email", ["contacts", "mail", "mails", "emial", "emials", "emai", "inbox"]),
    ("who", ["whodunit", "whodunnit", "hwo", "whoo", "whooo", "woh", "whu", "wh0"]),
    ("list", ["lst", "l1st", "lisst", "liist", "lsit", "lits", "roster", "directory"]),
  ]

  static let meanings: [String: String] = Dictionary(
    words.flatMap { entry in entry.words.map { ($0, entry.meaning) } },
    uniquingKeysWith: { first, _ in first })

  /// Short forms that stand for one person and for nothing else.
  static let shortForms: Set<String> = [
    "uname", "unames", "ppl", "ppls", "peeps", "acc", "accs", "accnt", "cust", "indiv", "vwr", "flwr",
    "flwrs",
    "guid", "login",
    "logins", "mutual", "mutuals", "guest", "guests", "recipient", "recipients", "sender", "senders",
  ]

  /// Read as `who` in front of something done.
  static let whoTypos: Set<String> = [
    "wh", "wo", "whi", "hu", "hoo", "wgo", "whp", "wjo", "qho", "eho", "wbo", "vho", "wgi", "wno", "whoever",
    "which1",
  ]

  /// What somebody does who is spied on, asked about somebody: `has she been lurking`.
  static let slyDeeds: Set<String> = [
    "scrolling", "lurking", "stalking", "spying", "creeping", "checking", "snooping", "peeking", "browsing",
    "visiting",
    "looking", "rewatching", "obsessed", "stalked", "lurked", "spied", "visited", "checked", "blocked",
    "reported", "muted",
  ]

  /// Persons who were spoken of before.
  static let pronouns: Set<String> = [
    "they", "them", "their", "theirs", "he", "she", "him", "her", "his", "hers", "us",
  ]

  /// What one person does, said of it.
  static let presentDeeds: Set<String> = [
    "watches", "views", "sees", "saves", "likes", "comments", "shares", "follows", "unfollows", "reposts",
    "opens", "clicks",
  ]

  /// What belongs to persons who were spoken of before: `their instagram accounts`.
  static let owned: Set<String> = [
    "account", "accounts", "profile", "profiles", "handles", "usernames", "emails", "email", "phones",
    "phone", "addresses",
    "insta", "bio", "bios", "faces", "birthdays", "ids", "friends", "followers",
  ]

  /// Words in front of which a pronoun is a person, and no number or post.
  static let beforePronouns: Set<String> = [
    "by", "per", "did", "were", "are", "was", "is", "has", "have", "does", "do", "of", "from",
  ]

  /// Honest words that are near to one of the vocabulary.
  static let neighbours: Set<String> = [
    "birthday", "birthdays", "unfollows", "unsubscribes", "unfollowed", "subscribes", "subscribed",
    "used", "uses", "useful", "usage", "upper", "usual", "super", "newer", "fewer", "viewed", "viewing",
    "view", "views",
    "fans", "fun", "fund", "funds", "famous", "gain", "gains", "gained", "safer", "saved", "server", "severe",
    "silver",
    "liked", "likely",
    "alike", "author", "phase", "phrase", "phones", "iphone", "photo", "photos", "names", "named", "game",
    "games",
    "frame", "frames", "theme", "themes", "handled", "candle", "candles", "handy", "bundle", "human",
    "hummus", "water",
    "watches", "matcher", "sharper", "shaker", "gifted", "gifts", "donut", "voted", "votes", "buyers",
    "shoppe",
    "member", "remember", "september", "november", "december", "number", "numbers", "custom", "customs",
    "following",
    "followed", "subs", "sub", "subject", "account", "accounts", "amount", "amounts", "discount", "count",
    "counts",
    "email", "emails", "friday", "fries", "fried", "trend", "trends", "persona", "personal", "reviews",
    "review",
    "reviewed", "previews", "visitors", "visits", "listen", "listens", "supper", "support", "parson",
    "season", "seasons",
    "reason", "reasons", "lesson", "lessons", "shorter", "after", "other", "others", "later", "winter",
  ]
}
