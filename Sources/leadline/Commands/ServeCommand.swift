import ArgumentParser
import Foundation
import Hummingbird
import Logging
import Pages
import Tracker
import WebServer
import Storage

/// `leadline serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the web pages and the API until stopped.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @OptionGroup var address: ServerAddress

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let url = address.url
        if let token = try await composition.tracker.makeSetUpLink() {
            Terminal.out(
                "Nobody can sign in yet. Set up the school and its owner with this link (it works once, for a week):")
            Terminal.out("  \(url)/set-up?token=\(token)")
        }
        try await Self.serve(composition, address) { Terminal.out("Leadline is at \(url) - press Ctrl-C to stop.") }
    }

    /// Serves until SIGTERM or SIGINT; requests under way are answered first.
    static func serve(
        _ composition: Composition, _ address: ServerAddress, onRunning: @escaping @Sendable () -> Void
    ) async throws {
        var logger = Logger(label: "leadline", factory: { ErrorStreamLog(label: $0) })
        logger.logLevel = .notice
        let server = WebServer(
            tracker: composition.tracker, assets: try Assets.load(), options: try address.options(), logger: logger)
        let cleaner = Task { [tracker = composition.tracker] in
            // Files that were dropped and forgotten are removed after a week, what a stopped server left half received after a day.
            while !Task.isCancelled {
                _ = try? await tracker.removeForgottenUploads(olderThan: 7 * 86_400)
                _ = try? await tracker.removeStrayFiles(olderThan: 86_400)
                try await Task.sleep(for: .seconds(6 * 3600))
            }
        }
        defer { cleaner.cancel() }
        do {
            try await server.application(onRunning: { _ in onRunning() }).runService()
        } catch  where WebServer.isAddressInUse(error) {
            throw CommandFailure(
                "Another program listens at \(address.url) already, perhaps Leadline itself. Stop it, or enter another port: --port 8081."
            )
        }
        try await composition.tracker.database.close()
    }
}
