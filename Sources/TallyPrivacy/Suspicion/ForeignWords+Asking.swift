extension ForeignWords {
  /// What is asked of people in other languages: lists, names, contacts, ages, places, notices; and times and countries, which creators count by.
  static let asking: [(meaning: String, words: [String])] = [
    (
      "how many",
      listed(
        """
        wieviel wieviele combien cuantos cuantas quantos quantas quanti quante hoeveel kac ile
        berapa hany kolik cate cati nhieu sayisi anzahl zahl gesamtzahl aantal antal antall pocet
        liczba ilosc numero cantidad quantidade quantita szama szam numar numarul maara lukumaara
        jumlah banyak sayi toplam durchschnitt durchschnittlich schnitt moyenne promedio mennyi
        hanyan ilu viele vielen
        """)
    ),
    (
      "names",
      listed(
        """
        namen noms nombres nomes nome nomi isim isimler isimleri adlari nama nama_nama ten imiona
        imie jmena jmeno navne namnen navnene navnet namn nimet nimi nevek nevei neve nume numele
        naam vornamen nachnamen klarnamen namentlich namens prenoms prenom pseudos pseudo
        pseudonymes apellidos apodos sobrenomes apelidos cognomi soprannomi gebruikersnamen
        voornamen achternamen isimlerini adlarini ismi adi namanya anvandarnamnen brukernavnene
        navnelisten kayttajanimet nimia nimien nazwiska nazwisko imionami nicki nicky prijmeni
        prezdivky neveik nevuk neviket felhasznalonevek numelor naamen naamon navn
        """)
    ),
    (
      "list",
      listed(
        """
        liste lista listar listez elenco daftar listesi listele listeyi danh_sach sach spisok seznam
        lijst luettelo listaa listeaza lister auflisten zeige zeig zeichne muestra muestrame montre
        montrez mostra mostre mostrar goster gosterin pokaz ukaz visa vis nayta mutasd arata
        tunjukkan tampilkan toon dikhao batao gib donne donnez dame dammi exporter exportiere
        exporta esporta listen auflistung verzeichnis nenne nenn zeigt gebt verrate verrat verraten
        sage sagt exportieren lade herunterladen dis dites cite citez enumere nomme nommez exporte
        exportez telecharge telecharger affiche affichez ensena ensename dime decime digame nombra
        enumera ensenar listado relacion descarga descargar exportar diga fala nomeie baixar elenca
        elencami dimmi fammi scarica elencare noem geef vertel opsommen exporteer lijstje soyle ver
        sirala cikar aktar listesini listesine sebutkan berikan kasih beri ekspor unduh tunjukin
        lihatin namnge rakna exportera beratta fortell gi eksporter nevn naevn giv fortael luettele
        kerro wypisz wymien podaj daj wyeksportuj wyswietl vypis vyjmenuj dej rekni exportuj sorold
        listazd ird mondd exportald spune afiseaza cho xuat hien ke dikha dikhaiye dijiye suchi
        bataiye listaja listajat listajanak nevsor nevsora listof dajte spisak wykaz rejestr listan
        listorna puri poori
        """)
    ),
    (
      "notify",
      listed(
        """
        benachrichtige benachrichtigen bescheid previens prevenez avertis alerte avisame avisa avise
        avisem notificame notifique avvisami waarschuw haber bildir beritahu kabari tahu bao weten
        batana bata powiadom znac upozorni meddela besked beskjed varsle ilmoita ertesits szolj
        anunta benachrichtigt benachrichtigung melden warne alarmiere hinweis avertir alerter
        notifie notifiez avisad avisarme notificar notificarme alertame notifica alerta avisar
        notifiquem avverti avvertimi avvisa notificami allertami waarschuwing verwittig bildirim
        uyar haberdar beritau kabarin kasitau ingatkan notifikasi nhac meddel notifiera notera
        underrett informer ilmoitus halyta powiadomienie poinformuj ostrzez upozornit oznam informuj
        ertesitest jelezz riassz avertizeaza alerteaza suchit khabar
        """)
    ),
    (
      "when",
      listed(
        """
        wenn sobald quand lorsque cuando quando wanneer zaman kapan kalau jika gdy kiedy az kdyz nar
        kun amikor ha cand jab si als falls sitiap eger setiap jedesmal ilekroc pokazde valahanyszor
        khi
        """)
    ),
    (
      "age",
      listed(
        """
        alter edad edades idade idades eta leeftijd yas yasi umur usia wiek wieku vek alder ika iat
        eletkor varsta annees umr geschlecht genre genero sesso geslacht cinsiyet plec pohlavi kon
        sukupuoli nem geschlechtern altersgruppe altersgruppen alters herkunft einkommen religion
        sexe sexes agees tranche revenu orientation origine sexo sexos ingresos religiao renda
        etaria fascia reddito religione geslachten leeftijden leeftijdsgroep inkomen cinsiyete
        cinsiyeti yasa yaslari yaslarini gelir din kelamin usianya pendapatan agama kjonn aldre
        aldern konet konsfordelning ialla ikaryhma ikaryhmat ikaa tulot plcia plci wiekiem zarobki
        vekova pohlavim veku prijem eletkora eletkoruk neme nemek kora koruk korosztaly jovedelem
        varstele sexul sexului venit tuoi umar aayu jaati dharm alt
        """)
    ),
    (
      "phone",
      listed(
        """
        nomor telefono telefonos telefone telefones telefoonnummer telefoonnummers telefonnummer
        telefonnummern telefon telefonu telefonszam puhelinnumero handynummer handynummern numero_de
        handynr rufnummer rufnummern nummern telefoni celular celulares movil moviles cellulare
        cellulari gsm mobiele mobiltelefon telefonnumre telefonnumret mobilnummer mobilnumre
        puhelinnumerot puhelinnumeroita telefonow telefony telefonni telefonszamok telefonszamai
        telefoane telefoanele telefonlari numara numarasi numaralari ponsel telepon nohp
        """)
    ),
    (
      "email",
      listed(
        """
        correo correos courriel courriels posta eposta epostalar epost e_mailadressen mailadresse
        mailadressen emailadressen emailadresse sahkoposti sahkopostit sahkopostiosoitteet indirizzi
        adressen adresses direcciones enderecos adresy alamat emails mailen anschrift anschriften
        wohnort wohnadresse courrielles coordonnees direccion contacto contactos domicilio endereco
        contato contatos contatti contatto recapiti mailadres adres contactgegevens mailleri
        adresleri iletisim surel kontak epostadresser epostadress epostadressen mejladresser mejl
        mailadresser kontaktinfo kontaktuppgifter osoite osoitteet yhteystiedot sahkopostia maile
        mailowe kontakty kontakt emailowe maily emailove emailcimek emailcim cimek cimeik
        elerhetoseg elerhetosegek elerhetosegei adrese adresele contactele contacte pata sampark
        """)
    ),
    (
      "week",
      listed(
        """
        woche wochen semaine semaines semana semanas settimana settimane wochenweise hafta haftalik
        minggu tydzien tygodniu tygodniach tyden tydnu vecka vecko uke uker uge uger viikko viikossa
        het hetente saptamana saptamani tuan hafte
        """)
    ),
    (
      "month",
      listed(
        """
        monat monate mois mes meses mese mesi maand maanden ay aylik bulan miesiac miesiacu mesic
        mesicu manad maned maneder maneden kuukausi honap luna thang mahine mahina
        """)
    ),
    (
      "day",
      listed(
        """
        tag tage jour jours dia dias giorno giorni dag dagen gun gunluk hari dzien dni den dnu paiva
        nap zi zile ngay din
        """)
    ),
    (
      "country",
      listed(
        """
        land landern lander pays pais paises paese paesi landen ulke ulkeler ulkelere negara kraj
        kraju krajow zeme zemi maa maittain orszag tara tari desh stadt stadten ville villes ciudad
        ciudades cidade cidades citta stad steden stader byer kaupungit kaupungista miasta miast
        mesta varos varosok oras orase sehir sehirler kota shahar landes dove donde wohin wohnen
        viven vivono habitent woont woon
        """)
    ),
    (
      "raw rows",
      listed(
        """
        rohdaten radata rohdatensatze rohdatei rawdata raakadata raakadataa rodata
        """)
    ),
    (
      "raw",
      listed(
        """
        brutos brutas brutes bruts grezzi grezze ruwe surowe rohe ham mentah unverarbeitete einzelne
        einzelnen crudos crudas ongefilterde onbewerkte surowych surova surove nyers brute bruto tho
        kaccha raaka raa radata radatan radaten
        """)
    ),
    (
      "data",
      listed(
        """
        dados datos donnees dati gegevens dane veri daten donnee dato gegeven datat dataa danych dat
        adatok adatokat datele verisi verileri verilerini
        """)
    ),
    (
      "journey",
      listed(
        """
        parcours recorrido percurso percorso verlauf historique historial historico historia trajet
        riwayat lich_su gecmisi gecmis historii werdegang historie chronik aktivitat aktivitaten
        cheminement chronologie activite trayectoria cronologia actividad trajetoria atividade
        jornada tragitto cammino attivita kijkgeschiedenis geschiedenis kijkgedrag yolculugu
        yolculuk hareketleri jejak aktivitas perjalanan historiken historik tittarhistorik
        seerhistorik resa reise rejse polku katseluhistoria matka sciezka sciezke cesta cestu
        tortenete utja utvonala istoric istoricul parcursul drumul traseul safar itihas verlaufs
        """)
    ),
    (
      "video",
      listed(
        """
        videon videota videom videomu videolarim videolarimi videot filmik filmiki filmy film klip
        klipp klippet klippen klipy beitrag beitrage publicacion publicaciones publicacao postagem
        contenido contenu contenuto inhalt inhalte videoer videor videoerne videolar videolari
        icerik konten filmow filmu tartalom clipuri clipurile videoclipuri formate themen thema
        sujets sujet tema temas temi tematy konu konular topik aiheet temat kanal canal kanava
        kanalim csatornam csatorna chaine canale kanalu receta recetas rezept rezepte recette
        recettes recepty recept ricetta ricette tarif tarifler serie
        """)
    ),
    (
      "about",
      listed(
        """
        uber sobre sur tentang om hakkinda circa acerca riguardo despre rolam szolo lienquan baare
        aiheesta omkring
        """)
    ),
  ]
}
