import TallyLanguage

extension WrittenDate {
  /// A time as APIs write it: whole seconds or milliseconds since 1970 in UTC, from 2001 to 2286; nil for anything else.
  ///
  /// Only a preset can say that a number is a time.
  init?(unixTime text: Span<UInt8>, _ cell: Range<Int>) {
    var number: Int64 = 0
    guard cell.count == 10 || cell.count == 13, text[cell.lowerBound] != UInt8(ascii: "0") else { return nil }
    for index in cell {
      guard text[index].isASCIIDigit else { return nil }
      number = number * 10 + Int64(text[index] - 48)
    }
    let seconds = cell.count == 13 ? number / 1000 : number
    let (year, month, day) = Day(number: Int32(truncatingIfNeeded: seconds / 86_400)).civil
    self.init(
      year: year, month: month, day: day,
      time: WrittenTime(seconds: Int(seconds % 86_400), offset: 0))
  }
}
