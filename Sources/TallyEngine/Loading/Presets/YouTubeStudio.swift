/// What the exports of YouTube Studio have in common.
enum YouTubeStudio {
  static let lacks = [
    "saves": "YouTube Studio does not export saves; the Reporting API does, as videos added to playlists."
  ]

  /// What the columns of a list of videos are.
  static let videoColumns: [(name: String, headers: [String])] = [
    ("video", ["content"]),
    ("posted", ["video_publish_time"]),
    ("title", ["video_title"]),
    ("length", ["duration"]),
    ("comments", ["comments_added", "comments"]),
    ("follows", ["subscribers"]),
  ]

  /// Its headers in other languages of the interface, in lower case, by their plain names in English.
  static let columns: [String: String] = [
    // German
    "inhalte": "content", "videotitel": "video_title",
    "veröffentlichungszeitpunkt des videos": "video_publish_time", "dauer": "duration", "aufrufe": "views",
    "wiedergabezeit (stunden)": "watch_time_hours", "abonnenten": "subscribers",
    "impressionen": "impressions",
    "klickrate der impressionen (%)": "impressions_click_through_rate",
    "durchschnittliche wiedergabedauer": "average_view_duration",
    "durchschnittliche wiedergabedauer (%)": "average_percentage_viewed",
    "„mag ich“-bewertungen": "likes", "kommentare": "comments", "geteilte inhalte": "shares", "datum": "date",
    // French
    "contenu": "content", "titre de la vidéo": "video_title",
    "heure de publication de la vidéo": "video_publish_time", "durée": "duration", "vues": "views",
    "durée de visionnage (heures)": "watch_time_hours", "abonnés": "subscribers",
    "taux de clics par impression (%)": "impressions_click_through_rate",
    "durée moyenne de visionnage": "average_view_duration",
    "pourcentage moyen regardé (%)": "average_percentage_viewed", "j'aime": "likes",
    "commentaires ajoutés": "comments", "partages": "shares",
    // Spanish
    "contenido": "content", "título del vídeo": "video_title", "título del video": "video_title",
    "hora de publicación del vídeo": "video_publish_time",
    "hora de publicación del video": "video_publish_time",
    "duración": "duration", "visualizaciones": "views", "vistas": "views",
    "tiempo de visualización (horas)": "watch_time_hours", "suscriptores": "subscribers",
    "impresiones": "impressions", "duración media de las visualizaciones": "average_view_duration",
    "porcentaje medio visto (%)": "average_percentage_viewed", "me gusta": "likes",
    "comentarios añadidos": "comments", "veces compartido": "shares", "fecha": "date",
    // Portuguese
    "conteúdo": "content", "título do vídeo": "video_title",
    "horário de publicação do vídeo": "video_publish_time", "duração": "duration",
    "visualizações": "views", "tempo de exibição (horas)": "watch_time_hours", "inscritos": "subscribers",
    "impressões": "impressions", "duração média da visualização": "average_view_duration",
    "porcentagem visualizada média (%)": "average_percentage_viewed", "marcações \"gostei\"": "likes",
    "comentários adicionados": "comments", "hinzugefügte kommentare": "comments",
    "追加されたコメント": "comments", "コメントの追加回数": "comments", "compartilhamentos": "shares", "data": "date",
    // Italian
    "contenuti": "content", "titolo video": "video_title", "titolo del video": "video_title",
    "data e ora di pubblicazione del video": "video_publish_time", "durata": "duration",
    "visualizzazioni": "views", "tempo di visualizzazione (ore)": "watch_time_hours",
    "iscritti": "subscribers", "impressioni": "impressions",
    "durata di visualizzazione media": "average_view_duration",
    "percentuale visualizzata media (%)": "average_percentage_viewed", "mi piace": "likes",
    "condivisioni": "shares",
    // Dutch
    "videopublicatietijd": "video_publish_time", "duur": "duration", "weergaven": "views",
    "weergavetijd (uren)": "watch_time_hours", "abonnees": "subscribers", "vertoningen": "impressions",
    // Russian
    "контент": "content", "название видео": "video_title", "время публикации видео": "video_publish_time",
    "продолжительность": "duration", "просмотры": "views", "время просмотра (часы)": "watch_time_hours",
    "подписчики": "subscribers", "показы": "impressions", "дата": "date",
    // Japanese
    "コンテンツ": "content", "動画のタイトル": "video_title", "動画公開時刻": "video_publish_time", "長さ": "duration",
    "視聴回数": "views", "総再生時間（時間）": "watch_time_hours", "総再生時間 (時間)": "watch_time_hours",
    "チャンネル登録者": "subscribers", "インプレッション数": "impressions", "平均視聴時間": "average_view_duration",
    "高評価数": "likes", "高評価件数": "likes", "総再生時間（単位: 時間）": "watch_time_hours", "共有数": "shares", "日付": "date",
  ]
}
