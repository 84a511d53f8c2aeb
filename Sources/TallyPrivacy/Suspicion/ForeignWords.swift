/// Words about people in languages with Latin letters that creators are likely to try, by the English words that they
/// stand for.
///
/// Letters are those of `foldedLetters`: without accents, in lower case. A question in another language is never a sentence
/// of Tally; these words only tell whether it is shown as a question about people. Other scripts are in `ForeignRuns`.
enum ForeignWords {
  /// By what they stand for; a meaning that two lists share is read from the first.
  static let words: [(meaning: String, words: [String])] = [
    (
      "how many",
      listed(
        """
        wieviel wieviele combien cuantos cuantas quantos quantas quanti quante hoeveel kac ile berapa hany kolik cate cati nhieu sayisi
        """)
    ),
    (
      "who",
      listed(
        """
        wer wem wen wessen qui quien quienes quem chi kim kimler kimin kime ai siapa siapakah kto kdo koho vem vems hvem \
        hvis kuka ketka kenen kisne kaun kiska pwy kush cine cui ki kik sino kisna kteri ktere ktorzy jemand irgendjemand quelqu quelqun alguien \
        alguem qualcuno iemand birisi seseorang ktos nekdo nagon noen nogen joku cineva valaki
        """)
    ),
    (
      "user",
      listed(
        """
        nutzer benutzer nutzerin nutzern nutzers benutzername nutzername benutzernamen anwender utilisateur utilisateurs \
        utilisatrice utilisatrices usuario usuarios usuaria usuarias utente utenti utilizador utilizadores gebruiker \
        gebruikers gebruikersnaam gebruikersnamen kullanici kullanicilar kullaniciya kullanicinin pengguna nguoi_dung khoan \
        uzivatel uzivatele uzivatelu uzytkownik uzytkownicy uzytkownika uzytkownikow anvandare anvandarnamn bruker brukere \
        brukernavn bruger brugere brugernavn kayttaja kayttajat kayttajan kayttajanimi felhasznalo felhasznalok utilizator \
        utilizatori utilizatorii usager konto konten konta kont kontot kontoen kontoer compte comptes cuenta cuentas conta \
        contas hesap hesabi hesaplar akun akunnya fiok cont conturi tili internaute internautes persona_id upyogkarta
        """)
    ),
    (
      "people",
      listed(
        """
        leute menschen personnes personne gens personas gente ceux celles iedereen jedermann wszyscy wszystkich vsichni mindenki herkes herkesi lidi kisilerin quelli coloro degenen cei celor tych aquellos aquellas niiden azok pessoas pessoa persone mensen kisi kisiler kisileri insanlar \
        orang nguoi ludzie ludzi osoby osob osoba osobu osobe folk personer ihmiset ihmisia emberek oameni persoane logon \
           \
          
        """)
    ),
    (
      "women",
      listed(
        """
        ladkiyon ladki ladke auraton         frauen manner maedchen madchen jungs mujeres hombres chicas chicos femmes hommes mulheres homens uomini vrouwen \
        mannen kadinlar erkekler kobiety mezczyzni kvinnor kvinder naiset wanita zeny nok ferfiak femei barbati
        """)
    ),
    (
      "viewer",
      listed(
        """
        spectateur spectatrice espectador espectadora spettatore spettatrice seguidor seguidora seguace iscritto abonne \
        volger kijker katsojan seuraaj kommentoijan odbiorca odberatel sledujiciho widza foljaren folgeren
        """)
    ),
    (
      "followers",
      listed(
        """
        abonnent abonnenten abonnentin  abonnes abonnees  seguidores  seguidoras follower_innen \
         seguaci iscritti   volgers takipci takipciler takipcilerim takipcilerimi takipcilerimin \
        takipcilerin takip_edenler pengikut pengikutku obserwujacy obserwujacych sledujici sledujicich foljare foljarna \
        folger folgere folgerne folgende seuraaja seuraajat seuraajien seuraajani koveto kovetok kovetoim kovetoimet urmaritor \
        urmaritori urmaritorii urmaritorilor abonati abonatii abonatilor seguitori anhanger zuschauer zuschauerin zuschauern \
        zuschauers  spectateurs   espectadores   spettatori  \
         kijkers izleyici izleyiciler izleyicilerim izleyicinin penonton widz widzowie widzow divak divaci divaku \
        tittare tittarna seere seer seerne katsoja katsojat  katsojien nezo nezok nezoim  spectatori \
        spectatorilor  odbiorcy  odberatele
        """)
    ),
    (
      "names",
      listed(
        """
        namen noms nombres nomes nome nomi isim isimler isimleri adlari nama nama_nama ten imiona imie jmena jmeno navne namnen navnene navnet \
        namn nimet nimi nevek nevei neve nume numele naam
        """)
    ),
    (
      "list",
      listed(
        """
        liste lista listar listez elenco daftar listesi listele listeyi danh_sach sach spisok seznam lijst liste luettelo listaa \
        listeaza lister auflisten zeige zeig zeichne muestra muestrame montre montrez mostra mostre mostrar goster gosterin \
        pokaz ukaz visa vis nayta mutasd arata tunjukkan tampilkan toon dikhao batao gib donne donnez dame dammi exporter \
        exportiere exporta esporta
        """)
    ),
    (
      "my",
      listed(
        """
        meine meiner meinem meinen mein meines mes mon ma mis mi meus minhas meu minha miei mio mia mie mijn saya benim \
        moich moj moja moje moji mina mitt mine min mit omat mera meri ku toi
        """)
    ),
    (
      "which",
      listed(
        """
        welche welcher welches welchen quels quelles quel quelle que quais qual cual cuales quali quale welke hangi ktore \
        ktory ktora ktere ktery vilka vilket vilken hvilke hvilken mika mitka melyik care kaunsa kaunse mana nao
        """)
    ),
    (
      "saved",
      listed(
        """
        gespeichert speichert speicherte speichern sauvegarde sauvegardent enregistre enregistrent guardo guardaron guardado \
        guarda guardan guardou salvou salvaram salva salvam salvato salvata salvano opgeslagen kaydetti kaydeden kaydedenler \
        kaydedenlerin luu menyimpan disimpan zapisal zapisala zapisali zapisuje ulozil ulozila ulozili sparat sparade \
        sparar lagret gemte gemt tallensi tallentaa tallentanut mentette elmentette salvat save_kiya
        """)
    ),
    (
      "liked",
      listed(
        """
        gefallt gefallen geliked geliket likt likte aime aimee aiment gusto gustaron gusta curtiu curtiram curte piaciuto \
        piace messo_like begendi begenen begenenler begenenlerin thich suka menyukai disukai polubil polubila polubili lubi \
        gillade gillat gillar likte likede likte tykkasi tykkaa kedvelte lajkolta apreciat
        """)
    ),
    (
      "watched",
      listed(
        """
        gesehen angesehen angeschaut anschaut schaut sieht guckt geguckt regarde regardent vu vue visto vista vio viu vieron \
        assistiu assiste assistiram mira miro miraron guarda guardato bekeken kijkt kijkte gekeken izledi izliyor izlerse \
        izledimi bakti menonton nonton ditonton geschaut obejrzal obejrzala obejrzy ogladal ogladala oglada videl videla \
        shledl sett sedd tittar tittat tittade ser saa katsoi katsonut katsoo katsoiko nezte latta vazut vizionat dekha dekhi \
        dekhta xem lihat melihat
        """)
    ),
    (
      "shared",
      listed(
        """
        geteilt teilt partage partagent compartio compartieron comparte compartilhou compartilha condiviso condivide gedeeld \
        deelt paylasti paylasan chia_se membagikan udostepnil udostepnila sdilel sdilela delade delar delte deler jakoi \
        megosztotta distribuit kommentiert kommentierte commente comento comentou commentato commento yorum skomentowal \
        kommenterade kommenterte folgt gefolgt entfolgt suit sigue siguio segue seguiu volgt takip mengikuti luan komentar
        """)
    ),
    (
      "notify",
      listed(
        """
        benachrichtige benachrichtigen bescheid previens prevenez avertis alerte avisame avisa avise avisem notificame \
        notifique avvisami waarschuw haber bildir beritahu kabari tahu bao weten batana bata powiadom znac upozorni meddela besked beskjed varsle \
        ilmoita ertesits szolj anunta
        """)
    ),
    (
      "when",
      listed(
        "wenn sobald quand lorsque cuando quando wanneer zaman kapan kalau jika gdy kiedy az kdyz nar kun amikor ha cand jab"
      )
    ),
    (
      "age",
      listed(
        "alter edad edades idade idades eta leeftijd yas yasi umur usia wiek wieku vek alder ika iat eletkor varsta annees umr geschlecht genre genero sesso geslacht cinsiyet plec pohlavi kon sukupuoli nem"
      )
    ),
    (
      "phone",
      listed(
        "nomor telefono telefonos telefone telefones telephone telefoonnummer telefoonnummers telefonnummer telefonnummern telefon telefonu telefonszam puhelinnumero handynummer handynummern numero_de"
      )
    ),
    (
      "email",
      listed(
        """
        correo correos courriel courriels posta eposta epostalar epost e_mailadressen mailadresse mailadressen emailadressen \
        emailadresse sahkoposti sahkopostit sahkopostiosoitteet indirizzi adressen adresses direcciones enderecos adresy \
        alamat
        """)
    ),
    (
      "week",
      listed(
        "woche wochen semaine semaines semana semanas settimana settimane wochenweise hafta haftalik minggu tydzien tygodniu tygodniach tyden tydnu vecka vecko uke uker uge uger viikko viikossa het hetente saptamana saptamani tuan hafte"
      )
    ),
    (
      "month",
      listed(
        "monat monate mois mes meses mese mesi maand maanden ay aylik bulan miesiac miesiacu mesic mesicu manad maned maneder maneden kuukausi honap luna thang mahine mahina"
      )
    ),
    (
      "day",
      listed(
        "tag tage jour jours dia dias giorno giorni dag dagen gun gunluk hari dzien dni den dnu paiva nap zi zile ngay din"
      )
    ),
    (
      "country",
      listed(
        "land landern lander pays pais paises paese paesi landen ulke ulkeler ulkelere negara kraj kraju krajow zeme zemi maa maittain orszag tara tari desh"
      )
    ),
    ("raw rows", listed("rohdaten")),
    ("raw", listed("brutos brutas brutes bruts grezzi grezze ruwe surowe rohe ham mentah")),
    ("data", listed("dados datos donnees dati gegevens dane veri")),
    (
      "journey",
      listed(
        "parcours recorrido percurso percorso verlauf historique historial historico historia trajet riwayat lich_su gecmisi gecmis historii"
      )
    ),
    ("did", listed("hat haben apakah czy onko har zda")),
    (
      "my friend",
      listed(
        """
        jefe jefa capo patron baas chefin boss chefe patronum mantan mantanku exfreund exfreundin ex exen eks eksen sevgilim \
        madre padre mutter mama papa vater mere pere freundin freund novia novio namorada namorado ragazza ragazzo fidanzato \
        copine copain vriendin vriend kollege kollegin nachbar nachbarin vecino vecina vecinos vizinho vizinha vicino voisin \
        voisine esposa esposo marido mari mae pai annem babam eski_sevgilim patronu szef szefowa byla byly mama tata mamma \
        pappa mor moren far faren chef chefen sjef sjefen pomo exani aiti isa fonok fonokom anyam anya apam sef seful iubita \
        ibuku ibu ayah bos bosku pacar pacarku sep banyaku cewek maan bhai dost premika
        """)
    ),
  ]

  static let meanings: [String: String] = Dictionary(
    words.flatMap { entry in entry.words.map { ($0, entry.meaning) } },
    uniquingKeysWith: { first, _ in first })

  /// What a word stands for: one of the list, or one that begins like those of a family; nil for every other.
  static func meaning(of word: String) -> String? {
    if let meaning = meanings[word] { return meaning }
    // `Nutzerzahl`, `takipci sayisi`: a number in one word.
    guard word.utf8.count >= 5, !counted.contains(where: word.contains) else { return nil }
    return stems.first { entry in entry.stems.contains { word.hasPrefix($0) } }?.meaning
  }

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

  private static func listed(_ words: String) -> [String] {
    words.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
