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
  /// Which parts of a text have a colour; asked at every key.
  package var highlight: (_ text: String) -> [Highlight] = { _ in [] }
  /// Whether anything is drawn with colour.
  package var usesColor: Bool

  private let isComplete: (String) -> Bool
  private var recall = HistoryRecall()
  /// What the line begins with.
  private var beginning = ""
  private var prompt = ""
  private var screen = DrawnLine()
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
      begin: { context in
        let lines = EditedLines.from(context)
        lines.replace(0..<0, in: "", with: lines.beginning)
      },
      complete: { context, text, length, cursor in
        EditedLines.from(context).completeToken(in: EditedLines.string(text, length), at: cursor)
      },
      recall: { context, older, text, length in
        EditedLines.from(context).recallEntry(older: older, from: EditedLines.string(text, length))
      },
      search: { context, text, length in
        EditedLines.from(context).searchHistory(from: EditedLines.string(text, length))
      },
      draw: { context, reason, text, length, cursor in
        EditedLines.from(context).draw(EditedLines.string(text, length), cursor: cursor, reason)
      })
    handle = tally_editor_open(callbacks)
    if handle == nil { return nil }
  }

  deinit { tally_editor_close(handle) }

  /// Reads one text.
  ///
  /// Whatever was typed while the last one ran is taken up; a Ctrl-C of that time is not.
  package func next(prompt: String) -> LineRead { next(prompt: prompt, beginningWith: "") }

  /// Reads one text of which a part stands on the line already, to be edited or run.
  package func next(prompt: String, beginningWith beginning: String) -> LineRead {
    recall = HistoryRecall()
    self.beginning = beginning
    self.prompt = prompt
    screen = DrawnLine()
    fflush(nil)
    var text: UnsafePointer<CChar>?
    var length = 0
    switch tally_editor_read(handle, !beginning.isEmpty, &text, &length) {
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
    write(screen.erasing)
    screen = DrawnLine()
    while true {
      let (columns, rows) = Self.windowSize()
      write(search.drawing(columns: columns, rows: rows, usesColor: usesColor))
      guard let outcome = search.press(SearchKey(tally_editor_read_key(handle))) else { continue }
      // The search stands in its own first row: everything below is its.
      write("\r\u{1B}[J")
      switch outcome {
      case .taken(let entry, let runs):
        replace(0..<text.utf8.count, in: text, with: entry)
        return runs
      case .left: return false
      }
    }
  }

  private func completeToken(in text: String, at cursor: Int) {
    let completions = complete(text, cursor)
    switch CompletionEdit(completions, in: text, at: cursor) {
    case .nothing: beep()
    case .insert(let edit): replace(edit.replaced, in: text, with: edit.text)
    case .choose(let edit, let candidates):
      draw(text, cursor: cursor, TALLY_DRAW_CHANGED)
      let (columns, rows) = Self.windowSize()
      let listing = CompletionListing(candidates, columns: columns, rows: max(2, rows - 4))
      write(screen.leaving + listing.lines(usesColor: usesColor).map { $0 + "\r\n" }.joined())
      screen = DrawnLine()
      replace(edit.replaced, in: text, with: edit.text)
    }
  }

  // MARK: The screen

  private func draw(_ text: String, cursor: Int, _ reason: tally_draw_reason) {
    let (columns, rows) = Self.windowSize()
    switch reason {
    case TALLY_DRAW_RESIZED: screen.resize(columns: columns, rows: rows)
    case TALLY_DRAW_CLEARED: screen = DrawnLine()
    default: break
    }
    let leaves = reason == TALLY_DRAW_LEFT || reason == TALLY_DRAW_CANCELLED
    let drawing = LineDrawing(
      prompt: prompt, text: text, cursor: leaves ? text.utf8.count : cursor, columns: columns,
      highlights: usesColor ? highlight(text) : [], usesColor: usesColor)
    // What is left behind is whole, whatever the height of the window.
    var output = drawing.update(&screen, windowRows: leaves ? Int.max : rows)
    if leaves {
      output += (reason == TALLY_DRAW_CANCELLED ? "^C" : "") + screen.leaving
      screen = DrawnLine()
    }
    write(output)
  }

  private static func windowSize() -> (columns: Int, rows: Int) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    tally_window_size(&columns, &rows)
    return (Int(columns), Int(rows))
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
      bytes.withMemoryRebound(to: CChar.self) { tally_editor_write($0.baseAddress, $0.count) }
    }
  }

  private func beep() { write("\u{7}") }

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
