/// Named facts about one thing, in order, for programs.
package struct Record: Sendable, Hashable {
  /// A fact.
  package indirect enum Value: Sendable, Hashable {
    case missing
    case text(String)
    case count(Int)
    case flag(Bool)
    case list([Value])
    case record(Record)
  }

  package var facts: [(name: String, value: Value)]

  package init(_ facts: [(name: String, value: Value)]) { self.facts = facts }

  package static func == (left: Record, right: Record) -> Bool {
    left.facts.elementsEqual(right.facts) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) {
    for fact in facts {
      hasher.combine(fact.name)
      hasher.combine(fact.value)
    }
  }

  /// One JSON object on a line of its own.
  package var jsonLine: String { json + "\n" }

  fileprivate var json: String { JSON.object(facts.map { ($0.name, $0.value.json) }) }
}

extension Record.Value {
  /// Texts as a list.
  package static func texts(_ texts: [String]) -> Record.Value { .list(texts.map { .text($0) }) }

  fileprivate var json: String {
    switch self {
    case .missing: "null"
    case .text(let text): JSON.string(text)
    case .count(let count): String(count)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): JSON.array(values.map(\.json))
    case .record(let record): record.json
    }
  }
}
