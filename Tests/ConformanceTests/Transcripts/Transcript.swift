/// A text that holds questions with the answers expected of them, as a list of parts that prints back unchanged.
struct Transcript: Equatable {
  /// A stretch of the text, in the order written.
  enum Part: Equatable {
    /// Lines that are nobody's question or answer: comments, blank lines, prose.
    case kept([String])
    /// A small file that stands in the text and exists only while it runs.
    case data(InlineFile)
    /// A file of `Tests/Fixtures` by its path there, which the session can load by its last component.
    case fixture(String)
    /// One question with its answer.
    case exchange(Exchange)
  }

  var parts: [Part]
}

/// A small file written in a transcript: `data NAME`, its lines, `end`.
struct InlineFile: Equatable {
  /// A plain file name.
  let name: String
  let lines: [String]
}

/// What is asked and what must come back.
struct Exchange: Equatable {
  /// How it is asked.
  let prompt: Prompt
  /// The statement's lines as written, continuation lines with their indentation.
  let input: [String]
  /// The answer's lines, none for a statement that prints nothing; replaced when transcripts are rewritten.
  var expected: [String]
  /// The line of the file on which the question starts, from 1.
  let line: Int
}

/// What the words before `>` say about a question.
struct Prompt: Equatable {
  /// The answer's format by the name that `--format` has for it; nil for the transcript's own.
  var format: String?
  /// Show the plan in sentences instead of the answer.
  var isPlan = false
  /// The question must fail, and the last line of the answer says with which exit status.
  var mustFail = false
  /// Failing is no surprise and no exit status is shown, as in a session at the prompt.
  var mayFail = false

  /// Words that choose a format.
  static let formats = ["box", "plain", "csv", "tsv", "json", "ndjson", "markdown"]
}

/// Why a transcript cannot be read.
struct TranscriptError: Error, Equatable, CustomStringConvertible {
  let line: Int
  let reason: String

  var description: String { "line \(line): \(reason)" }
}

/// A way to write transcripts down.
protocol TranscriptNotation {
  /// The parts of a text.
  ///
  /// - Throws: Where the text cannot be understood.
  static func parse(_ text: String) throws(TranscriptError) -> Transcript

  /// The text of the parts; `print(parse(text))` is `text`.
  static func print(_ transcript: Transcript) -> String
}

/// The lines of a text without its last newline; an empty text has none.
func lines(of text: String) -> [String] {
  guard !text.isEmpty else { return [] }
  let body = text.hasSuffix("\n") ? text.dropLast() : Substring(text)
  return body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
