/// What each target may import: the arrows of `Sources/ARCHITECTURE.md`, as data.
///
/// Standard modules of the compiler (`Swift`, `Synchronization`) need no entry here; `Foundation` has none on purpose.
enum Layers {
  /// Target to the modules that it may import; a target that is not listed may not exist.
  static let allowed: [String: Set<String>] = [
    "TallyPrivacy": [],
    "TallyLanguage": ["TallyPrivacy"],
    "TallyPlan": ["TallyLanguage", "TallyPrivacy"],
    "TallyEngine": [
      "TallyPlan", "TallyLanguage", "TallyPrivacy", "CJSONReader", "CVectorKernels", "CMachine", "Dispatch",
    ],
    "TallyRender": ["TallyPlan", "TallyLanguage", "TallyPrivacy", "CTextWidth"],
    "TallyShell": [
      "TallyEngine", "TallyRender", "TallyPlan", "TallyLanguage", "TallyPrivacy", "CLineEditor",
      "CMessageDigest", "CArchive", "CZlib", "CExpat", "CMachine", "Glibc",
    ],
    "tally": ["TallyShell", "ArgumentParser", "Glibc"],
    "tally-bench": ["TallyShell", "TallyRender", "TallyLanguage", "Glibc"],
  ]

  /// Modules that any target may import.
  static let standard: Set<String> = ["Swift", "Synchronization"]

  /// One sentence for each import in a source text that its target may not have; none if all is well.
  static func violations(in source: String, of target: String) -> [String] {
    guard let mayImport = allowed[target] else { return ["\(target) is not in the table of layers"] }
    return imports(in: source)
      .filter { !mayImport.contains($0) && !standard.contains($0) }
      .map { "\(target) may not import \($0)" }
  }

  /// The modules that a source text imports, in its order: `package import struct A.B` imports `A`.
  static func imports(in source: String) -> [String] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return source.split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.prefix { $0 != "/" }.split(whereSeparator: \.isWhitespace)
      guard let keyword = words.firstIndex(of: "import"), words[..<keyword].allSatisfy(isModifier) else {
        return nil
      }
      let rest = words[(keyword + 1)...].drop { kinds.contains($0) }
      return rest.first?.split(separator: ".").first.map(String.init)
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
  }
}
