/// Something in a policy file that is not as it was meant; what it asks for instead is never less.
///
/// It holds no text of the file: whoever names a wrong file must not see it printed.
package struct PolicyNotice: Sendable, Hashable {
  /// P501 where a limit is below the built-in one, P502 where something cannot be read.
  package let code: RefusalCode
  /// The file as it was named.
  package let file: String
  /// Both count from 1, the column in characters; nil where the whole file is meant.
  package let line: Int?
  package let column: Int?
  /// What is there, and what holds now: two sentences.
  package let message: String
}

/// The words of what can be wrong in a policy file.
extension PolicyNotice {
  /// A problem before its place is known.
  struct Problem {
    let code: RefusalCode
    let message: String

    static func belowBuiltIn(_ limit: PolicyLimit) -> Problem {
      Problem(
        code: .policyBelowFloor,
        message: "`\(limit.rawValue)` cannot be less than \(grouped(limit.builtIn)) \(limit.unit)."
          + " It stays as it is without this line.")
    }

    static func notNumber(_ limit: PolicyLimit) -> Problem {
      unreadable(
        "`\(limit.rawValue)` takes a whole number of \(limit.unit), as in"
          + " `\(limit.rawValue): \(grouped(limit.strict)) \(limit.unit)`.",
        "Until it can be read, \(grouped(limit.strict)) \(limit.unit) hold.")
    }

    static func repeated(_ limit: PolicyLimit) -> Problem {
      unreadable(
        "`\(limit.rawValue)` stands here a second time, with another number.", "The larger one holds.")
    }

    static let unknownProfile = unreadable(
      "`profile` is standard or strict.", "Until it can be read, strict holds.")
    static let unknownSetting = unreadable(
      "This is none of the settings of a policy: \(settings).",
      "Until it can be read, `profile: strict` holds.")
    static let nothingSetAside = unreadable(
      "`set aside` takes names of columns with commas between, as in `set aside: city, [mood]`.",
      "Until it can be read, `profile: strict` holds.")
    static let notText = unreadable(
      "Here it is not UTF-8 text.", "Nothing of it can be trusted, so `profile: strict` holds.")
    static let saysNothing = unreadable("This policy asks for nothing.", "What is built in holds.")
    static let tooLarge = unreadable(
      "A policy has at most \(PolicyFile.largest / 1024) KiB.",
      "Nothing of it was read, so `profile: strict` holds.")

    static func cannotBeOpened(_ reason: String) -> Problem {
      unreadable("This policy cannot be read: \(reason).", "So `profile: strict` holds.")
    }

    private static func unreadable(_ what: String, _ holds: String) -> Problem {
      Problem(code: .policyUnreadable, message: what + " " + holds)
    }

    private static let settings =
      (PolicyLimit.allCases.map(\.rawValue) + ["profile", "set aside"]).map { "`\($0)`" }
      .joined(separator: ", ")
  }
}

/// A number with commas between thousands, as policies may write it.
package func grouped(_ number: Int64) -> String {
  var text = ""
  let digits = String(number)
  for (place, digit) in digits.enumerated() {
    if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return text
}
