// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library target of the house; the list of `imports` is the whole of what it may see.
func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
}

func tests(of name: String, imports: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + imports, swiftSettings: settings)
}

/// The solver is optimised in debug builds too, with its assertions on: its tests prove thousands of
/// problems, which takes minutes without.
let optimised: [SwiftSetting] = [
  .unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))
]

let package = Package(
  name: "vetmatch",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "vetmatch", targets: ["VetmatchCommand"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "Selection", swiftSettings: settings + optimised),
    room("MobilityModel"),
    // Its tests check ten thousand certificates.
    .target(name: "Proof", swiftSettings: settings + optimised),
    room("Audit", imports: ["MobilityModel"]),
    room("RoundFiles", imports: ["MobilityModel"]),
    room("ModelFiles", imports: ["Selection", "RoundFiles"]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    room("Workbooks", imports: ["CZlib", "CExpat", "MobilityModel", "RoundFiles"]),
    room("RoundGeneration"),
    room("Planning", imports: ["MobilityModel", "Selection"]),
    .target(
      name: "Reporting", dependencies: ["MobilityModel", "Planning"],
      resources: [
        .embedInCode("Assets/page.css"), .embedInCode("Assets/page.js"),
        .embedInCode("Assets/planner.css"), .embedInCode("Assets/planner.js"),
        .embedInCode("Assets/land.txt"),
      ], swiftSettings: settings),
    room("Serving"),
    .executableTarget(
      name: "VetmatchCommand",
      dependencies: [
        "Selection", "MobilityModel", "Proof", "Audit", "RoundFiles", "ModelFiles", "Workbooks",
        "RoundGeneration", "Planning", "Reporting", "Serving",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(
      name: "TestSupport",
      dependencies: ["MobilityModel", "Selection", "RoundFiles", "RoundGeneration"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "Selection", imports: ["TestSupport"]),
    tests(of: "Proof", imports: ["Selection", "ModelFiles", "TestSupport"]),
    tests(of: "MobilityModel", imports: ["TestSupport"]),
    tests(of: "Audit", imports: ["MobilityModel", "RoundFiles", "TestSupport"]),
    tests(of: "RoundFiles", imports: ["MobilityModel", "TestSupport"]),
    tests(
      of: "ModelFiles",
      imports: ["MobilityModel", "Selection", "RoundFiles", "Planning", "TestSupport"]),
    tests(of: "Workbooks", imports: ["MobilityModel", "RoundFiles", "TestSupport"]),
    tests(of: "RoundGeneration", imports: ["RoundFiles", "MobilityModel", "TestSupport"]),
    tests(
      of: "Planning",
      imports: [
        "MobilityModel", "Selection", "Audit", "RoundFiles", "RoundGeneration", "TestSupport",
      ]),
    tests(of: "Serving"),
    tests(of: "Reporting", imports: ["MobilityModel", "Planning", "TestSupport"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["VetmatchCommand", "RoundFiles", "MobilityModel", "Workbooks"],
      swiftSettings: settings),
  ]
)

/// The benchmarks need a package whose plugin alone takes longer to build than everything else, so
/// they are part of this one only where `BENCH` is set; `.ci/bench` sets it.
if Context.environment["BENCH"] != nil {
  package.dependencies.append(
    .package(
      url: "https://github.com/ordo-one/benchmark", .upToNextMinor(from: "1.38.1"), traits: []))
  package.targets.append(
    .executableTarget(
      name: "RoundBenchmarks",
      dependencies: [
        "Selection", "MobilityModel", "RoundFiles", "RoundGeneration", "Planning",
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Rounds", swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]))
}

/// A fuzzer needs all code of the reader instrumented, so it is part of the package only where `FUZZ`
/// is set; CONTRIBUTING.md has the command.
if Context.environment["FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "ReaderFuzzing", dependencies: ["RoundFiles"], path: "Tests/ReaderFuzzing",
      swiftSettings: settings))
}
