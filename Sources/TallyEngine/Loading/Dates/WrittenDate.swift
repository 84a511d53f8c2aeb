import TallyLanguage

/// A time of day behind a date, and the offset from UTC where one is written.
struct WrittenTime {
  /// Since midnight, 0...86,400.
  var seconds: Int
  /// Seconds east of UTC; 0 for `Z`; nil where none is written.
  var offset: Int?
}

/// A date as one cell writes it, before the column has settled what is open.
struct WrittenDate {
  /// 0 where none is written.
  var year = 0
  /// 1...12; of an open date, the first number.
  var month: Int
  /// 1...31; of an open date, the second number.
  var day: Int
  /// True for `03/04/2025`, in which either may be the month.
  var isOrderOpen = false
  /// Whether points part its numbers, which only ever have the day first.
  var hasPoints = false
  var time: WrittenTime?

  /// The two numbers of an open date.
  var first: Int { month }
  var second: Int { day }

  func monthAndDay(_ order: LoadOptions.DateOrder) -> (month: Int, day: Int) {
    isOrderOpen && order == .dmy ? (day, month) : (month, day)
  }

  /// Reads a cell; nil where it is no date.
  init?(_ text: Span<UInt8>, _ cell: Range<Int>) {
    if let iso = WrittenDate(iso: text, cell) {
      self = iso
    } else {
      self.init(words: string(text, cell, isQuoted: false))
    }
  }

  init(year: Int = 0, month: Int, day: Int, isOrderOpen: Bool = false, time: WrittenTime? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.isOrderOpen = isOrderOpen
    self.time = time
  }

  /// `2026-03-14`, `2026/03/14`, and either with a time behind `T` or a blank.
  init?(iso text: Span<UInt8>, _ cell: Range<Int>) {
    guard cell.count >= 10 else { return nil }
    let start = cell.lowerBound
    func number(_ offset: Int, _ digits: Int) -> Int? {
      var value = 0
      for index in (start + offset)..<(start + offset + digits) {
        guard text[index].isASCIIDigit else { return nil }
        value = value * 10 + Int(text[index] - 48)
      }
      return value
    }
    let mark = text[start + 4]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/"), text[start + 7] == mark,
      let year = number(0, 4), let month = number(5, 2), let day = number(8, 2), year > 0
    else { return nil }
    self.init(year: year, month: month, day: day)
    if cell.count == 10 { return }
    guard text[start + 10] == UInt8(ascii: "T") || text[start + 10] == 32 else { return nil }
    guard let time = WrittenTime(string(text, (start + 11)..<cell.upperBound, isQuoted: false)) else {
      return nil
    }
    self.time = time
  }

  /// Every other form: numbers in other orders, and months in words.
  private init?(words text: String) {
    var parts = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\u{202F}" || $0 == "\u{A0}" })
      .map(String.init)
    if let first = parts.first, parts.count > 2, weekdays.contains(first.lowercased()) { parts.removeFirst() }
    var time: WrittenTime?
    if let clock = parts.firstIndex(where: { $0.contains(":") }) {
      guard let read = WrittenTime(parts[clock...].joined(separator: " ")) else { return nil }
      time = read
      parts.removeSubrange(clock...)
    }
    guard
      let date = WrittenDate(numbers: parts) ?? WrittenDate(months: parts) ?? WrittenDate(eastAsian: parts)
    else { return nil }
    self = date
    self.time = time
  }

  /// `03/14/2025`, `14.03.2025`, `13-06-2025`, `20260128`, `20260328.0`.
  private init?(numbers parts: [String]) {
    guard parts.count == 1, var text = parts.first else { return nil }
    if text.hasSuffix(".0") { text.removeLast(2) }
    if text.utf8.count == 8, let number = Int(text), number > 10_000_000 {
      self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      return
    }
    let fields = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." || $0 == "-" }
    let numbers = fields.compactMap {
      $0.utf8.allSatisfy(\.isASCIIDigit) && $0.utf8.count <= 4 ? Int($0) : nil
    }
    guard numbers.count == 3, fields.count == 3 else { return nil }
    if fields[0].count == 4 {
      self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    } else if fields[2].count == 4 || fields[2].count == 2 {
      let year = fields[2].count == 4 ? numbers[2] : 2000 + numbers[2]
      // Points are only ever used with the day first.
      if text.contains(".") {
        self.init(year: year, month: numbers[1], day: numbers[0])
        hasPoints = true
      } else {
        self.init(year: year, month: numbers[0], day: numbers[1], isOrderOpen: true)
      }
    } else {
      return nil
    }
  }

