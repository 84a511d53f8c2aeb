import Testing

@testable import TallyPrivacy

/// What is shown of the hours in which followers are active.
struct ActiveHoursTests {
  private func hours(_ people: [Int: [Int64]]) -> ActiveHours? {
    ActiveHours(people.flatMap { hour, days in days.map { (hour, $0) } })
  }

  @Test("an hour is shown where its average is a crowd, and rounded", arguments: [(9, false), (10, true)])
  func averages(people: Int64, isShown: Bool) throws {
    let week = try #require(hours([3: [people, people], 20: [150, 151]]))
    let table = try #require(protect(week, followers: nil))
    #expect(table.rows.map(\.hour) == (isShown ? [3, 20] : [20]))
    #expect(table.rows.last?.people == 151)
    #expect(table.leavesOut != isShown)
  }

  @Test("ten on one day are no crowd over two")
  func oneDayIsNotEnough() throws {
    let week = try #require(hours([3: [10, 9], 20: [150, 150]]))
    let table = try #require(protect(week, followers: nil))
    #expect(table.rows.map(\.hour) == [20])
  }

  @Test("nothing is shown of fewer than a hundred followers, or while nobody knows of as many")
  func smallChannels() throws {
    let quiet = try #require(hours([20: [99]]))
    #expect(protect(quiet, followers: nil) == nil)
    #expect(protect(quiet, followers: 100)?.rows.map(\.people) == [99])
    let busy = try #require(hours([20: [150]]))
    #expect(protect(busy, followers: 99) == nil)
  }

  @Test("hours that no day has, and numbers that are no people, are not taken")
  func badRows() {
    #expect(ActiveHours([(24, 10)]) == nil)
    #expect(ActiveHours([(-1, 10)]) == nil)
    #expect(ActiveHours([(3, -1)]) == nil)
    #expect(ActiveHours([(3, .max)]) == nil)
  }

  @Test("one export is open, the same one again changes nothing, and two at once must agree")
  func ledger() throws {
    let first = try #require(hours([20: [150]]))
    let second = try #require(hours([20: [160]]))
    var ledger = ActiveHoursLedger()
    #expect(ledger.open([first, second], followers: nil).last == .ambiguous(with: 0))
    ledger = ActiveHoursLedger()
    let table = try #require(protect(first, followers: nil))
    #expect(ledger.open([first, first], followers: nil) == [.opened(table), .repeated])
    #expect(ledger.open([first], followers: nil) == [.repeated])
    #expect(ledger.open([second], followers: nil) == [.superseded])
    #expect(ledger.table == table)
  }
}
