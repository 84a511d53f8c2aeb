import Glibc
import TallyLanguage
import TallyPrivacy

/// Where policies lie; unlike start files they are read in batch, with `--no-rc` and with `--safe` as well, since they can
/// only raise protection.
enum PolicyPaths {
  /// What a policy is called that nobody has to name.
  static let name = "tally.policy"

  /// A policy, as messages name it and as the system is asked for it.
  struct Path: Hashable {
    let shown: String
    let resolved: String

    /// Whether there is something of this name, readable or not; where that cannot be told, there is.
    var isThere: Bool {
      var found = stat()
      return lstat(resolved, &found) == 0 || (errno != ENOENT && errno != ENOTDIR)
    }
  }

  /// Those of the user: below `$XDG_CONFIG_HOME`, `$HOME/.config` and the home that the system knows.
  ///
  /// All three are asked, so that no variable can hide the one in the user's home.
  static var ofUser: [Path] {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    let home = getpwuid(getuid()).flatMap { $0.pointee.pw_dir }.map { String(cString: $0) }
    let folders =
      [variable("XDG_CONFIG_HOME")] + [variable("HOME"), home].map { $0.map { $0 + "/.config" } }
    return unique(
      folders.compactMap { $0 }.map { "\($0)/tally/\(name)" }.map { Path(shown: $0, resolved: $0) })
  }

  /// The one beside a file, and where the file is a link, the one beside what it leads to.
  static func beside(shown: String, resolved: String, realPath: String?) -> [Path] {
    let real = realPath.map { FileAccess.folder(of: $0) + name }
    return unique(
      [Path(shown: FileAccess.folder(of: shown) + name, resolved: FileAccess.folder(of: resolved) + name)]
        + [real.map { Path(shown: $0, resolved: $0) }].compactMap { $0 })
  }

  /// Reads one that is there; what cannot be read counts as strict.
  static func read(_ path: Path) -> PolicyFile {
    do {
      return try open(path.resolved, named: path.shown)
    } catch {
      return PolicyFile(unreadable: path.shown, because: "the system does not let Tally read it")
    }
  }

  /// Reads one that was named.
  ///
  /// - Throws: F001...F003, F145...F147 where it cannot be opened at all.
  static func open(_ path: String, named shown: String) throws(Failure) -> PolicyFile {
    var found = stat()
    let isLarge =
      stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
      && Int(found.st_size) > PolicyFile.largest
    if isLarge { return PolicyFile(tooLarge: shown) }
    return PolicyFile(try FileAccess().read(path, at: .none), name: shown)
  }

  /// The first of those that lead to the same file.
  private static func unique(_ paths: [Path]) -> [Path] {
    var seen: Set<String> = []
    return paths.filter { seen.insert(FileAccess.realPath($0.resolved) ?? $0.resolved).inserted }
  }
}
