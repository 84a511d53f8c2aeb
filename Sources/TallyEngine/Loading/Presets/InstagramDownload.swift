import TallyPlan

extension Preset {
  /// Instagram, "Download your information", `past_instagram_insights/posts.json`: lifetime totals of each post.
  ///
  /// Posts have no id. The keys are in the language of the account: English, Spanish, Portuguese, German, French, Italian.
  static let instagramDownload = Preset(
    name: "Instagram download, posts",
    signature: ["string_map_data_timestamp"],
    oneOf: Set((views + saves + likes).map(value)),
    role: .videos,
    platform: "instagram",
    videoWord: "post",
    zone: "UTC",
    columns: [
      ("posted", ["string_map_data_timestamp"]),
      ("title", ["media_map_data_title"]),
      ("views", views.map(value)),
      ("reach", reach.map(value)),
      ("saves", saves.map(value)),
      ("likes", likes.map(value)),
      ("comments", comments.map(value)),
      ("shares", shares.map(value)),
      ("follows", follows.map(value)),
      ("profile_views", profileVisits.map(value)),
    ],
    idBehind: nil,
    dropped: ["string_map_data_href", "string_map_data_zero", "media_map_data_uri", "media_map_data_time"])

  private static func value(_ key: String) -> String { "string_map_data_\(key)_value" }

  private static let views = [
    "views", "plays", "impressions", "visualizaciones", "impresiones", "visualizacoes", "impressoes",
    "aufrufe",
    "impressionen", "vues", "visualizzazioni", "impression",
  ]
  private static let reach = [
    "accounts_reached", "cuentas_alcanzadas", "contas_alcancadas", "erreichte_konten", "comptes_touches",
    "account_raggiunti",
  ]
  private static let saves = [
    "saves", "guardados", "salvamentos", "gespeichert", "enregistrements", "salvataggi",
  ]
  private static let likes = [
    "likes", "me_gusta", "curtidas", "gostos", "gefallt_mir", "gefallt_mir_angaben", "j_aime",
    "mentions_j_aime", "mi_piace",
  ]
  private static let comments = [
    "comments", "comentarios", "kommentare", "commentaires", "commenti",
  ]
  private static let shares = [
    "shares", "compartidos", "compartilhamentos", "partilhas", "geteilt", "partages", "condivisioni",
  ]
  private static let follows = ["follows", "seguimientos"]
  private static let profileVisits = [
    "profile_visits", "visitas_al_perfil", "visitas_ao_perfil", "profilbesuche", "visites_du_profil",
    "visite_al_profilo",
  ]
}
