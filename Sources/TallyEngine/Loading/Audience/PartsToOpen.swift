import TallyLanguage
import TallyPrivacy

extension AudiencePart {
  var breakdown: Breakdown? {
    if case .people(let breakdown) = content { breakdown } else { nil }
  }
  var exposure: Exposure? { if case .exposure(let exposure) = content { exposure } else { nil } }
  var activity: ActiveHours? { if case .hours(let hours) = content { hours } else { nil } }

  /// What it tells, as in `followers by country`.
  var words: String {
    switch content {
    case .people: "followers by \(dimensions.joined(separator: ", "))"
    case .exposure: "views by \(dimensions.joined(separator: ", "))"
    case .hours: "active followers by hour"
    }
  }

  /// Why it is not opened where another one of its kind is open.
  func openAlready(_ file: String) -> Diagnostic {
    switch content {
    case .people: .snapshotOpenAlready(file, dimensions)
    case .exposure: .periodOpenAlready(file, dimensions)
    case .hours: .hoursOpenAlready(file)
    }
  }

  /// Why it is not opened where one of these dimensions is open.
  func overlaps(_ file: String, _ open: [String]) -> Diagnostic {
    switch content {
    case .people: .breakdownOverlaps(file, dimensions, open: open)
    case .exposure, .hours: .exposureOverlaps(file, dimensions, open: open)
    }
  }
}

/// A part with the file that has it.
struct PlacedPart {
  /// Its place among the files.
  let file: Int
  let name: String
  let part: AudiencePart
  var dimensions: [String] { part.dimensions }
}

/// The parts of one kind that files have.
struct PartsToOpen<Content> {
  var contents: [Content] = []
  var parts: [PlacedPart] = []

  init(_ files: [LoadedFile], _ content: (AudiencePart) -> Content?) {
    for (place, file) in files.enumerated() {
      for part in file.audience {
        guard let content = content(part) else { continue }
        contents.append(content)
        parts.append(PlacedPart(file: place, name: file.name, part: part))
      }
    }
  }
}
