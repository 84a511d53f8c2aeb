extension ForeignWords {
  /// Those who are meant: persons in other languages, alone, in crowds and of one's own life.
  static let people: [(meaning: String, words: [String])] = [
    (
      "who",
      listed(
        """
        wer wem wen wessen qui quien quienes quem chi kim kimler kimin kime ai siapa siapakah kto
        kdo koho vem vems hvem hvis kuka ketka kenen kisne kaun kiska pwy kush cine cui ki kik sino
        kisna kteri ktere ktorzy jemand irgendjemand quelqu quelqun alguien alguem qualcuno iemand
        birisi seseorang ktos nekdo nagon noen nogen joku cineva valaki keiner jemanden jemandem
        irgendwer aucun quienquiera alguno quemquer ninguem nadie nessuno chiunque niemand kiminle
        kimi kimden kimse siapapun siapasaja ingen vemhelst hvemsomhelst hvems kenelle kukaan
        jokukuka kogo komu czyj czyje czyja ktokolwiek nikt kym nikdo ktokoliv kiket kinek valakit
        senki barki oricine nimeni kisko kinhone kinhe koi jisne jinhone jinhonne qn quelquun kdoze
        kis
        """)
    ),
    (
      "user",
      listed(
        """
        nutzer benutzer nutzerin nutzern nutzers benutzername nutzername benutzernamen anwender
        utilisateur utilisateurs utilisatrice utilisatrices usuario usuarios usuaria usuarias utente
        utenti utilizador utilizadores gebruiker gebruikers gebruikersnaam gebruikersnamen kullanici
        kullanicilar kullaniciya kullanicinin pengguna nguoi_dung khoan uzivatel uzivatele uzivatelu
        uzytkownik uzytkownicy uzytkownika uzytkownikow anvandare anvandarnamn bruker brukere
        brukernavn bruger brugere brugernavn kayttaja kayttajat kayttajan kayttajanimi felhasznalo
        felhasznalok utilizator utilizatori utilizatorii usager konto konten konta kont kontot
        kontoen kontoer compte comptes cuenta cuentas conta contas hesap hesabi hesaplar akun
        akunnya fiok cont conturi tili internaute internautes persona_id upyogkarta
        """)
    ),
    (
      "people",
      listed(
        """
        leute menschen personnes personne gens personas gente ceux celles iedereen jedermann wszyscy
        wszystkich vsichni mindenki herkes herkesi lidi kisilerin quelli coloro degenen cei celor
        tych aquellos aquellas niiden azok pessoas pessoa persone mensen kisi kisiler kisileri
        insanlar orang nguoi ludzie ludzi osoby osob osoba osobu osobe folk personer ihmiset ihmisia
        emberek oameni persoane logon jeder diejenigen derjenige derjenigen denjenigen deren denen
        derer jede toutes quienesquiera tutti allemaal degene alla kaikki jotka joka heidan azoknak
        akik aki mindenkit toti persoanelor persoanele oamenilor ktorzy ludziom kazdy vsechny lide
        lidem herkesin kisinin kisilere insanlarin mereka logo sabhi individu individuos individus
        individui chacun cadauno leuten kerl kerle typ typen mec mecs tipo tipos tios tizio ragazzi
        kerls jemanden fyrar folks kille killar fyr gutt mies miehet pasi tipul gars faceti facet
        som
        """)
    ),
    (
      "women",
      listed(
        """
        ladkiyon ladki ladke auraton frauen manner maedchen madchen jungs mujeres hombres chicas
        chicos femmes hommes mulheres homens uomini vrouwen mannen kadinlar erkekler kobiety
        mezczyzni kvinnor kvinder naiset wanita zeny nok ferfiak femei barbati weiblich weiblichen
        mannlich mannlichen damen herren frau mann kinder jugendliche teenager senioren schuler
        studenten deutsche deutschen auslander osterreicher femme homme filles garcons enfants ados
        adolescents jeunes vieux etudiants mujer hombre ninos ninas jovenes adolescentes mayores
        estudiantes alemanes varones hembras mulher homem meninas meninos garotas garotos criancas
        jovens idosos estudantes donna donne uomo ragazze bambini giovani adolescenti anziani
        studenti vrouw meisjes kinderen jongeren kadin kadinlarin erkek erkeklerin kizlar cocuklar
        gencler ogrenciler perempuan pria gadis remaja lansia mahasiswa kvinna killar tjejer barn
        ungdomar maend piger drenge born kvinner menn jenter gutter ungdommer naisia miehia tytot
        pojat lapset nuoret kobiet kobietami mezczyzn dziewczyny chlopcy dzieci mlodziez nastolatki
        studenci muzi zen muzu muzov divky holky kluci deti nokbol ferfi lanyok fiuk gyerekek diakok
        femeile barbat barbatii fete baieti copii tineri mahila mahilaon mahilayen aurat aurato
        aadmi mard purush ladkiyan ladkiyo ladkon bachche
        """)
    ),
    (
      "viewer",
      listed(
        """
        spectateur spectatrice espectador espectadora spettatore spettatrice seguidor seguidora
        seguace iscritto abonne volger kijker katsojan seuraaj kommentoijan odbiorca odberatel
        sledujiciho widza foljaren folgeren zuschauers betrachter telespectateur abonado abonada
        inscrito inscrita
        """)
    ),
    (
      "followers",
      listed(
        """
        abonnent abonnenten abonnentin abonnes abonnees seguidores seguidoras follower_innen seguaci
        iscritti volgers takipci takipciler takipcilerim takipcilerimi takipcilerimin takipcilerin
        takip_edenler pengikut pengikutku obserwujacy obserwujacych sledujici sledujicich foljare
        foljarna folger folgere folgerne folgende seuraaja seuraajat seuraajien seuraajani koveto
        kovetok kovetoim kovetoimet urmaritor urmaritori urmaritorii urmaritorilor abonati abonatii
        abonatilor seguitori anhanger zuschauer zuschauerin zuschauern zuschauers spectateurs
        espectadores spettatori kijkers izleyici izleyiciler izleyicilerim izleyicinin penonton widz
        widzowie widzow divak divaci divaku tittare tittarna seere seer seerne katsoja katsojat
        katsojien nezo nezok nezoim spectatori spectatorilor odbiorcy odberatele abonnentinnen abos
        abonnierenden followerinnen followern followeurs followeuse followeur suiveurs abonnee
        suscriptores suscriptor suscriptora suscriptoras inscritos inscritas assinantes assinante
        espectadoras spettatrici abbonati volgelingen aboneler abonelerim abone abonem abonelerin
        seyirci seyirciler pelanggan subskriber penggemar prenumeranter prenumerant abonnenter
        abonnenterna foljarnas folgerlista foljer tilaajat tilaajien tilaaja tilaajani faneja fanit
        subskrybenci subskrybentow subskrybent fani fanow fanek fanousci fanousku fanousek
        feliratkozok feliratkozo feliratkozoim rajongok rajongo fanii fanilor followerlar dekhnewale
        darshak
        """)
    ),
    (
      "my",
      listed(
        """
        meine meiner meinem meinen mein meines mes mon ma mis mi meus minhas meu minha miei mio mia
        mie mijn saya benim moich moj moja moje moji mina mitt mine min mit omat mera meri ku toi
        meins unsere unserer notre nuestro nuestros nuestra nossos nossas nostri nostro onze ons
        bizim kami kita vara vores vart meidan omien nasze nasi naszych nase nasich mienk nostru
        apne apni hamare
        """)
    ),
    (
      "which",
      listed(
        """
        welcher welches welchen quels quelles quel quelle que quais qual cual cuales quali quale
        welke hangi ktore ktory ktora ktere ktery vilka vilket vilken hvilke hvilken mika mitka
        melyik care kaunsa kaunse mana nao lequel laquelle lesquels lesquelles qualquer welk
        hangileri kumpi ktorych ktoremu kterou kterych melyiket melyek carei caror hangisi welche
        """)
    ),
    (
      "my friend",
      listed(
        """
        jefe jefa capo patron baas chefin boss chefe patronum mantan mantanku exfreund exfreundin ex
        exen eks eksen sevgilim madre padre mutter mama papa vater pere freundin freund novia novio
        namorada namorado ragazza ragazzo fidanzato copine copain vriendin vriend kollege kollegin
        nachbar nachbarin vecino vecina vecinos vizinho vizinha vicino voisin voisine esposa esposo
        marido mari mae pai annem babam eski_sevgilim patronu szef szefowa byla byly tata mamma
        pappa mor moren faren chef chefen sjef sjefen pomo exani aiti isa fonok fonokom anyam anya
        apam sef seful iubita ibuku ibu ayah bos bosku pacar pacarku sep banyaku cewek maan bhai
        dost premika bruder schwester oma opa tante onkel cousine schwager schwagerin
        schwiegermutter schwiegervater sohn tochter ehemann ehefrau ehepartner partnerin verlobter
        verlobte mitbewohner mitbewohnerin vermieter vermieterin lehrer lehrerin professorin arzt
        chefs vorgesetzter kollegen kolleginnen freunde freundinnen bekannter mitschuler kumpel
        schwarm exmann exfrau geliebte affare nachbarn kunde kundin konkurrent konkurrenz vati mutti
        papi mami frere soeur soeurs freres oncle cousins fils fille epoux epouse conjoint compagnon
        compagne fiance fiancee colocataire proprietaire prof professeur maitresse patronne collegue
        collegues ami amie amis amies copains ancien concurrent hermano hermana abuela abuelo primo
        prima suegra suegro cunada cunado hijo hija prometido prometida companero companera
        companeros profesor profesora maestra maestro casero amigo amiga amigos amigas pareja
        expareja exnovio exnovia exmarido competencia compadre irmao irma irmas avo vovo sogra sogro
        cunhada cunhado filho filha noivo noiva professora patroa colega colegas amante paquera rolo
        exnamorado exnamorada vizinhos concorrente fratello sorella nonna nonno zia zio cugino
        cugina suocera suocero cognata cognato figlio figlia moglie coniuge compagno compagna
        fidanzata coinquilino professoressa collega colleghi amico amica amici amiche titolare
        datore vicina vicini broer zus zusje moeder vader oom neef nicht schoonmoeder schoonvader
        zoon dochter echtgenoot echtgenote verloofde huisgenoot leraar lerares docent vriendje
        vriendinnetje buurman buurvrouw buren kardesim abim ablam abi teyzem halam amcam dayim
        kayinvalidem kaynanam oglum kizim karim kocam nisanlim sevgili ogretmenim hocam mudurum
        patronumun arkadasim arkadaslarim komsum eskim rakip annemin babamin kakak adik kakakku
        adikku nenek kakek bibi paman sepupu mertua anakku suami suamiku istri istriku tunangan
        guruku dosen atasan temanku teman sahabat tetangga gebetan mantannya bror syster mormor
        farmor morfar farfar moster svarmor svarfar dotter fru maka sambo fastman pojkvan flickvan
        exet larare kollega kollegor kompis vanner grannen granne soster bestemor bestefar svigermor
        datter kone kaereste kaeresten kjaereste kjaeresten kjareste samboer forlovede laerer
        kollegaer kolleger ven venner venn venninne veninde nabo naboen eksmand ekskaereste
        ekskjaereste veli sisko siskoni veljeni mummo ukki tati seta anoppi poika tytar mieheni
        vaimoni vaimo poikaystava tyttoystava poikaystavani tyttoystavani avopuoliso opettaja
        tyokaveri tyokaverini ystava ystavani naapuri naapurini pomoni aitini isani exaeni brat
        siostra siostro babcia dziadek ciocia wujek kuzyn kuzynka tesciowa tesc syn corka maz zona
        narzeczony narzeczona chlopak dziewczyna partnerka wspollokator nauczyciel nauczycielka
        kolega kolezanka koledzy przyjaciel przyjaciolka przyjaciele znajomi znajomy sasiad sasiadka
        kierownik kierowniczka brata siostry meza zony bratr sestra babicka deda teta stryc
        bratranec sestrenice tchyne tchan dcera manzel manzelka snoubenec pritel pritelkyne kamarad
        kamaradka kamaradi ucitel ucitelka kolegyne soused sousedka nadrizeny sefova byvaly byvala
        testver noverem batyam hugom ocsem nagymama nagypapa anyos anyosom apos ferjem felesegem
        parom vonyam lakotars tanarom tanar kollegam baratom baratnom baratok szomszed szomszedom
        exem frate fratele sora bunica bunicul matusa unchi soacra socru fiul fiica sotul sotia sot
        sotie logodnic prietenul prietena prieteni iubitul profesorul profesoara coleg colegul
        colegi vecinul mamei tatal fosta fostul chong pati patni biwi shohar behen behan bhabhi saas
        sasur chacha mausi beta beti padosi padosan sahkarmi yaar saheli mangetar vo bo herr herrn
        monsieur madame senor senora signor signora meneer mevrouw bapak mere exman tio onkelen
        onkeln farbror setani nagybacsi nagybatyam nagybatyja unchiul unchiului amca chu bac dayi
        tayze wujka strycek babi babci
        """)
    ),
  ]
}
