import Synchronization
import TallyLanguage

/// The columns of a table by plain name: as they are, or in a mapped file until they are first asked for.
package struct TableColumns: Sendable, ExpressibleByDictionaryLiteral {
  private enum Entry: Sendable {
    case ready(Column)
    case mapped(MappedColumn)
  }
  private var entries: [String: Entry]

  package init(_ columns: [String: Column]) { entries = columns.mapValues { .ready($0) } }

  /// Columns of a mapped file.
  init(mapped columns: [String: MappedColumn]) { entries = columns.mapValues { .mapped($0) } }

  package init(dictionaryLiteral columns: (String, Column)...) {
    self.init(Dictionary(columns, uniquingKeysWith: { first, _ in first }))
  }

  /// The plain names, in no order.
  package var keys: [String] { Array(entries.keys) }

  /// The column of a plain name; nil where there is none.
  ///
  /// - Complexity: O(1), and O(length) when a mapped column is asked for the first time.
  package subscript(name: String) -> Column? {
    get {
      switch entries[name] {
      case .ready(let column): column
      case .mapped(let mapped): mapped.column
      case nil: nil
      }
    }
    set { entries[name] = newValue.map { .ready($0) } }
  }

  /// What was found to be damaged of those that were asked for; nil while nothing was.
  var damage: Diagnostic? {
    entries.values.lazy.compactMap { if case .mapped(let mapped) = $0 { mapped.damage } else { nil } }.first
  }
}

/// A column in a mapped file, checked when it is first asked for, so that opening the file does not wait for it.
///
/// A damaged one has no value in any row, so that nothing goes astray over it, and says so in `damage`; an answer that
/// asked for it is not given.
final class MappedColumn: Sendable {
  private struct State {
    var column: Column?
    var damage: Diagnostic?
  }
  private let state = Mutex(State())
  /// The checked column; nil where it is damaged.
  private let check: @Sendable () -> Column?
  private let ifDamaged: @Sendable () -> (column: Column, finding: Diagnostic)

  init(
    check: @escaping @Sendable () -> Column?,
    ifDamaged: @escaping @Sendable () -> (column: Column, finding: Diagnostic)
  ) {
    self.check = check
    self.ifDamaged = ifDamaged
  }

  var column: Column {
    state.withLock { state in
      if let column = state.column { return column }
      let column: Column
      if let sound = check() {
        column = sound
      } else {
        let damaged = ifDamaged()
        column = damaged.column
        state.damage = damaged.finding
      }
      state.column = column
      return column
    }
  }

  var damage: Diagnostic? { state.withLock { $0.damage } }
}
