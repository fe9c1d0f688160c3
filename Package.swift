// swift-tools-version:6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Leadline",
    products: [
        .executable(name: "leadline", targets: ["leadline"]),
        // What takes in text and files from outside, for the fuzzing package.
        .library(
            name: "LeadlineReaders",
            targets: ["Assessment", "CommonTransferFile", "Forms", "Spreadsheets", "TextFiles"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The ground floor.
        .target(name: "Assessment", resources: [.copy("Resources")], swiftSettings: settings),

        // Formats and stores.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "Forms", swiftSettings: settings),
        .target(name: "TextFiles", swiftSettings: settings),
        .target(
            name: "Spreadsheets", dependencies: ["CLibXML2", "CLibZip", "CXLSXWriter", "TextFiles"],
            swiftSettings: settings),
        .target(
            name: "CommonTransferFile", dependencies: ["Assessment", "CLibXML2", "TextFiles"],
            resources: [.copy("Resources")],
            swiftSettings: settings),
        .target(name: "Storage", dependencies: ["Assessment"], swiftSettings: settings),
        .target(
            name: "StorageSQLite", dependencies: ["Storage", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .target(name: "StoragePostgres", dependencies: ["Storage", "CLibPQ"], swiftSettings: settings),
        .target(name: "Reports", dependencies: ["Assessment"], swiftSettings: settings),
        .target(name: "FictionalSchools", dependencies: ["Assessment"], swiftSettings: settings),

        // The use cases.
        .target(
            name: "Tracker",
            dependencies: [
                "Assessment", "CommonTransferFile", "Reports", "Spreadsheets", "Storage", "TextFiles",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings),

        // The web.
        .target(name: "Markup", swiftSettings: settings),
        .target(
            name: "Pages", dependencies: ["Assessment", "Markup", "Reports"], resources: [.copy("Assets")],
            swiftSettings: settings),
        .target(
            name: "WebServer",
            dependencies: [
                "Assessment", "Forms", "Markup", "Pages", "Reports", "Spreadsheets", "Storage", "TextFiles", "Tracker",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),

        // The program.
        .executableTarget(
            name: "leadline",
            dependencies: [
                "Assessment", "CommonTransferFile", "FictionalSchools", "Pages", "Reports", "Storage",
                "StoragePostgres",
                "StorageSQLite", "Tracker", "WebServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),

        .testTarget(name: "AssessmentTests", dependencies: ["Assessment"], swiftSettings: settings),
        .testTarget(name: "TextFilesTests", dependencies: ["TextFiles"], swiftSettings: settings),
        .testTarget(
            name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "TextFiles"], resources: [.copy("Samples")],
            swiftSettings: settings),
        .testTarget(
            name: "CommonTransferFileTests", dependencies: ["Assessment", "CommonTransferFile", "TextFiles"],
            resources: [.copy("Samples")], swiftSettings: settings),
        .testTarget(
            name: "StorageTests", dependencies: ["Assessment", "Storage", "StoragePostgres", "StorageSQLite"],
            swiftSettings: settings),
        .testTarget(name: "ReportsTests", dependencies: ["Assessment", "Reports"], swiftSettings: settings),
        .testTarget(
            name: "FictionalSchoolsTests", dependencies: ["Assessment", "FictionalSchools"], swiftSettings: settings),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: settings),
        .testTarget(
            name: "PagesTests", dependencies: ["Assessment", "Markup", "Pages", "Reports"], swiftSettings: settings),
        .testTarget(
            name: "TrackerTests",
            dependencies: [
                "Assessment", "CommonTransferFile", "FictionalSchools", "Reports", "Spreadsheets", "Storage",
                "StoragePostgres",
                "StorageSQLite", "TextFiles", "Tracker",
            ], swiftSettings: settings),
        .testTarget(
            name: "WebServerTests",
            dependencies: [
                "Assessment", "CommonTransferFile", "FictionalSchools", "Forms", "Markup", "Pages", "Reports",
                "Spreadsheets",
                "Storage",
                "StorageSQLite",
                "Tracker", "WebServer",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ], swiftSettings: settings),
    ]
)
