import CLineEditor
import Glibc

/// Texts typed at a terminal, with editing, history, search and completion.
///
/// A class because the C editor keeps its address: the callbacks of one `next` come back to this object.
/// It knows nothing of the language: what is complete and what may follow are questions it asks.
package final class EditedLines: LineSource {
  /// What was typed before; the session adds to it after a text has run.
  package var history: History
  /// What may stand at a byte offset of a text; to be set anew when the tables change.
  package var complete: (_ text: String, _ cursor: Int) -> Completions
  /// Whether lists and search are drawn with colour.
  package var usesColor: Bool

  private let isComplete: (String) -> Bool
  private var recall = HistoryRecall()
  /// Set in `init` and never nil afterwards; optional because it is opened with the address of this object.
  private var handle: OpaquePointer?

  /// Opens the editor on standard input and output; nil where they are no terminal or libedit refuses it.
  ///
  /// `isComplete` decides what Enter does: run the text, or go on in a new line. A text that ends in an empty line
  /// is run whatever it says, so that nobody is caught in a string without its closing quote.
  package init?(
    history: History,
    usesColor: Bool,
    isComplete: @escaping (String) -> Bool,
    complete: @escaping (_ text: String, _ cursor: Int) -> Completions
  ) {
    self.history = history
    self.usesColor = usesColor
    self.isComplete = isComplete
    self.complete = complete
    let callbacks = tally_editor_callbacks(
      context: Unmanaged.passUnretained(self).toOpaque(),
      is_complete: { context, text, length in
        EditedLines.from(context).runs(EditedLines.string(text, length))
      },
      complete: { context, text, length, cursor in
        EditedLines.from(context).completeToken(in: EditedLines.string(text, length), at: cursor)
      },
      recall: { context, older, text, length in
        EditedLines.from(context).recallEntry(older: older, from: EditedLines.string(text, length))
      },
      search: { context, text, length in
        EditedLines.from(context).searchHistory(from: EditedLines.string(text, length))
      })
    handle = tally_editor_open(callbacks)
    if handle == nil { return nil }
  }

  deinit { tally_editor_close(handle) }

  /// Reads one text. Whatever was typed while the last one ran is taken up; a Ctrl-C of that time is not.
  package func next(prompt: String) -> LineRead {
    recall = HistoryRecall()
    fflush(nil)
    var text: UnsafePointer<CChar>?
    var length = 0
    switch tally_editor_read(handle, prompt, &text, &length) {
    case TALLY_READ_TEXT: return .text(Self.string(text, length))
    case TALLY_READ_CANCELLED: return .cancelled
    default: return .end
    }
  }

  // MARK: Callbacks

  private func runs(_ text: String) -> Bool {
    let lastLine = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).last
    let endsBlank = lastLine?.allSatisfy { $0.properties.isWhitespace } ?? true
    return endsBlank || isComplete(text)
  }

  private func recallEntry(older: Bool, from text: String) {
    guard let entry = recall.move(older: older, from: text, in: history.entries) else { return beep() }
    replace(0..<text.utf8.count, in: text, with: entry)
  }

  private func searchHistory(from text: String) -> Bool {
    var search = HistorySearch(history)
    while true {
      draw(search)
      let key = SearchKey(tally_editor_read_key(handle))
      if key == .resized {
        continue
      }
      if let outcome = search.press(key) {
        // The search stands in its own first row: from there everything below is its.
        write("\r\u{1B}[J")
        switch outcome {
        case .taken(let entry, let runs):
          replace(0..<text.utf8.count, in: text, with: entry)
          return runs
        case .left: return false
        }
      }
    }
  }

  private func draw(_ search: HistorySearch) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    tally_window_size(&columns, &rows)
    write(search.drawing(columns: Int(columns), rows: Int(rows), usesColor: usesColor))
  }

  private func completeToken(in text: String, at cursor: Int) {
    let completions = complete(text, cursor)
    switch CompletionEdit(completions, in: text, at: cursor) {
    case .nothing: beep()
    case .insert(let edit): replace(edit.replaced, in: text, with: edit.text)
    case .choose(let edit, let candidates):
      list(candidates)
      replace(edit.replaced, in: text, with: edit.text)
      tally_editor_redraw(handle)
    }
  }

  /// Prints candidates between the text and a new prompt.
  private func list(_ candidates: [Candidate]) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    tally_window_size(&columns, &rows)
    let listing = CompletionListing(candidates, columns: Int(columns), rows: max(2, Int(rows) - 4))
    tally_editor_move_below(handle)
    for line in listing.lines(usesColor: usesColor) { write(line + "\r\n") }
  }

  // MARK: The C editor

  private func replace(_ range: Range<Int>, in text: String, with replacement: String) {
    var replacement = replacement
    replacement.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        tally_editor_replace(handle, range.lowerBound, range.upperBound, $0.baseAddress, $0.count)
      }
    }
  }

  private func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { tally_editor_write(handle, $0.baseAddress, $0.count) }
    }
  }

  private func beep() { tally_editor_beep(handle) }

  private static func from(_ context: UnsafeMutableRawPointer?) -> EditedLines {
    guard let context else { preconditionFailure("the line editor was opened without its owner") }
    return Unmanaged<EditedLines>.fromOpaque(context).takeUnretainedValue()
  }

  private static func string(_ text: UnsafePointer<CChar>?, _ length: Int) -> String {
    UnsafeBufferPointer(start: text, count: text == nil ? 0 : length).withMemoryRebound(to: UInt8.self) {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
