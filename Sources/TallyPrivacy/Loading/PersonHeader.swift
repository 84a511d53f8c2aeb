/// What a header of a file says about people, before any value is read.
///
/// Whole headers are compared, folded; `persona`, `fandom` or `user_generated` say nothing here.
package enum PersonHeader: Sendable, Hashable {
  /// Tells one person from another: username, author, member, uid. In a creator's own export it may be the creator.
  case name
  /// Reaches a person or a device, e-mail, phone, IP address, or is a person around a video: guest, winner, client.
  case contact
  /// Words written by other people: comment text, messages, replies.
  case textByOthers
  /// None of these.
  case none

  /// Reads a header as the file writes it: `User Name`, `ownerUsername`, or a path such as `owner.bio`.
  ///
  /// Of a path, what stands in an object about a person is about that person.
  ///
  /// - Complexity: O(length).
  package init(_ header: String) {
    let apart = wordsApart(header)
    self = PersonHeader(whole: header)
    if self == .none, apart != header { self = PersonHeader(whole: apart) }
    guard self == .none, header.contains(".") else { return }
    let keys = header.split(separator: ".").map { wordsApart(String($0)) }
    for key in keys.dropLast() where self == .none {
      self = PersonHeader(whole: key)
      if self == .none, PersonHeader.says(fold(key)),
        ["text", "body", "content"].contains(keys.last.map(fold))
      {
        self = .textByOthers
      }
    }
  }

  /// A header about people as it may be shown: in Tally's own word for it; nil where it may be a name itself.
  package static func shown(_ header: String) -> String? {
    let folded = fold(header)
    let words = folded.split(separator: "_").map(String.init)
    let isKnown =
      [nameHeaders, contactHeaders, companionHeaders, textHeaders].contains { $0.contains(folded) }
      || (!words.isEmpty
        && words.allSatisfy { headerHolders.contains($0) || headerTellers.contains($0) || $0 == "authormeta" })
    return isKnown ? folded : nil
  }

  /// Whether a key heads what others wrote: `latest_comment`.
  private static func says(_ key: String) -> Bool {
    ["comment", "reply", "message", "review"].contains(key.split(separator: "_").last)
  }

  private init(whole header: String) {
    let folded = fold(header)
    let words = folded.split(separator: "_").map(String.init)
    let together = words.joined()
    if contactHeaders.contains(folded) || contactHeaders.contains(together)
      || companionHeaders.contains(folded) || companionHeaders.contains(together)
    {
      self = .contact
    } else if textHeaders.contains(folded) || textHeaders.contains(together) {
      self = .textByOthers
    } else if nameHeaders.contains(folded) || nameHeaders.contains(together) || PersonHeader.names(words) {
      self = PersonHeader.reaches(words) ? .contact : .name
    } else {
      self = .none
    }
  }

  /// A holder and something that tells holders apart, `follower_id`, or a path such as `authorMeta.name`.
  private static func names(_ words: [String]) -> Bool {
    guard words.count >= 2, let first = words.first, let last = words.last else { return false }
    if ["authormeta", "author", "commenter", "sender"].contains(first) { return true }
    if headerTellers.contains(last), words.dropLast().contains(where: headerHolders.contains) { return true }
    return (first == "link" || first == "url") && ["profile", "channel", "user", "account"].contains(last)
  }

  private static func reaches(_ words: [String]) -> Bool { words.contains(where: contactHeaders.contains) }
}

/// A header with a blank before each capital letter that follows a small one: `ownerUsername` as `owner Username`.
func wordsApart(_ header: String) -> String {
  var apart = String.UnicodeScalarView()
  var wasSmall = false
  for scalar in header.unicodeScalars {
    if wasSmall, "A"..."Z" ~= scalar { apart.append(" ") }
    apart.append(scalar)
    wasSmall = "a"..."z" ~= scalar || "0"..."9" ~= scalar
  }
  return String(apart)
}

/// Who a header may be about, folded.
let headerHolders: Set<String> = [
  "user", "viewer", "follower", "subscriber", "account", "fan", "member", "customer", "commenter", "liker",
  "saver",
  "sharer", "gifter", "author", "person", "profile", "visitor", "sender", "recipient", "friend", "buyer",
  "donor",
  "supporter", "reviewer", "owner", "creator", "channel", "page", "poster", "patron", "musicauthor",
]

