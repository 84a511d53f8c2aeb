/// Given names that are common somewhere and are no plain words, for questions about somebody by name.
enum GivenNames {
  static let all: Set<String> = Set(
    """
    chad todd derek craig duncan darren gavin nigel trevor graham stuart clive barry terry dustin cody travis \
    logan landon carter caleb isaac elijah ezra levi wyatt garrett spencer jared shane sheila wendy tracy stacy kimberly \
    kayla haley paige ava evelyn nora camille brooke bethany gemma imogen \
    freddie archie callum ewan hamish fiona isla moira angus niamh aoife saoirse padraig ciara dmitry yulia katya masha sasha \
    nastya olena oksana taras mykola ihor vasyl serhiy irena bohdan jakub wojciech pawel michal ania zofia lukasz grzegorz \
    vaclav honza lenka jarmila ferenc istvan laszlo zoltan eszter agnes ildiko radu florin bogdana vlad \
    giorgos yannis nikos kostas dimitra eleni katerina hasan huseyin mustafa selin kerem cem ozge gizem \
    rahul ravi suresh ramesh sunita kavita anjali divya arun vikram sita karan simran farah zainab bilal tariq imran nasser \
    rania reem salma youssef budi wati agung bambang intan ayu wahyu trang ngoc phuong \
    quang somchai somsak malee niran taro hanako satoshi naoki yumi ayumi takashi jisoo minji seojun hyun \
    jihoon younghee xiaoming xiaoli lihua zhangwei meiling jorgen lasse signe solveig torsten gunnar malin ebba \
    linnea mikko jukka pekka antti matti tuula pirjo matilde duarte goncalo tiago marcelo leandro rafaela \
    ximena guadalupe lupita alejandra paco javi begona itziar iker mathilde clement aurelie \
    celine sylvie thierry gilles benoit guillaume solene margaux davide federica ilaria simona stefano riccardo gianluca \
    joost maarten jeroen pieter wouter marloes anneke saskia heike gunther dieter uwe anke \
    silke doris torben malte leoni \
    kate carl sandra bruna sanne petr bence andrei mette anders freya nils sofie emil mikkel daan bram femke lieke piotr \
    kasia agnieszka marek tomasz ewa jana pavel jiri tereza zsofia balazs gergo katalin ioana mihai ahmet mert burak zehra \
    fatma hatice emine siti dewi putri agus rizky hoang thuy huong duc kenta haruto minsu jiwoo pooja sneha ananya rohit khalid \
    layla julien antoine mathieu amelie manon alessandro chiara fernanda thiago steve dave mike josh kyle brad zach megan brittany \
    tiffany courtney gregory jeffrey keira rory siobhan declan alfie poppy aaron abdul abigail adam adriana agnes ahmed aisha akira alan albert alejandro alex alexander alexandra alexis ali \
    alice alicia alina amanda amelia amina amir amit amy ana anastasia andre andrea andreas andrew angela anika anil anita \
    anja anna anne annika antonio anton arjun arthur ashley astrid ayse barbara beatriz ben benjamin bettina bianca birgit \
    bogdan boris brandon brenda brian bruno camila carla carlos carmen carolina caroline catherine cecilia charlotte chloe \
    chris christina christine christopher claire clara claudia connor cristina cynthia daisuke daniel \
    daniela danielle david deborah deepak denise dennis diana diego dimitri dmitri dominik donald dorothy dylan edith \
    eduardo edward elena elias elif elisa elizabeth ellen emily emma emre enrique eric erika erik esther ethan eugene \
     evelyn fabian fatima felipe felix fernando florian francesca francisco franz fritz gabriel gabriela gary \
    george gerhard giovanni giulia giuseppe gloria greta guillermo gustavo hanna hannah hans harry hassan heather heidi \
    heinrich helen helena henry hiroshi hugo ibrahim igor ines ingrid irene irina isabel isabella ivan jacob jakob \
    jake james jamie jane janet janine jasmin jason javier jennifer jens jeremy jerome jessica joan joana joanna \
    joao jochen joel johan johanna johannes john johnny jonas jonathan jorge jose josef joseph josephine joshua juan \
    juanita judith julia julian juliana julie jurgen karen karin karl karla katarina katharina katherine kathrin katie \
    katja kathy keith kelly kenji kenneth kerstin kevin khadija klara klaus krzysztof kumar kurt larry lars laura \
    lauren lea leah lena leon leonie leonardo leticia liam lina linda linh lisa lorenzo louis louise luca lucas lucia \
    luis luisa lukas luke magdalena mahmoud manfred manuel manuela marcel marcus margaret maria mariana marie marina \
    mario markus marta martha martin martina mary mateo matteo matthew matthias maurice maximilian maya mehmet \
    melanie melissa michael michelle miguel mikhail milan minh miriam mohamed mohammed monica monika moritz mustafa \
    nadia nadine nancy naomi natalia natalie natasha nathan neha nicholas nick nico nicola nicole nikhil nikita nikolai  \
    noah nora nguyen olaf oleg olga oliver olivia omar oscar oskar pablo pamela paolo patricia patrick paul paula pedro \
    peter petra philip philipp pierre priya rachel rafael rahul rainer raj ralf ramona raquel raul rebecca regina renate \
    ricardo richard robert roberto rodrigo roger rohan roland ronald ruben rudolf ryan sabine \
    sabrina samantha samir samuel sanjay santiago sara sarah sasha scott sean sebastian sergei sergio shalini \
    sharon shreya silvia simon simone sofia sonia sonja sophia sophie stefan stefanie stephanie stephen steven stephan susan \
    susanne svetlana sven sylvia takeshi tamara tanja tatiana teresa theresa thomas tim timothy tina tobias tomas \
    tommy tom tran tyler ulrich ulrike ursula valentina vanessa veronica victor victoria vijay viktoria \
    vincent vladimir volker walter werner wilhelm wolfgang xavier yasmin yara yuri yusuf yvonne zeynep zoe zuzana
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Given names that are plain words as well, so names only in the place of somebody.
  static let ambiguous: Set<String> = [
    "mark", "rose", "grace", "jack", "max", "art", "bill", "bob", "drew", "faith", "hope", "joy",
    "lily", "daisy",
    "jasmine", "ruby", "amber", "holly", "ivy", "iris", "violet", "dawn", "eve", "gene", "grant", "guy",
    "hunter", "mason",
    "miles", "pat", "penny", "ray", "rob", "sky", "victor", "ward", "chase", "chuck", "dale",
    "dean", "don", "jay",
    "mia", "sam", "ed", "al", "joe", "jo", "sue", "ann", "christian",
    "angel",
  ]

  /// Whether a plain name is one of these, alone or with an initial or a number: `priya`, `priya_k`, `marcus99`.
  static func holds(_ name: String) -> Bool {
    if all.contains(name) { return true }
    let first = name.prefix { $0 != "_" && !$0.isNumber }
    return first.count < name.count && all.contains(String(first))
  }
}
