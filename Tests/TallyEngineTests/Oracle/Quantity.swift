/// A number of the naive evaluator: whole where it can be, otherwise a double.
enum Quantity: Hashable {
  case whole(Int64)
  case real(Double)

  var real: Double {
    switch self {
    case .whole(let value): Double(value)
    case .real(let value): value
    }
  }

  /// -1, 0 or 1, exactly where both are whole.
  func compared(to other: Quantity) -> Int {
    if case .whole(let left) = self, case .whole(let right) = other {
      return left < right ? -1 : left > right ? 1 : 0
    }
    return real < other.real ? -1 : real > other.real ? 1 : 0
  }

  /// A sum, difference, product or quotient; nil where it is divided by zero.
  static func combine(_ left: Quantity, _ sign: Character, _ right: Quantity) -> Quantity? {
    if case .whole(let a) = left, case .whole(let b) = right {
      switch sign {
      case "+": return .whole(a + b)
      case "-": return .whole(a - b)
      case "*": return .whole(a * b)
      default: break
      }
    }
    switch sign {
    case "+": return .real(left.real + right.real)
    case "-": return .real(left.real - right.real)
    case "*": return .real(left.real * right.real)
    default: return right.real == 0 ? nil : .real(left.real / right.real)
    }
  }
}