/// What tells one holder from another, folded.
let headerTellers: Set<String> = [
  "id", "ids", "uid", "uuid", "guid", "name", "names", "url", "link", "handle", "hash", "token", "username",
  "nickname",
  "avatar", "email", "mail", "phone", "ip", "address", "birthday", "birthdate", "pic", "picture", "title",
]

/// Headers that tell one person from another, folded or written together, in the languages that exports come in.
let nameHeaders: Set<String> = [
  // English, and the names that interfaces use.
  "user", "users", "username", "user_name", "usernames", "userid", "user_id", "uid", "sec_uid", "secuid",
  "open_id",
  "openid", "union_id", "unique_id", "uniqueid", "nickname", "nick", "screen_name", "display_name", "handle",
  "author",
  "authors", "author_name", "author_id", "authordisplayname", "authorchannelid", "author_channel_id",
  "commenter",
  "member", "member_name", "person", "name", "full_name", "first_name", "last_name", "surname", "given_name",
  "family_name", "real_name", "subscriber", "follower", "fan", "viewer", "saver", "liker", "sharer", "gifter",
  "saved_by", "liked_by", "shared_by", "commented_by", "viewed_by", "followed_by", "posted_by", "created_by",
  "account",
  "account_id", "account_name", "account_username", "channel_id", "channel_name", "channel_title", "page_id",
  "page_name", "owner", "creator", "profile", "profile_url", "profile_link", "link_to_profile", "avatar",
  "owner_id",
  "owner_username", "musicmeta_musicauthor", "from", "from_user", "customer", "donor", "patron", "supporter",
  // German
  "benutzer", "benutzername", "nutzer", "nutzername", "nutzerin", "mitglied", "kontoname", "konto", "vorname",
  "nachname", "anzeigename", "verfasser", "autor",
  // French
  "utilisateur", "nom_d_utilisateur", "nomdutilisateur", "pseudo", "pseudonyme", "abonne", "prenom", "nom",
  "membre",
  "auteur", "compte", "nom_du_compte",
  // Spanish, Portuguese, Italian
  "usuario", "nombre_de_usuario", "nombre", "apellido", "apellidos", "seguidor", "miembro", "cuenta",
  "nome_de_usuario",
  "nome_do_usuario", "nome_de_utilizador", "utilizador", "nome", "sobrenome", "apelido", "membro", "conta",
  "utente",
  "nome_utente", "cognome", "seguace", "autore", "iscritto",
  // Dutch, Polish, Turkish, Indonesian, Vietnamese
  "gebruiker", "gebruikersnaam", "voornaam", "achternaam", "volger", "uzytkownik", "nazwa_uzytkownika",
  "imie",
  "nazwisko", "obserwujacy", "kullanici", "kullanici_adi", "kullaniciadi", "takipci", "isim", "soyad",
  "pengguna",
  "nama_pengguna", "nama", "pengikut", "nguoi_dung", "ten_nguoi_dung", "nguoi_theo_doi",
  // Russian, Greek, Arabic, Hindi, Japanese, Korean, Chinese, in their own letters
  fold("пользователь"), fold("имя пользователя"), fold("имя"), fold("фамилия"), fold("подписчик"),
  fold("автор"),
  fold("никнейм"), fold("χρήστης"), fold("όνομα χρήστη"), fold("όνομα"), fold("المستخدم"),
  fold("اسم المستخدم"),
  fold("उपयोगकर्ता"), fold("ユーザー"), fold("ユーザー名"), fold("ユーザーID"), fold("名前"), fold("氏名"),
  fold("ニックネーム"), fold("フォロワー名"), fold("投稿者"), fold("사용자"), fold("사용자 이름"), fold("이름"), fold("닉네임"),
  fold("用户"), fold("用户名"), fold("用户ID"), fold("昵称"), fold("姓名"), fold("作者"), fold("粉丝昵称"), fold("使用者名稱"),
]