  /// `Sep 27, 2024`, `27-Jul-20`, `November 3`, `28 August`, `8 de marzo`, `18 tháng Sáu`, `28 sept. 2026`.
  private init?(months parts: [String]) {
    var words = parts.flatMap { $0.split(separator: "-").map(String.init) }.map { $0.lowercased() }
    words.removeAll { $0 == "de" || $0 == "do" || $0 == "of" }
    while let month = words.firstIndex(where: { $0.hasPrefix("tháng") }), month + 1 < words.count,
      monthNumbers[words[month] + " " + words[month + 1]] != nil || words[month] == "tháng"
    {
      words[month] += " " + words.remove(at: month + 1)
    }
    var month: Int?
    var numbers: [(value: Int, digits: Int)] = []
    for var word in words {
      // German has a point behind the day.
      if word.hasSuffix("."), word.first?.isNumber == true { word.removeLast() }
      if word.utf8.count <= 4, let number = Int(word), number >= 0 {
        numbers.append((number, word.utf8.count))
      } else if month == nil, let found = monthNumber(word) {
        month = found
      } else {
        return nil
      }
    }
    guard let month, let day = numbers.first?.value, numbers.count <= 2 else { return nil }
    if numbers.count == 1 {
      self.init(month: month, day: day)
    } else {
      let (year, digits) = numbers[1]
      self.init(year: digits == 2 ? 2000 + year : year, month: month, day: day)
    }
  }

  /// A date as `9月13日`, `2026年9月13日` or `12월 25일`.
  private init?(eastAsian parts: [String]) {
    let text = parts.joined()
    guard text.contains("月") || text.contains("월") else { return nil }
    let marks: Set<Character> = ["年", "月", "日", "년", "월", "일"]
    let fields = text.split { marks.contains($0) }
    let numbers = fields.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
    guard numbers.count == fields.count else { return nil }
    switch numbers.count {
    case 2: self.init(month: numbers[0], day: numbers[1])
    case 3: self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    default: return nil
    }
  }
}

extension WrittenTime {
  /// `10:00`, `10:00:00`, `10:00:00.123Z`, `10:00:00-07:00`, `18:00 +0000`, `1:05 PM`.
  init?(_ text: String) {
    var clock = Array(text.utf8)
    offset = nil
    var isAfternoon: Bool?
    func trim() { while clock.last == 32 { clock.removeLast() } }
    if let last = clock.last, last | 0x20 == UInt8(ascii: "z") {
      offset = 0
      clock.removeLast()
    } else if clock.count > 2, clock[clock.count - 1] | 0x20 == UInt8(ascii: "m"),
      [UInt8(ascii: "a"), UInt8(ascii: "p")].contains(clock[clock.count - 2] | 0x20)
    {
      isAfternoon = clock[clock.count - 2] | 0x20 == UInt8(ascii: "p")
      clock.removeLast(2)
    } else if let sign = clock.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) {
      let digits = clock[(sign + 1)...].filter { $0 != UInt8(ascii: ":") }
      guard digits.count == 4 || digits.count == 2, digits.allSatisfy(\.isASCIIDigit) else { return nil }
      let numbers = digits.map { Int($0 - 48) }
      let minutes = numbers.count == 4 ? numbers[2] * 10 + numbers[3] : 0
      let seconds = (numbers[0] * 10 + numbers[1]) * 3600 + minutes * 60
      offset = clock[sign] == UInt8(ascii: "-") ? -seconds : seconds
      clock.removeSubrange(sign...)
    }
    trim()
    let fields = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count) else { return nil }
    var numbers: [Int] = []
    for (index, field) in fields.enumerated() {
      let whole = index == 2 ? field.prefix { $0 != UInt8(ascii: ".") } : field
      guard (1...2).contains(whole.count), whole.allSatisfy(\.isASCIIDigit) else { return nil }
      numbers.append(whole.reduce(0) { $0 * 10 + Int($1 - 48) })
    }
    var hour = numbers[0]
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    let second = numbers.count == 3 ? numbers[2] : 0
    guard hour < 24, numbers[1] < 60, second < 61 else { return nil }
    seconds = hour * 3600 + numbers[1] * 60 + second
  }
}

private let weekdays: Set<String> = [
  "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday",
  "saturday",
  "sunday",
]

/// 1...12 for the name of a month, or its first letters, in the languages of the platforms' interfaces.
private func monthNumber(_ word: String) -> Int? {
  var name = word
  while name.last == "." { name.removeLast() }
  return monthNumbers[name]
}

private let monthNumbers: [String: Int] = {
  var numbers: [String: Int] = [:]
  for names in monthNames {
    for (index, name) in names.split(separator: " ").enumerated() {
      let month = name.split(separator: "_").joined(separator: " ")
      numbers[month] = index + 1
    }
  }
  return numbers
}()

private let monthNames: [String] = [
  "january february march april may june july august september october november december",
  "jan feb mar apr may jun jul aug sep oct nov dec", "- - - - - - - - sept - - -",
  "januar februar märz april mai juni juli august september oktober november dezember",
  "jänner feb mär apr mai jun jul aug sep okt nov dez",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "ene feb mar abr may jun jul ago sep oct nov dic",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "jan fev mar abr mai jun jul ago set out nov dez",
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "janv févr mars avr mai juin juil août sept oct nov déc",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "januari februari maart april mei juni juli augustus september oktober november december",
  "januari februari maret april mei juni juli agustus september oktober november desember",
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
  "tháng_một tháng_hai tháng_ba tháng_tư tháng_năm tháng_sáu tháng_bảy tháng_tám tháng_chín tháng_mười "
    + "tháng_mười_một tháng_mười_hai",
  "tháng_1 tháng_2 tháng_3 tháng_4 tháng_5 tháng_6 tháng_7 tháng_8 tháng_9 tháng_10 tháng_11 tháng_12",
]
