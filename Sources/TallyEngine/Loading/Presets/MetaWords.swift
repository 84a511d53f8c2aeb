/// The headers of Meta Business Suite in other languages of the interface.
enum MetaWords {
  /// Days, in lower case, by their plain names in English.
  static let days: [String: String] = [
    "datum": "date", "primär": "primary", "date": "date", "principal": "primary", "fecha": "date",
    "data": "date", "principale": "primary",
  ]

  /// Posts, in lower case, by their plain names in English.
  static let posts: [String: String] = [
    // German
    "beitrags-id": "post_id", "konto-id": "account_id", "konto-benutzername": "account_username",
    "kontoname": "account_name", "seiten-id": "page_id", "seitenname": "page_name", "titel": "title",
    "beschreibung": "description", "dauer (sek.)": "duration_sec",
    "veröffentlichungszeitpunkt": "publish_time", "beitragstyp": "post_type",
    "datenkommentar": "data_comment", "datum": "date", "aufrufe": "views", "reichweite": "reach",
    "impressionen": "impressions", "„gefällt mir“-angaben": "likes", "reaktionen": "reactions",
    "geteilte inhalte": "shares", "kommentare": "comments", "gespeicherte beiträge": "saves",
    // French
    "identifiant de la publication": "post_id", "identifiant du compte": "account_id",
    "nom d’utilisateur du compte": "account_username", "nom du compte": "account_name",
    "durée (s)": "duration_sec", "heure de publication": "publish_time", "type de publication": "post_type",
    "j’aime": "likes", "followers": "follows", "vues": "views", "couverture": "reach",
    "mentions j’aime": "likes", "partages": "shares",
    "commentaires": "comments", "enregistrements": "saves",
    // Spanish
    "identificador de la publicación": "post_id", "identificador de la cuenta": "account_id",
    "nombre de usuario de la cuenta": "account_username", "nombre de la cuenta": "account_name",
    "descripción": "description", "duración (segundos)": "duration_sec",
    "hora de publicación": "publish_time", "tipo de publicación": "post_type", "visualizaciones": "views",
    "alcance": "reach", "me gusta": "likes", "veces que se compartió": "shares", "comentarios": "comments",
    "veces que se guardó": "saves", "veces que se ha guardado": "saves",
    "veces que se ha compartido": "shares",
    "seguimientos": "follows",
    // Portuguese
    "identificação do post": "post_id", "identificação da conta": "account_id",
    "nome de usuário da conta": "account_username", "nome da conta": "account_name",
    "descrição": "description", "duração (segundos)": "duration_sec",
    "horário de publicação": "publish_time", "tipo de post": "post_type", "visualizações": "views",
    "curtidas": "likes", "compartilhamentos": "shares", "comentários": "comments", "salvamentos": "saves",
    "seguimentos": "follows",
  ]
}
