// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in CI (BREVE_STRICT=1), not in a user's build with a newer compiler.
let strict: [SwiftSetting] =
  Context.environment["BREVE_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]
let face: [SwiftSetting] = [.strictMemorySafety()] + strict
let swift: [SwiftSetting] = face + [.enableUpcomingFeature("InternalImportsByDefault")]

// Read from top to bottom: a target depends only on targets above it.
let package = Package(
  name: "breve",
  products: [
    .library(name: "Breve", targets: ["Breve"]),
    .executable(name: "breve", targets: ["BreveCLI"]),
    .executable(name: "breve-bench", targets: ["BreveBench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Layer 0: one wrapper a C library; the only unsafe code.
    .target(
      name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "CDigest", linkerSettings: [.linkedLibrary("nettle")]),
    .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
    .target(name: "CHunspell", linkerSettings: [.linkedLibrary("hunspell-1.7")]),
    .target(name: "CStemmer", linkerSettings: [.linkedLibrary("stemmer")]),
    // Nothing but the place of libxml2's headers, which are not in a standard folder.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CXML2", dependencies: ["CLibXML2"]),
    .target(
      name: "CCompression", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("lzma")]),
    .target(name: "CProcess"),
    // Its headers only: the library is opened when a server is asked.
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CData"),
    .target(name: "BreveICU", dependencies: ["CICU"], swiftSettings: swift),
    .target(name: "BreveDigest", dependencies: ["CDigest"], swiftSettings: swift),
    .target(
      name: "BreveMorphology", dependencies: ["CCLD2", "CHunspell", "CStemmer"],
      swiftSettings: swift),
    .target(name: "BreveSystem", dependencies: ["CProcess"], swiftSettings: swift),
    .target(name: "BreveHTTP", dependencies: ["CCurl"], swiftSettings: swift),
    .target(name: "BreveXML", dependencies: ["CXML2"], swiftSettings: swift),
    .target(name: "BreveCompression", dependencies: ["CCompression"], swiftSettings: swift),
    .target(name: "BreveData", dependencies: ["CData"], swiftSettings: swift),

    // Layer 1: text, segments, tokens.
    .target(
      name: "BreveText", dependencies: ["BreveICU", "BreveMorphology", "BreveData"],
      exclude: ["Languages"], swiftSettings: swift),

    // Layer 2: what Breve does with them.
    .target(
      name: "BreveRanking", dependencies: ["BreveText", "BreveData", "BreveICU"],
      exclude: ["Weights"], swiftSettings: swift),
    .target(
      name: "BreveTerms",
      dependencies: ["BreveText", "BreveMorphology", "BreveICU", "BreveData"],
      exclude: ["Frequencies"], swiftSettings: swift),
    .target(
      name: "BreveMemory", dependencies: ["BreveText", "BreveICU"], swiftSettings: swift),
    .target(
      name: "BreveAlignment", dependencies: ["BreveText", "BreveICU"], swiftSettings: swift),

    // Layer 3: bytes to values and back.
    .target(
      name: "BreveIndex", dependencies: ["BreveMemory", "BreveSystem"], swiftSettings: swift),
    .target(
      name: "BreveFormats",
      dependencies: [
        "BreveText", "BreveTerms", "BreveMemory", "BreveDigest", "BreveICU", "BreveSystem",
        "BreveXML", "BreveCompression",
      ],
      swiftSettings: swift),

    // Layer 4: what is kept.
    .target(
      name: "BreveStore",
      dependencies: [
        "BreveIndex", "BreveMemory", "BreveText", "BreveSystem",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: swift),

    // Layer 4, too: engines outside, the only code that waits.
    .target(
      name: "BreveEngines",
      dependencies: [
        "BreveFormats", "BreveMemory", "BreveTerms", "BreveText", "BreveSystem", "BreveHTTP",
      ],
      swiftSettings: swift),

    // Layer 5: the library people import.
    .target(
      name: "Breve",
      dependencies: [
        "BreveText", "BreveRanking", "BreveTerms", "BreveMemory", "BreveAlignment", "BreveFormats",
        "BreveIndex", "BreveStore", "BreveEngines", "BreveDigest", "BreveData", "BreveMorphology",
        "BreveSystem",
      ],
      exclude: ["Schemas"],
      swiftSettings: swift),

    // Layer 6: faces.
    .executableTarget(
      name: "BreveCLI",
      dependencies: [
        "Breve", "BreveStore", "BreveFormats", "BreveRanking", "BreveMemory", "BreveTerms",
        "BreveAlignment", "BreveText", "BreveSystem", "BreveEngines",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: face),
    .executableTarget(
      name: "BreveBench",
      dependencies: [
        "Breve", "BreveSystem", "BreveICU", "BreveText", "BreveRanking", "BreveMemory",
        "BreveAlignment", "BreveIndex", "BreveStore", "BreveTerms", "BreveFormats", "BreveXML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: face),

    // Tests.
    .target(name: "BreveTestSupport", path: "Tests/BreveTestSupport", swiftSettings: swift),
    .testTarget(
      name: "BreveICUTests", dependencies: ["BreveICU", "BreveTestSupport"], swiftSettings: swift),
    .testTarget(
      name: "BreveMorphologyTests", dependencies: ["BreveMorphology", "BreveTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "BreveXMLTests", dependencies: ["BreveXML", "BreveTestSupport"], swiftSettings: swift),
    .testTarget(
      name: "BreveTextTests",
      dependencies: ["BreveText", "BreveICU", "BreveData", "BreveTestSupport"],
      exclude: ["Cases"], swiftSettings: swift),
    .testTarget(
      name: "BreveRankingTests", dependencies: ["BreveRanking", "BreveText", "BreveTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "BreveTermsTests", dependencies: ["BreveTerms", "BreveText", "BreveTestSupport"],
      exclude: ["Cases"], swiftSettings: swift),
    .testTarget(
      name: "BreveMemoryTests",
      dependencies: ["BreveMemory", "BreveIndex", "BreveSystem", "BreveText", "BreveTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "BreveAlignmentTests",
      dependencies: ["BreveAlignment", "BreveText", "BreveTestSupport"], exclude: ["Texts"],
      swiftSettings: swift),
    .testTarget(
      name: "BreveFormatsTests",
      dependencies: [
        "BreveFormats", "BreveTerms", "BreveMemory", "BreveText", "BreveTestSupport",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "BreveStoreTests",
      dependencies: [
        "BreveStore", "BreveMemory", "BreveText", "BreveTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: swift),
    .testTarget(
      name: "BreveEnginesTests",
      dependencies: ["BreveEngines", "BreveTerms", "BreveText", "BreveSystem", "BreveTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "BreveTests",
      dependencies: [
        "Breve", "BreveFormats", "BreveMemory", "BreveStore", "BreveTerms", "BreveText",
        "BreveEngines",
        "BreveTestSupport",
      ],
      exclude: ["Golden"], swiftSettings: swift),
    .testTarget(
      name: "BreveCLITests",
      dependencies: [
        "BreveCLI", "BreveFormats", "BreveStore", "BreveMemory", "BreveText", "BreveTestSupport",
      ],
      exclude: ["Golden"], swiftSettings: swift),
    .testTarget(
      name: "LayeringTests", dependencies: ["BreveTestSupport"], swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6]
)
