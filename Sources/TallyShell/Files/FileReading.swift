import Glibc
import TallyLanguage

/// Reads an open file to its end, whatever it is, and never waits for ever.
struct FileReading {
  let descriptor: Int32
  let name: String
  let place: Diagnostic.Place
  /// Whether it was opened so that a read with nothing to read comes back at once.
  let isNonBlocking: Bool

  /// Larger files hold no table that the engine could take.
  static let largest = 4 << 30
  /// A device that gives more than this gives for ever.
  private static let deviceLimit = 1 << 20
  /// How long an empty pipe may stay without a writer, in tenths of a second.
  private static let patience = 20

  /// What a file is, and what changes when something is written into it.
  struct State: Equatable, Sendable {
    enum Kind: Sendable { case file, folder, stream, device }
    let kind: Kind
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// All bytes.
  ///
  /// - Throws: F002 folder, F003, F145 changed meanwhile, F146 too large, F147 a pipe without a writer or a device;
  ///   `.cancelled`.
  func bytes(_ watch: inout ReadingWatch) throws(Failure) -> [UInt8] {
    let before = try state()
    switch before.kind {
    case .folder: throw failure(.isFolder(name, at: place))
    case .stream: return try pieces(atMost: Self.largest, &watch)
    case .device: return try pieces(atMost: Self.deviceLimit, &watch)
    case .file:
      guard before.size <= Self.largest else { throw failure(.fileTooLarge(name, at: place)) }
      // The system makes up some files while they are read, and says that they are empty.
      let content =
        before.size == 0 ? try pieces(atMost: Self.largest, &watch) : try whole(before.size, &watch)
      guard try state() == before else { throw failure(.changedWhileRead(name, at: place)) }
      return content
    }
  }

  /// All bytes, mapped where the file is long; whoever reads them then asks `check` afterwards.
  ///
  /// - Throws: as `bytes`.
  func contents(_ watch: inout ReadingWatch) throws(Failure) -> FileContents {
    let before = try state()
    if before.kind == .file, before.size >= Self.mapped, before.size <= Self.largest,
      let mapping = FileMapping(descriptor, before)
    {
      return FileContents(mapping, name: name, place: place)
    }
    return FileContents(try bytes(&watch))
  }

  /// Files from this size on are mapped: their bytes need not be copied, and are no memory of this program.
  private static let mapped = 1 << 20

  private func state() throws(Failure) -> State {
    guard let state = Self.state(of: descriptor) else { throw cannotRead(errno) }
    return state
  }

  /// What an open file is now; nil where the system does not say.
  static func state(of descriptor: Int32) -> State? {
    var found = stat()
    guard fstat(descriptor, &found) == 0 else { return nil }
    let kind: State.Kind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFCHR: isatty(descriptor) == 1 ? .stream : .device
      case S_IFBLK: .device
      default: .stream
      }
    return State(
      kind: kind, size: Int(found.st_size), seconds: found.st_mtim.tv_sec, nanoseconds: found.st_mtim.tv_nsec)
  }

  /// A file of known size, in one piece of memory; a byte more shows that it grew.
  private func whole(_ size: Int, _ watch: inout ReadingWatch) throws(Failure) -> [UInt8] {
    var stopped: Failure?
    let content = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      count = 0
      do throws(Failure) {
        while count < buffer.count {
          let part = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          try watch.tick("reading", name, count)
          guard let got = try read(into: part.baseAddress, min(part.count, 16 << 20)) else { continue }
          if got == 0 { return }
          count += got
        }
      } catch {
        stopped = error
      }
    }
    if let stopped { throw stopped }
    return content
  }

  /// What comes, as long as it comes.
  private func pieces(atMost limit: Int, _ watch: inout ReadingWatch) throws(Failure) -> [UInt8] {
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var waited = 0
    while true {
      try watch.tick("reading", name, content.count)
      let isReady = try waitForBytes()
      if !isReady && !isNonBlocking { continue }
      let got = try read(into: &piece, piece.count)
      if let got, got > 0 {
        content.append(contentsOf: piece[..<got])
        guard content.count <= limit else { throw failure(beyond(limit)) }
      } else if got == 0, isReady || !content.isEmpty {
        return content
      } else if got == 0 {
        waited += 1
        if waited >= Self.patience { throw failure(.nobodyWrites(name, at: place)) }
      }
    }
  }

  private func beyond(_ limit: Int) -> Diagnostic {
    limit == Self.deviceLimit ? .isDevice(name, at: place) : .fileTooLarge(name, at: place)
  }

  /// Waits a tenth of a second for something to read or the end; whether there is either.
  private func waitForBytes() throws(Failure) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let ready = poll(&wanted, 1, 100)
    if ready < 0, errno != EINTR { throw cannotRead(errno) }
    return ready > 0
  }

  /// How many bytes came, 0 at the end; nil where none are there yet.
  private func read(into buffer: UnsafeMutableRawPointer?, _ count: Int) throws(Failure) -> Int? {
    let got = Glibc.read(descriptor, buffer, count)
    if got >= 0 { return got }
    if errno == EINTR || errno == EAGAIN { return nil }
    throw cannotRead(errno)
  }

  private func cannotRead(_ code: Int32) -> Failure {
    failure(.cannotRead(name, because: reason(code), at: place))
  }

  private func failure(_ finding: Diagnostic) -> Failure { .diagnostics([finding]) }
}
