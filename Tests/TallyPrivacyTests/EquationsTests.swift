import Testing

@testable import TallyPrivacy

struct EquationsTests {
  private func ranges(_ count: Int, _ sums: [(Set<Int>, Double, Double)]) -> [ClosedRange<Int64>] {
    var equations = Equations(count: count)
    for sum in sums { equations.add(sum.0, comeTo: sum.1, slack: sum.2) }
    return equations.ranges().map { $0.lower...$0.upper }
  }

  @Test("nothing known leaves everything open")
  func nothing() {
    #expect(ranges(2, []) == [0...Int64.max, 0...Int64.max])
    #expect(ranges(1, [([], 5, 0)]) == [0...Int64.max])
  }

  @Test("a sum bounds its parts, and one part the others")
  func bounds() {
    #expect(ranges(3, [([0, 1], 9, 0)]) == [0...9, 0...9, 0...Int64.max])
    #expect(ranges(2, [([0, 1], 9, 0), ([0], 4, 0)]) == [4...4, 5...5])
    #expect(ranges(2, [([0, 1], 9, 0), ([0], 4, 1.5)]) == [3...5, 4...6])
  }

  @Test("sums of pairs fix all three, which no bound alone does")
  func pairs() {
    #expect(
      ranges(3, [([0, 1], 30, 0), ([1, 2], 50, 0), ([0, 2], 40, 0)]) == [10...10, 20...20, 30...30])
  }

  @Test("sums without end on one side bound the other")
  func halfOpen() {
    // The first and second come to 20; the second and third to 5, so the first is 15 at least.
    #expect(ranges(3, [([0, 1], 20, 0), ([1, 2], 5, 0)]) == [15...20, 0...5, 0...5])
  }

  @Test("sums that say the same twice, or contradict each other, end")
  func repeated() {
    #expect(ranges(2, [([0, 1], 9, 0), ([0, 1], 9, 0)]) == [0...9, 0...9])
    #expect(ranges(1, [([0], 3, 0), ([0], 5, 0)]).count == 1)
  }

  @Test("a cycle of an odd number of pairs fixes all of them, one of an even number none", arguments: 3...12)
  func cycles(length: Int) {
    let truth = (0..<length).map { Double(10 + $0) }
    let sums = (0..<length).map { place in
      let next = (place + 1) % length
      return (Set([place, next]), truth[place] + truth[next], 0.0)
    }
    let found = ranges(length, sums)
    for place in 0..<length {
      let isPinned = found[place].lowerBound == found[place].upperBound
      #expect(isPinned == (length % 2 == 1), "\(length)")
      #expect(found[place].contains(Int64(truth[place])))
    }
  }
}
