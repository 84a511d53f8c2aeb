import Glibc

/// Lines from a descriptor, for a terminal on which no editor can be opened.
///
/// The prompt is written and nothing else: no history, no keys but the terminal's own.
package struct PlainLines: LineSource {
  private let input: Int32
  private let output: Int32
  private var pending: [UInt8] = []

  package init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
    self.input = input
    self.output = output
  }

  /// One line; bytes that are not UTF-8 are replaced by U+FFFD.
  ///
  /// A last line without newline counts.
  package mutating func next(prompt: String) -> LineRead {
    FileDescriptor.writeAll(Array(prompt.utf8), to: output)
    while true {
      if let newline = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: pending[..<newline], as: UTF8.self)
        pending.removeSubrange(...newline)
        return .text(line)
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(input, &chunk, chunk.count)
      if count < 0, errno == EINTR { return .cancelled }
      guard count > 0 else {
        defer { pending = [] }
        return pending.isEmpty ? .end : .text(String(decoding: pending, as: UTF8.self))
      }
      pending.append(contentsOf: chunk[..<count])
    }
  }
}