/// Headers that reach a person or a device, folded or written together.
let contactHeaders: Set<String> = [
  "email", "emails", "e_mail", "mail", "email_address", "emailaddress", "phone", "phone_number",
  "phonenumber",
  "telephone", "mobile", "mobile_number", "whatsapp", "ip", "ip_address", "ipaddress", "ip_addr", "device_id",
  "deviceid", "deviceidentifier", "mac_address", "idfa", "idfv", "gaid", "aaid", "imei", "imsi", "udid",
  "msisdn",
  "advertising_id", "user_agent", "useragent", "address", "home_address", "street", "street_address",
  "postal_address",
  "birthday", "birthdate", "date_of_birth", "cookie_id", "session_id", "latitude", "longitude", "gps",
  "telefon", "telefonnummer", "handynummer", "adresse", "strasse", "geburtsdatum", "courriel", "correo",
  "correo_electronico", "telefono", "direccion", "telephone_portable", "indirizzo", "endereco", "telefone",
  "eposta",
  "e_posta", "adres", "telefoonnummer", "alamat", "numer_telefonu",
  fold("электронная почта"), fold("почта"), fold("телефон"), fold("адрес"), fold("メール"), fold("メールアドレス"),
  fold("電話番号"), fold("住所"), fold("이메일"), fold("전화번호"), fold("邮箱"), fold("电话"), fold("手机号"), fold("地址"),
]

/// Headers of people around a video or behind a row, folded or written together; set aside, whatever they hold.
let companionHeaders: Set<String> = [
  "guest", "guests", "winner", "winners", "moderator", "moderators", "collaborator", "collaborators",
  "collab_with",
  "collab_partner", "tagged", "tagged_people", "tagged_users", "tagged_accounts", "mentions", "mentioned",
  "mentioned_users", "duet_by", "duet_with", "stitch_by", "stitch_with", "shoutout", "shoutout_to",
  "thanks_to",
  "dedicated_to", "requested_by", "suggested_by", "who_asked", "asker", "asked_by", "invited_by",
  "referred_by",
  "sent_by", "sent_to", "recipient", "client", "clients", "student", "students", "buyer", "buyers", "friend",
  "friends", "patient", "backer", "backers", "top_fan", "top_fans", "biggest_fan", "participant",
  "participants",
  "respondent", "attendee", "attendees", "vip", "player", "gamertag", "gamer_tag", "login", "contact",
  "contact_person", "lead", "alias", "artist_name", "influencer", "creator_name", "ambassador", "pseudonym",
  "us3r", "usr", "us3rname", "f0llower",
  // German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Vietnamese, Swedish, Czech
  "abonnent", "abonnentin", "abonnenten", "zuschauer", "zuschauerin", "zuseher", "zuseherin", "fan_der_woche",
  "kommentator", "kaufer", "kauferin", "gewinner", "gewinnerin", "spender", "spenderin", "gast", "kunde",
  "kundin",
  "spectateur", "spectatrice", "acheteur", "acheteuse", "gagnant", "gagnante", "donateur", "donatrice",
  "invite",
  "espectador", "espectadora", "aficionado", "comprador", "ganador", "ganadora", "donante", "invitado",
  "vencedor", "doador", "convidado", "spettatore", "tifoso", "acquirente", "vincitore", "vincitrice",
  "donatore",
  "ospite", "kijker", "winnaar", "koper", "widz", "zwyciezca", "kupujacy", "darczynca", "izleyici", "hayran",
  "kazanan", "alici", "khan_gia", "nguoi_xem", "anvandarnamn", "kommentarer", "tittare", "uzivatelske_jmeno",
  "uzivatel", "divak", "vitez",
  // In their own letters
  fold("зритель"), fold("победитель"), fold("покупатель"), fold("гость"), fold("متابع"), fold("مشاهد"),
  fold("フォロワー"), fold("ファン"), fold("視聴者"), fold("팔로워"), fold("시청자"), fold("粉丝"), fold("观众"),
  fold("प्रयोक्ता"), fold("उपयोगकर्ता नाम"), fold("ชื่อผู้ใช้"), fold("שם משתמש"), fold("θεατής"),
]

/// Headers of words that other people wrote, folded or written together.
let textHeaders: Set<String> = [
  "comment", "reply", "reply_to", "replied_to", "quote", "quoted_text", "opmerking", "komentarz", "yorum",
  "binh_luan", "komentar", fold("تعليق"), fold("коммент"),
  "comment_text", "commenttext", "comment_body", "textdisplay", "textoriginal", "text_display",
  "text_original",
  "reply_text", "message", "messages", "message_text", "dm", "direct_message", "chat", "chat_message",
  "review",
  "review_text", "feedback", "question_text", "answer_text", "top_comment", "kommentar", "kommentartext",
  "nachricht",
  "commentaire", "comentario", "commento", "mensaje", "mensagem", "messaggio", fold("комментарий"),
  fold("сообщение"),
  fold("コメント"), fold("댓글"), fold("评论"),
]
