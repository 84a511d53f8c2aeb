/// Words about people in other scripts than the Latin one, by the English words that they stand for.
///
/// Stems are read where words have endings of their own, parts where there are no blanks between words.
enum ForeignRuns {
  /// What a run of letters stands for, in an order in which the rules know it; nil where it says nothing of people.
  static func meaning(of run: String) -> String? {
    let word = withoutArticle(run.lowercased())
    let found = entries.filter { $0.isIn(word) }.map(\.meaning)
    if found.first == "by user" { return "by user" }
    return found.isEmpty ? nil : found.joined(separator: " ")
  }

  /// Whether a run tells what people did, or asks for them.
  static func isAboutDeeds(_ run: String) -> Bool {
    let word = withoutArticle(run.lowercased())
    return entries.contains {
      ["notify", "who", "watched", "saved", "liked", "shared"].contains($0.meaning) && $0.isIn(word)
    }
  }

  struct Entry: Sendable {
    let meaning: String
    /// A run begins with one of these; one that ends in `.` is the whole run.
    let stems: [String]
    /// A run holds one of these.
    let parts: [String]

    init(_ meaning: String, stems: String, parts: String) {
      self.meaning = meaning
      self.stems = stems.split { $0 == " " || $0 == "\n" }.map(String.init)
      self.parts = parts.split { $0 == " " || $0 == "\n" }.map(String.init)
    }

    /// Letters are compared byte by byte, as an ending may join the last letter of a stem.
    func isIn(_ word: String) -> Bool {
      let bytes = Array(word.utf8)
      return stems.contains { stem in
        stem.utf8.last == UInt8(ascii: ".")
          ? bytes.elementsEqual(stem.utf8.dropLast()) : bytes.starts(with: stem.utf8)
      } || parts.contains { holds(bytes, Array($0.utf8)) }
    }

