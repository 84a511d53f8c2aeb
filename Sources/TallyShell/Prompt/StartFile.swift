import Glibc

/// The file of statements that the shell runs when it opens at a terminal; never read in batch.
enum StartFile {
  /// `$XDG_CONFIG_HOME/tally/rc.tally`, or the same under `~/.config`; nil where there is no home or no such file.
  static var path: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let folder = variable("XDG_CONFIG_HOME") ?? variable("HOME").map({ $0 + "/.config" }) else {
      return nil
    }
    let path = folder + "/tally/rc.tally"
    return access(path, R_OK) == 0 ? path : nil
  }
}
