import TallyLanguage

/// How far a file may swell while it is unpacked; a small one that fills the memory is a bomb and no export.
package struct UnpackingLimits {
  /// Bytes of everything that is unpacked from one file.
  package var total = 2 << 30
  /// Members of one archive, read or not.
  package var members = 1000
  /// From so many bytes on, what is unpacked may be `ratio` times as large as the file.
  package var ratioCountsFrom = 64 << 20
  package var ratio = 1000

  package init() {}
}

/// What has been unpacked from one file, held against the limits.
struct UnpackingBudget {
  /// The name of the file, for messages.
  let name: String
  let limits: UnpackingLimits
  private let packed: Int
  private(set) var unpacked = 0

  /// - Parameter packed: the length of the file.
  init(name: String, packed: Int, limits: UnpackingLimits = UnpackingLimits()) {
    self.name = name
    self.limits = limits
    self.packed = max(packed, 1)
  }

  /// Counts further bytes.
  ///
  /// - Throws: F142.
  mutating func take(_ count: Int) throws(Failure) {
    unpacked += count
    if unpacked > limits.total { throw .diagnostics([.unpacksTooLarge(name)]) }
    if unpacked > limits.ratioCountsFrom, unpacked / packed > limits.ratio {
      throw .diagnostics([.swells(name)])
    }
  }
}
