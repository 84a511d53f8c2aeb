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
    .target(
      name: "TallyEngine", dependencies: ["TallyPlan", "TallyLanguage", "TallyPrivacy"],
      swiftSettings: settings),
    // Turns a released result, a diagnostic or a refusal into text.
    .systemLibrary(
      name: "CTextWidth", pkgConfig: "libutf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .target(
      name: "TallyRender", dependencies: ["TallyPlan", "TallyLanguage", "TallyPrivacy", "CTextWidth"],
      swiftSettings: settings),
    // Talks: files, terminal, clock, environment, and the route of a query.
    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(name: "CLineEditor", dependencies: ["CLibEdit"]),
    .target(
      name: "TallyShell",
      dependencies: [
        "TallyEngine", "TallyRender", "TallyPlan", "TallyLanguage", "TallyPrivacy", "CLineEditor",
      ],
      swiftSettings: settings),
    // Reads the command line.
    .executableTarget(
      name: "tally",
      dependencies: [
        "TallyShell", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TallyEngineTests", dependencies: ["TallyEngine", "TallyPlan", "TallyLanguage", "TallyPrivacy"],
      swiftSettings: settings),
    .testTarget(name: "TallyPrivacyTests", dependencies: ["TallyPrivacy"], swiftSettings: settings),
  ]
)
