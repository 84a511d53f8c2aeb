import TallyEngine
import TallyLanguage
import TallyPlan
import TallyPrivacy
import TallyRender

extension Session {
  /// `show ...`: what is loaded, defined and set, as a table of names; never a value from a file.
  func listing(_ show: Show) -> Listing {
    switch show {
    case .tables: tableListing
    case .loads: loadListing
    case .metrics: metricListing
    case .groups: groupListing
    case .reports: reportListing
    case .settings: settingListing
    case .policy: policyListing
    case .columns(let table): columnListing(table)
    }
  }

  private var tableListing: Listing {
    Listing(
      heading: "Tables", headers: ["table", "rows", "from", "to", "files"],
      rows: tables.catalog.tables.map { table in
        [
          .text(table.role.rawValue), .count(table.rowCount),
          table.days.map { .text($0.lowerBound.description) } ?? .missing,
          table.days.map { .text($0.upperBound.description) } ?? .missing,
          .text(table.files.joined(separator: ", ")),
        ]
      }, notes: tables.isEmpty ? ["Nothing is loaded yet: load \"videos.csv\""] : [])
  }

  /// A row a file, and below it what was said of each when it was loaded.
  private var loadListing: Listing {
    Listing(
      heading: "Loads", headers: ["file", "table", "rows", "read as"],
      rows: tables.reports.map { report in
        [
          .text(report.file), report.role.map { .text($0.rawValue) } ?? .missing, .count(report.rows),
          .text(report.preset ?? (report.role == .audience ? "protected groups" : "plain columns")),
        ]
      } + groupsBesideTables,
      notes: tables.isEmpty ? ["Nothing is loaded yet: load \"videos.csv\""] : tables.reports.flatMap(\.lines)
    )
  }

  /// The groups of the audience in files that are a table besides.
  private var groupsBesideTables: [[Listing.Cell]] {
    let told = Set(tables.audienceReports.map(\.file))
    return tables.audience.files.filter { !told.contains($0.file) }.map { origin in
      [
        .text(origin.file), .text(TableRole.audience.rawValue), .count(origin.rows),
        .text("protected groups"),
      ]
    }
  }

  private var metricListing: Listing {
    var rows: [[String]] = []
    var seen: Set<String> = []
    for table in tables.catalog.tables {
      for column in table.columns where column.isMetric && seen.insert(column.name).inserted {
        let homes = tables.catalog.tables.filter { $0.column(named: column.name) != nil }.map(\.role.rawValue)
        rows.append([column.name, column.kind.word, homes.joined(separator: ", "), summary(of: column)])
      }
    }
    rows.append(["videos", "counter", "built in", "the number of videos"])
    for rate in tables.catalog.loadedRates where seen.isSuperset(of: [rate.column, "views"]) {
      rows.append([rate.rate, "rate", "built in", "\(rate.column) / views"])
    }
    for (name, expression) in definitions.metrics.sorted(by: { $0.key < $1.key }) {
      rows.append([name, "defined", "define", print(expression)])
    }
    return Listing(heading: "Metrics", headers: ["metric", "kind", "in", "meaning"], texts: rows)
  }

  private var groupListing: Listing {
    var rows = definitions.groups.map { [$0.key, "group", print($0.value)] }
    rows += definitions.labels.map { [$0.key, "label", print($0.value)] }
    return Listing(
      heading: "Groups", headers: ["name", "kind", "meaning"], texts: rows.sorted { $0[0] < $1[0] },
      notes: rows.isEmpty ? ["None yet: define group recent = posted during last 4 weeks"] : [])
  }

  private var reportListing: Listing {
    let rows = definitions.reports.sorted { $0.key < $1.key }.map { name, report in
      let parameters = definitions.parameters(of: report.question).sorted()
      return [name, print(report.question), parameters.joined(separator: ", ")]
    }
    return Listing(
      heading: "Reports", headers: ["report", "question", "parameters"], texts: rows,
      notes: rows.isEmpty ? ["None yet: define report weekly = saves by week"] : [])
  }

  /// Settings, then parameters that have a value.
  private var settingListing: Listing {
    let parameters = parameters.values.sorted { $0.key < $1.key }.map { name, value in
      ["{\(name)}", print(value), "a parameter"]
    }
    return Listing(
      heading: "Settings", headers: ["setting", "value", "meaning"],
      texts: settings.listed.map { [$0.name, $0.value, $0.meaning] } + parameters)
  }

  /// What protects an audience, and who asked for it; what it is protected by is in no answer.
  private var policyListing: Listing {
    var rows = PolicyLimit.allCases.map { limit in
      let held = tables.policy.held(limit)
      return [
        limit.rawValue, "\(grouped(tables.policy.least(limit))) \(limit.unit)", held.source ?? "built in",
      ]
    }
    let setAside = tables.policy.setAside
    rows.append([
      "set aside", setAside.count == 1 ? "1 column" : "\(setAside.count) columns",
      setAside.count == 0 ? "built in" : setAside.sources.joined(separator: ", "),
    ])
    let files = tables.policy.sources.joined(separator: ", ")
    return Listing(
      heading: "Policy", headers: ["setting", "holds", "because of"], texts: rows,
      notes: [
        files.isEmpty
          ? "No policy file was found. One can raise these numbers; nothing lowers them: help policy"
          : "Read: \(files). A policy can raise these numbers; nothing lowers them: help policy"
      ])
  }

  private func columnListing(_ table: Name?) -> Listing {
    let shown = tables.catalog.tables.filter { table == nil || $0.role.rawValue == table?.text }
    var rows: [[String]] = []
    for table in shown {
      for column in table.columns {
        let kind = column.isKindCertain ? column.kind.word : column.kind.word + "?"
        rows.append([column.name, table.role.rawValue, kind, column.header, summary(of: column)])
      }
    }
    let guesses = shown.flatMap(\.columns).contains { !$0.isKindCertain }
    return Listing(
      heading: "Columns", headers: ["column", "table", "kind", "header", "meaning"], texts: rows,
      notes: guesses ? ["A kind with ? is a guess; a script has to settle it with a `column` line."] : [])
  }

  private func summary(of column: CatalogColumn) -> String {
    StandardCatalog.column(named: column.name)?.summary ?? ""
  }
}
