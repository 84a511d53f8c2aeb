import TallyPlan

/// The files with every video under one id: one that a file names by its link goes under the id that the platform's own
/// export gives it.
///
/// - Complexity: O(distinct videos).
func withLinkedVideos(_ files: [LoadedFile]) -> [LoadedFile] {
  var idOf: [String: String] = [:]
  for file in files { idOf.merge(file.table?.linked ?? [:]) { first, _ in first } }
  guard !idOf.isEmpty else { return files }
  return files.map { file in
    guard let table = file.table, let videos = table.videos, !table.isNumbered,
      videos.dictionary.contains(where: { idOf[$0] != nil })
    else { return file }
    let renamed = TextColumn(
      codes: videos.codes, dictionary: videos.dictionary.map { idOf[$0] ?? $0 }, validity: videos.validity)
    return LoadedFile(name: file.name, table: table.renamed(renamed), report: file.report)
  }
}
