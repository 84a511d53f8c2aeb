import TallyPrivacy
import TallyRender

extension Audit {
  /// What is said of all breakdowns together, below the reports; of each other one a sentence.
  var closing: [String] {
    var lines: [String] = []
    if overlapping > 0 {
      lines.append("Not opened, as they overlap what is open (F131, F164): \(overlapping).")
    }
    if superseded > 0 {
      lines.append("Not opened, being another day or period of what is open (F132, F163): \(superseded).")
    }
    if hasHours {
      lines.append(
        "Active hours are averages of crowds over whole days, and no sum of them is shown: nothing to work one out from."
      )
    }
    if reports.isEmpty, !hasHours {
      lines.append("None of these files splits an audience, so there is nobody to be worked out.")
    } else if !reports.isEmpty {
      let asked = reports.reduce(0) { $0 + $1.asked }
      let tables = reports.count == 1 ? "1 breakdown" : "\(reports.count) breakdowns"
      lines.append(
        isPassed
          ? "Passed: \(tables), \(asked) questions, and nobody can be worked out."
          : "FAILED: \(tables), \(asked) questions, and some of them narrow a group down too far.")
    }
    return lines
  }
}

extension AuditReport {
  /// The report for people: a line for each kind of attack, two where there is little room.
  ///
  /// It has no number of people and no label.
  func lines(_ style: Style) -> [String] {
    let heading = files.isEmpty ? title : "\(title) (\(files.joined(separator: ", ")))"
    let rows = verdict.findings.map { finding in
      [
        finding.attack.rawValue, count(finding.attack, \.asked), count(finding.attack, \.answered),
        leftOpen(finding), stops(finding).joined(separator: " "),
      ]
    }
    let hasRoom = style.width.map { $0 >= widthOfTable } ?? true
    // Where nothing is hidden there is nothing to attack.
    let hasTable = isOpen && (verdict.folded > 0 || !isPassed)
    let table = hasTable ? (hasRoom ? columns(rows) : pairs(rows)) : []
    return ([heading] + table + notes.map { "  \($0)" }).map { style.unicode ? $0 : $0.withoutDashes }
  }

  private func columns(_ rows: [[String]]) -> [String] {
    let headers = ["attack", "asked", "answered", "left open", "stopped by"]
    let all = [headers] + rows
    let widths = headers.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let cells = row.indices.dropLast().map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].count)
        return 1...2 ~= column ? blanks + row[column] : row[column] + blanks
      }
      let line = "  " + (cells + row.suffix(1)).joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func pairs(_ rows: [[String]]) -> [String] {
    rows.flatMap { row in
      let asked = row[1] == "–" ? "" : "\(row[2]) of \(row[1]) answered"
      return [
        "  \(row[0]): \(row[3])", "    " + [asked, row[4]].filter { !$0.isEmpty }.joined(separator: ", "),
      ]
    }
  }

  private func count(_ attack: AttackKind, _ part: (Asking) -> Int) -> String {
    askings[attack].map { String(part($0)) } ?? "–"
  }

  /// How many numbers of people the most exposed group may still have.
  private func leftOpen(_ finding: AuditVerdict.Finding) -> String {
    guard let sizes = finding.sizes else { return "–" }
    return finding.isHeld ? "\(sizes) or more" : String(sizes)
  }

  /// The rule that stands in the way, and what refused the questions that got no answer.
  private func stops(_ finding: AuditVerdict.Finding) -> [String] {
    if !finding.isHeld { return ["nothing"] }
    // What gets no answer needs no further rule.
    let rules = verdict.folded > 0 && finding.sizes != nil ? [finding.attack.rule.rawValue] : []
    let codes = (askings[finding.attack]?.codes ?? []).filter {
      $0.hasPrefix("P") || shapesOfAudiences.contains($0)
    }.sorted()
    return rules + codes.filter { !rules.contains($0) }
  }

  private var notes: [String] {
    guard isOpen else {
      return isPassed
        ? ["Withheld (P403): nothing of it is shown, and no question got a number."]
        : ["FAILED: it is withheld (P403), and questions about it got numbers."]
    }
    var notes = ["Shown: \(groups(verdict.shown)), counted together: \(verdict.folded)."]
    if verdict.leftOut > 0 { notes.append("Left out, being sums of others: \(verdict.leftOut).") }
    if verdict.unexplained > 0 {
      notes.append("FAILED: \(verdict.unexplained) numbers of answers are no sum of groups of the file.")
    }
    let failed = verdict.findings.filter { !$0.isHeld }.map(\.attack.rawValue)
    if !failed.isEmpty {
      notes.append(
        "FAILED: fewer than \(verdict.crowd) numbers are left open for a group, by: \(failed.joined(separator: ", "))."
      )
    }
    if tellsLabels {
      notes.append("FAILED: questions about a hidden group end otherwise than those about one that is shown.")
    }
    if isPassed {
      notes.append(
        verdict.folded > 0
          ? "Held: what each of those counted together may be spans \(verdict.crowd) numbers or more."
          : "Held: every group is a crowd, and nothing is hidden behind it.")
    }
    return notes
  }

  private func groups(_ count: Int) -> String { count == 1 ? "1 group" : "\(count) groups" }
}

extension AuditReport {
  /// The report as data; like the text, it holds no number of people and no label.
  var record: Record {
    Record([
      ("kind", .text("audit")), ("breakdown", .text(title)), ("files", .texts(files)),
      ("open", .flag(isOpen)),
      ("groups_shown", .count(verdict.shown)), ("groups_folded", .count(verdict.folded)),
      ("groups_left_out", .count(verdict.leftOut)), ("to_leave_open", .count(Int(verdict.crowd))),
      ("asked", .count(asked)), ("answered", .count(answered)),
      ("attacks", .list(verdict.findings.map { .record(record(of: $0)) })),
      ("unexplained", .count(verdict.unexplained)), ("tells_labels", .flag(tellsLabels)),
      ("passed", .flag(isPassed)),
    ])
  }

  private func record(of finding: AuditVerdict.Finding) -> Record {
    let asking = askings[finding.attack]
    return Record([
      ("attack", .text(finding.attack.rawValue)), ("asked", .count(asking?.asked ?? 0)),
      ("answered", .count(asking?.answered ?? 0)),
      ("left_open", finding.sizes.map { .count(Int($0)) } ?? .missing),
      ("stopped_by", .texts(stops(finding))), ("held", .flag(finding.isHeld)),
    ])
  }
}

/// Codes that say what a question about an audience may not combine; others are of names that no file has.
private let shapesOfAudiences: Set<String> = ["C031", "C032", "C033", "C034", "C037", "Q014"]
/// Narrower ones get two lines a row.
private let widthOfTable = 72

extension String {
  fileprivate var withoutDashes: String { String(map { $0 == "–" ? "-" : $0 }) }
}
