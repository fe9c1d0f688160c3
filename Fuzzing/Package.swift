// swift-tools-version:6.1
import PackageDescription

// Apart from the product, so that nobody who builds Leadline builds this. `scripts/fuzz` builds and runs it.
let package = Package(
    name: "LeadlineFuzzing",
    dependencies: [.package(name: "Leadline", path: "..")],
    targets: [
        .executableTarget(
            name: "leadline-fuzz",
            dependencies: [.product(name: "LeadlineReaders", package: "Leadline")],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ])
    ]
)
