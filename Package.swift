// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every Swift target: language mode 6, imports say what they expose, warnings stop the build.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "tally",
  products: [.executable(name: "tally", targets: ["tally"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // In stage order, lowest first; an arrow only ever points to a target above it in this list.

    // Says what may be asked and shown about people.
    .target(name: "TallyPrivacy", swiftSettings: settings),
    // Turns query text into a tree, and a tree back into text.
    .target(name: "TallyLanguage", dependencies: ["TallyPrivacy"], swiftSettings: settings),
    // Knows the catalog, turns a tree into a checked plan, and says what a result looks like.
    .target(
      name: "TallyPlan", dependencies: ["TallyLanguage", "TallyPrivacy"], swiftSettings: settings),
    // Turns bytes into columns and runs a plan over them.
    // Over the headers of RapidJSON (rapidjson-dev), which need no library at run time.
    .target(name: "CJSONReader"),
    // Loops for which the width of registers matters, chosen when the program runs.
    .target(name: "CVectorKernels"),
    // Compares 64 bytes at a time, and hands out large pages; for machines of every kind.
    .target(name: "CMachine"),
    .target(
      name: "TallyEngine",
      dependencies: [
        "TallyPlan", "TallyLanguage", "TallyPrivacy", "CJSONReader", "CVectorKernels", "CMachine",
      ],
      // Spans of memory that no array holds, whose lifetimes the compiler checks.
      swiftSettings: settings + [.enableExperimentalFeature("Lifetimes")]),
    // Turns a released result, a diagnostic or a refusal into text.
    // No pkgConfig: the only flag it would give is one that the package manager rejects with a warning.
    .systemLibrary(name: "CTextWidth", providers: [.apt(["libutf8proc-dev"])]),
    .target(
      name: "TallyRender", dependencies: ["TallyPlan", "TallyLanguage", "TallyPrivacy", "CTextWidth"],
      swiftSettings: settings),
    // Talks: files, terminal, clock, environment, and the route of a query.
    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(name: "CLineEditor", dependencies: ["CLibEdit"]),
    .systemLibrary(name: "CMessageDigest", providers: [.apt(["libmd-dev"])]),
    // Unpacks: ZIP and zstd, gzip, the XML of workbooks.
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .target(
      name: "TallyShell",
      dependencies: [
        "TallyEngine", "TallyRender", "TallyPlan", "TallyLanguage", "TallyPrivacy", "CLineEditor",
        "CMessageDigest", "CArchive", "CZlib", "CExpat", "CMachine",
      ],
      swiftSettings: settings),
    // Reads the command line.
    .executableTarget(
      name: "tally",
      dependencies: [
        "TallyShell", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Takes part in Benchmarks/run beside other programs; in no product that is handed out.
    .executableTarget(
      name: "tally-bench", dependencies: ["TallyShell", "TallyRender", "TallyLanguage"],
      path: "Benchmarks/tally-bench", swiftSettings: settings),

    // Tests, in the same order; the support, the pseudo-terminal and the probe are their tools and in no product.
    .target(name: "TallyTestSupport", path: "Tests/TallyTestSupport", swiftSettings: settings),
    .testTarget(
      name: "TallyPrivacyTests", dependencies: ["TallyPrivacy", "TallyLanguage", "TallyTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TallyLanguageTests", dependencies: ["TallyLanguage", "TallyPrivacy", "TallyTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TallyEngineTests",
      dependencies: [
        "TallyEngine", "TallyPlan", "TallyLanguage", "TallyPrivacy", "CVectorKernels", "TallyTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TallyRenderTests",
      dependencies: ["TallyRender", "TallyPlan", "TallyLanguage", "TallyPrivacy", "TallyTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TallyShellTests",
      dependencies: ["TallyShell", "TallyEngine", "TallyLanguage", "TallyPrivacy", "TallyTestSupport"],
      swiftSettings: settings),
    .testTarget(name: "LayeringTests", dependencies: ["TallyTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["TallyTestSupport", "TallyShell", "TallyRender", "TallyLanguage"],
      exclude: ["Cases", "README.md"], swiftSettings: settings),
    .testTarget(
      name: "ProgramTests", dependencies: ["TallyTestSupport", "tally", "CArchive"], swiftSettings: settings),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .executableTarget(
      name: "LineEditorProbe", dependencies: ["TallyShell"], path: "Tests/LineEditorProbe",
      swiftSettings: settings),
    .executableTarget(
      name: "ScalarSweep", dependencies: ["TallyLanguage", "TallyPrivacy"], path: "Tests/ScalarSweep",
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTests", dependencies: ["CPseudoTerminal", "LineEditorProbe", "tally"],
      swiftSettings: settings),
  ]
)

// Built by Scripts/fuzz alone, because every target needs the sanitizer's counters then.
if Context.environment["TALLY_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "LoaderFuzzer", dependencies: ["TallyShell", "TallyEngine", "TallyPlan", "TallyPrivacy"],
      path: "Tests/LoaderFuzzer",
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