    private func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
      guard bytes.count >= part.count else { return false }
      return (0...(bytes.count - part.count)).contains { bytes[$0...].starts(with: part) }
    }
  }

  static let entries: [Entry] = [
    Entry(
      "by user", stems: "",
      parts: "ユーザー別 ユーザーごと アカウント別 フォロワー別 視聴者別 사용자별 유저별 계정별 시청자별 구독자별 팔로워별 按用户 按用戶 按粉丝 按账号 按观众 每个用户 每個用戶"),
    Entry(
      "how many", stems: "сколько скільки количеств кількіст числ πόσ αριθμ كم. عدد कितने. कितनी. संख्या",
      parts: "เท่าไหร่ กี่ จำนวน 何人 何件 数 數 몇 얼마 수는 多少 几个"),
    Entry(
      "notify",
      stems: "сообщи уведоми оповести повідом сповісти дай. ειδοποί أخبرني أخبريني نبهني أبلغني सूचित बताना. बता.",
      parts: "แจ้ง เตือนฉัน 通知 知らせて 教えて 알려 告诉我 告訴我 提醒我"),
    Entry(
      "my", stems: "мой. моя. мои. моих. моей. моего. моему. мій. моя. мої. моїх. моєї. मेरे. मेरी. मेरा. μου.",
      parts: ""),
    Entry(
      "viewer",
      stems: "зритель. зрителя. зрителю. подписчик. подписчика. глядач. глядача. підписник. підписника.",
      parts: ""),
    Entry(
      "journey", stems: "путь. историю. история. шлях. історія. історію. سجل رحلة यात्रा",
      parts: "履歴 歷史 历史 足迹 기록 ประวัติ"),
    Entry(
      "who",
      stems:
        "кто. кого. кому. кем. чей. чьи. хто. ким. чий. ποιος ποιοι ποια. ποιες ποιον कौन किसने किसका किसके किन مين. منهم",
      parts: "誰 谁 だれ どなた 누가 누구 ใคร 哪些人 哪个人 哪位"),
    Entry(
      "my friend",
      stems: """
        бывш экс. начальни шеф. босс. мама. мамы. маме. мать. отец. папа. муж. жена. подруг друг. сосед коллег парень. колишн мати. \
        батько. бос. дівчина. хлопець. сусід πρώην μάνα μητέρα μαμά πατέρας αφεντικό φίλος φίλη γείτονας أمي أبي أختي أخي صديق حبيب زوج. \
        زوجي زوجتي مدير خطيب طليق माँ मां पिता बॉस दोस्त पति पत्नी एक्स. भाई बहन पड़ोसी
        """,
      parts: """
        元カレ 元カノ 元彼 彼女が 彼氏が 前任 前男友 前女友 我老板 老闆 老板 上司 母が 父が 母は 妈妈 媽媽 爸爸 我妈 邻居 전남친 전여친 남친 여친 여자친구 \
        남자친구 엄마 아빠 사장 상사 แฟนเก่า แฟนฉัน แม่ พ่อ เจ้านาย หัวหน้า เพื่อน
        """),
    Entry(
      "email",
      stems:
        "почта. почты. почту. почтов имейл. имейлы мейл телефон емейл. пошт. пошта. τηλέφων τηλεφων بريد هاتف هواتف ईमेल फ़ोन फोन",
      parts: "อีเมล เบอร์โทร メールアドレス メアド 電話番号 이메일 전화번호 邮箱 郵箱 邮件地址 电话 電話號 手机号 微信号"),
    Entry(
      "age", stems: "возраст вік. віку ηλικί φύλο أعمار عمر. جنس उम्र लिंग", parts: "เพศ อายุ 年齢 性別 나이 성별 年龄 年齡 性别"
    ),
    Entry(
      "list",
      stems: "список списк имена. имен. имён. імена. імен. перелік ονόμα ονομα λίστα قائمة أسماء सूची लिस्ट नाम.",
      parts: "一覧 リスト 名前 목록 이름 명단 리스트 列表 名单 名單 名字 列出 名簿 รายชื่อ ชื่อ"),
    Entry(
      "user",
      stems:
        "пользовател юзер аккаунт користувач акаунт مستخدم حساب حسابات उपयोगकर्ता यूज़र यूजर खाता अकाउंट χρήστ χρηστ λογαριασμ",
      parts: "ユーザー アカウント 사용자 유저 계정 用户 用戶 账号 帳號 账户 帐号 ผู้ใช้ บัญชี"),
    Entry(
      "people",
      stems:
        "люди людей людям человек. человека. людин тех. тих. άνθρωπ αυτοί. αυτούς. أشخاص ناس. लोग वालों. वाले. औरतों महिला",
      parts: "した人 する人 人たち くれた人 사람 的人 者的 คนที่ ผู้ที่ 個人を"),
    Entry(
      "followers",
      stems: """
        подписчик подписант зрител фолловер підписник глядач фоловер متابع مشاهد مشترك फॉलोअर फ़ॉलोअर फॉलोवर दर्शक सब्सक्राइबर ακόλουθ \
        ακολουθ θεατ συνδρομητ
        """,
      parts: "フォロワー 視聴者 登録者 팔로워 구독자 시청자 粉丝 粉絲 观众 觀眾 关注者 關注者 订阅者 ผู้ติดตาม ผู้ชม"),
    Entry(
      "watched",
      stems:
        "смотр посмотр просмотрел видел увидит глян дивит дивив дивил подив перегляне переглянул бачил είδε. είδαν δει. βλέπ شاهد شاهدت يشاهد تشاهد رأى رأت देखा देखी देखे देखता देखती देख",
      parts: "ดูวิดีโอ ดูคลิป 見た 観た 見て 見たら 見まし 観まし 視聴した 봤 보면 시청했 看了 看过 看過"),
    Entry(
      "saved", stems: "сохран зберіг зберег зберіга αποθήκευσ αποθηκευσ حفظ सेव", parts: "เซฟ บันทึก 保存 저장 收藏"),
    Entry("liked", stems: "лайк вподоб сподоб άρεσ أعجب लाइक", parts: "ไลค์ ไลก์ ถูกใจ いいね 좋아요 点赞 點讚 赞了 讚了"),
    Entry(
      "shared",
      stems:
        "поделил поділив репост коммент комент подпис підпис μοιράστ μοιραστ σχολί يشارك شارك علق تعلق يعلق शेयर कमेंट",
      parts: "แชร์ คอมเมนต์ シェア コメント 공유 댓글 分享 转发 评论"),
  ]

  /// An Arabic word without the article and the small words that are written together with it.
  private static func withoutArticle(_ word: String) -> String {
    for article in ["وال", "بال", "لل", "ال"] where word.hasPrefix(article) && word.count > article.count + 2
    {
      return String(word.dropFirst(article.count))
    }
    return word
  }
}
