import Glibc

/// What this process holds in memory, as Linux counts it; 0 where the system does not say.
enum ProcessMemory {
  /// Bytes held now.
  static var resident: Int { bytes(of: "VmRSS:") }

  /// The most bytes held since the start, or since `forgetPeak`.
  static var peak: Int { bytes(of: "VmHWM:") }

  /// Starts the peak anew from what is held now.
  static func forgetPeak() {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return }
    fputs("5", file)
    fclose(file)
  }

  /// Hands back what is free to the system; every engine is measured after the same.
  ///
  /// The C library's function stands in no module that Swift sees, so it is looked up.
  static func giveBack() {
    guard let symbol = dlsym(nil, "malloc_trim") else { return }
    typealias Trim = @convention(c) (Int) -> Int32
    _ = unsafeBitCast(symbol, to: Trim.self)(0)
  }

  /// A line of `/proc/self/status`, such as `VmRSS:     1234 kB`.
  private static func bytes(of key: String) -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let words = text.split(whereSeparator: \.isWhitespace)
      if words.first == key[...], words.count > 1, let kibibytes = Int(words[1]) { return kibibytes * 1024 }
    }
    return 0
  }
}

/// Nanoseconds since it was made: of the clock on the wall, and of all processors that worked for this process.
struct Stopwatch {
  private let startedAt = Stopwatch.now(CLOCK_MONOTONIC)
  private let workedAt = Stopwatch.now(CLOCK_PROCESS_CPUTIME_ID)

  var wall: Double { Stopwatch.now(CLOCK_MONOTONIC) - startedAt }
  var processor: Double { Stopwatch.now(CLOCK_PROCESS_CPUTIME_ID) - workedAt }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}
