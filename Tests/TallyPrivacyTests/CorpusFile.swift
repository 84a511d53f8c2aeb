import Foundation
import TallyLanguage
import TallyPrivacy
import Testing

/// A phrase of a corpus with its second column.
struct CorpusRow: CustomTestStringConvertible, Sendable {
  let phrase: String
  let category: String

  var testDescription: String { "\(category): \(phrase)" }
}

/// The rows of `Tests/Corpora/NAME.tsv`, header left out.
func corpus(_ name: String) -> [CorpusRow] {
  let text = (try? String(contentsOf: corpora.appending(path: name + ".tsv"), encoding: .utf8)) ?? ""
  return text.split(separator: "\n").dropFirst().compactMap { line in
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    return cells.count == 2 ? CorpusRow(phrase: cells[0], category: cells[1]) : nil
  }
}

/// The top of the package.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private let corpora = packageFolder.appending(path: "Tests/Corpora")

/// The words of each statement of a text, as the parser hands them to the classifier.
func statements(_ text: String) -> [[ScannedWord]] {
  let source = SourceText(text, name: "test")
  return lex(source).split(whereSeparator: \.endsStatement).map { scannedWords($0, of: source) }
    .filter { !$0.isEmpty }
}

/// The first refusal among the statements of a text.
func firstRefusal(
  in text: String, protecting names: ProtectedNames = ProtectedNames(),
  by rules: [PrivacyRule] = PrivacyRules.all
) -> Refusal? {
  statements(text).lazy.compactMap { classify($0, protecting: names, by: rules) }.first
}

/// What stands under a span.
func text(_ span: Range<Int>, of phrase: String) -> String {
  SourceText(phrase, name: "test").text(span)
}
