extension ForeignWords {
  /// What people do and what creators count of it, in other languages.
  static let deeds: [(meaning: String, words: [String])] = [
    (
      "save_count",
      listed(
        """
        speicherungen speicherung speicherzahl speichervorgange saven sauvegardes sauvegarde
        enregistrements enregistrement guardados guardadas salvamentos salvos salvataggi salvataggio
        opslagen bewaringen kaydetme kaydetmeler kaydedilme kaydetmelerim simpanan sparningar
        lagringer lagringar gemninger tallennukset tallennuksia tallennusten mentesek mentes salvari
        salvarile zapisan zapisania zapisow ulozeni ulozenia
        """)
    ),
    (
      "like_count",
      listed(
        """
        curtidas curtida begeni begeniler begenilerim begenme polubien polubienia gillningar liker
        tykkayksia tykkaykset tykkaysten tykkays kedvelesek kedveles aprecieri aprecierile lajky
        lajku lajki lajkow lajkok megusta lubien
        """)
    ),
    (
      "view_count",
      listed(
        """
        aufrufe aufrufen aufruf aufrufzahlen vues vistas visitas visualizacoes visualizaciones
        visualizzazioni visualisations reproducciones weergaven weergave izlenme izlenmeler
        izlenmesi goruntulenme goruntulenmeler tayangan penayangan visningar visninger wyswietlen
        wyswietlenia odslon zhlednuti zobrazeni shlednuti katselukertaa katselukerrat katselut
        katseluja megtekintes megtekintesek nezettseg vizualizari vizualizarile katselua
        avspelningar avspillinger
        """)
    ),
    (
      "comment_count",
      listed(
        """
        kommentare kommentar kommentaren commentaires comentarios comentario commenti reacties
        opmerkingen yorumlar yorumu komentarze komentarzy komentare komentaru kommentarer kommentit
        kommentteja kommentek hozzaszolasok comentarii komentar
        """)
    ),
    (
      "share_count",
      listed(
        """
        partages partage condivisioni compartidos compartilhamentos paylasim paylasimlar udostepnien
        udostepnienia sdileni delningar delinger jaot jakoja megosztasok megosztas distribuiri
        teilungen
        """)
    ),
    (
      "growth",
      listed(
        """
        wachstum zuwachs croissance crecimiento crescimento crescita groei buyume artis wzrost
        tillvaxt vekst vaekst kasvu novekedes crestere pertumbuhan zugewinn gewonnen hinzugewonnen
        """)
    ),
    (
      "saved",
      listed(
        """
        gespeichert speichert speicherte speichern sauvegarde sauvegardent enregistre enregistrent
        guardo guardaron guardado guarda guardan guardou salvou salvaram salva salvam salvato
        salvata salvano opgeslagen kaydetti kaydeden kaydedenler kaydedenlerin luu menyimpan
        disimpan zapisal zapisala zapisali zapisuje ulozil ulozila ulozili sparat sparade sparar
        lagret gemte gemt tallensi tallentaa tallentanut mentette elmentette salvat save_kiya
        abgespeichert abspeichert abspeichern speicherst gesichert gemerkt merkt bookmarkt
        gebookmarkt enregistree enregistrees enregistrer sauvegardee sauvegarder sauve garde guarde
        guardara guardaba guardar guarden guardase salvei salvava salvar salve salvarem salvati
        salvate salvare salvera bewaard bewaarde bewaart opslaat sloeg slaat opslaan kaydetmis
        kaydeder kaydediyor kaydet kaydederse kaydedince kaydettiler kaydedenleri menyimpannya
        nyimpen simpan tersimpan spara sparas lagrer lagra lagrede gemmer gemme tallensivat
        tallensiko tallentavat tallentaneet tallentaneiden tallentajat zapisaly zapisac zapisuja
        zapisza zapisze zapisano ukladal ukladali ulozit ulozi uklada mentett mentettek mentik menti
        menteni elmentett elmentettek salveaza salvau salvase
        """)
    ),
    (
      "liked",
      listed(
        """
        gefallt gefallen geliked geliket likt likte aime aimee aiment gusto gustaron gusta curtiu
        curtiram curte piaciuto piace messo_like begendi begenen begenenler begenenlerin thich suka
        menyukai disukai polubil polubila polubili lubi gillade gillat gillar likede tykkasi tykkaa
        kedvelte lajkolta apreciat gemocht mogen likest liken likete likten gelikt gefiel gefielen
        herzt aimer aimait aimaient aimera adore likee gustara gustan guste gustarle encanta encanto
        curtir curtem curtia curta curtirem gostou gostaram piaceva piacera piaciuti piaciuta leuk
        vindt vond vonden begendiler begenirse begeniyor begenince begenir begenmis begenenleri
        menyukainya nyukai gilla likat likar likade tykkaavat tykkasivat tykannyt tykkasiko
        tykkaajat pitaa pitavat polubily polubic polubi lubia lajkuje lajkowal lajknal lajknul lajkl
        libi libilo libil lajkuji lajkovali lajkoval lajkovala olajkovala olajkoval tetszik tetszett
        lajkoltak lajkolja lajkolo kedveli kedvelik kedveltek placut placea apreciaza pasand
        """)
    ),
    (
      "watched",
      listed(
        """
        gesehen angesehen angeschaut anschaut schaut sieht guckt geguckt regarde regardent vu vue
        visto vista vio viu vieron assistiu assiste assistiram mira miro miraron guarda guardato
        bekeken kijkt kijkte gekeken izledi izliyor izlerse izledimi bakti menonton nonton ditonton
        geschaut obejrzal obejrzala obejrzy ogladal ogladala oglada videl videla shledl sett sedd
        tittar tittat tittade ser saa katsoi katsonut katsoo katsoiko nezte latta vazut vizionat
        dekha dekhi dekhta xem lihat melihat sehen sah sahen gesehn zuschaut zugeschaut zuschauen
        zusieht schauen schaute schauten guckten gucken anguckt angeguckt anguck ansah anschauen
        anschauten glotzt spioniert beobachtet stalkt regarder regardait regardee regardees
        regardera vus voit voient voir mater matent espionne ve ven veia veian vea vean viendo
        mirando miraba mirara observa espia espian viram assistindo assista assistir assistia veja
        vejam olha olhou olharam olhando espiando stalkeia guardava guardera guardando vede vedono
        vedeva vedra visti viste spia bekeek keek keken bekijken gezien zag zagen ziet zien kijken
        bespioneert izlemis izler izlerken izlediler izliyorlar izlemek izleyen izleyenler izleyince
        gordu goruyor bakiyor bakan bakmis menontonnya nontonin dilihat melihatnya ngintip kepo
        kollar kollade kollat titta spanar setter kikket kikker katselee katseli katsoneet katsovat
        nakee naki nahnyt nahneet obejrzaly obejrzeli obejrzec widzial widziala widzieli widzi
        patrzy patrzyl podglada sledzi videli vidi videly divala dival divali diva kouka koukal
        koukala sleduje sledovala sledoval sledovali zhledl nezi nezik nezett neztek latja latjak
        latott lattak megnezte megnezi uitat uita vazuta vad vizioneaza priveste privit privesc
        urmareste nhin coi dekhti dekhte dekh dekhega dekhegi
        """)
    ),
    (
      "shared",
      listed(
        """
        geteilt teilt partage partagent compartio compartieron comparte compartilhou compartilha
        condiviso condivide gedeeld deelt paylasti paylasan chia_se membagikan udostepnil
        udostepnila sdilel sdilela delade delar delte deler jakoi megosztotta distribuit kommentiert
        kommentierte commente comento comentou commentato commento yorum skomentowal kommenterade
        kommenterte folgt gefolgt entfolgt suit sigue siguio segue seguiu volgt takip mengikuti luan
        komentar weitergeleitet repostet repostete verschickt kommentieren kommentierten
        kommentierst entfolgte entabonniert abonniert abonnierte teilen teilten folgen folgte
        reagiert reagierte schreibt schrieb blockiert gemeldet melde commenter commentee commentent
        commentaient commentera reposte suivent suivi suivie desabonne desabonnee desabonnes
        abandonne bloque bloquee ecrit partager comentaron comenta comentan comente comentara
        comentar reposteo siguen seguian sigan siga seguir bloqueo bloquearon dejaron dejo escribio
        escribieron compartir compartan comparta comentaram seguem seguiram deixou deixaram bloqueou
        escreveu compartilharem commentano commentavano seguono seguito bloccato bloccata scritto
        tolto smesso condividono gereageerd reageerde reageren reageert volgde volgen gevolgd
        ontvolgd ontvolgde blokkeerde geblokkeerd deelden delen yorumladi yorumlayan yorumlayanlar
        yazdi takipten paylasanlar engelledi birakti berkomentar komentari mengomentari komen
        bagikan membagi blokir kommenterat kommenterar kommentera kommenteret kommenterer foljer
        foljde foljt avfoljt avfoljde fulgte slutat sluttet sluttede blockat blokerte delat delas
        delt dele kommentoi kommentoivat kommentoineet seuraa seurasi seuraavat jakanut jakaneet
        jakavat lopetti skomentowali komentuje komentowal komentowali obserwuje obserwuja
        zaobserwowal odobserwowal przestal zablokowal udostepnili udostepnia okomentoval komentoval
        komentovala komentovali okomentovali sdileli sdili odsledoval prestal zablokoval kommentalt
        kommentalta kommenteltek kommentel kommentelt kommenteloket kommenteli megosztottak
        megosztja kovet kovetnek koveti kikovetett letiltott comentau comentat comenteaza comentase
        distribuie urmaresc distribuiti
        """)
    ),
    (
      "did",
      listed(
        """
        hat haben apakah czy onko har zda hast habe hatte ob mi mu musun czyzby va vajon oare
        co kya zdali jestli ont hanno
        """)
    ),
  ]
}
