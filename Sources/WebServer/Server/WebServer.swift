import Glibc
public import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
import NIOSSL
public import Pages
public import Tracker

/// The web pages and the JSON API over the use cases of a tracker.
public struct WebServer: Sendable {
    let tracker: Tracker
    let assets: Assets
    let options: ServerOptions
    let logger: Logger

    public init(tracker: Tracker, assets: Assets, options: ServerOptions, logger: Logger) {
        self.tracker = tracker
        self.assets = assets
        self.options = options
        self.logger = logger
    }

    /// The application, ready to run or to test.
    ///
    /// - Parameter onRunning: called with the port once the server listens.
    /// - Throws: when the certificate or the key can't be read.
    public func application(onRunning: @escaping @Sendable (Int) async -> Void = { _ in }) throws
        -> some ApplicationProtocol
    {
        Application(
            responder: Responder(server: self),
            server: try serverBuilder(),
            configuration: ApplicationConfiguration(
                address: .hostname(options.host, port: options.port), serverName: nil),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? options.port) },
            logger: logger)
    }

    private func serverBuilder() throws -> HTTPServerBuilder {
        let http = HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(Int64(options.idleSeconds))))
        guard let certificateFile = options.certificateFile, let keyFile = options.keyFile else { return http }
        let certificates = try NIOSSLCertificate.fromPEMFile(certificateFile).map {
            NIOSSLCertificateSource.certificate($0)
        }
        let key = try NIOSSLPrivateKey(file: keyFile, format: .pem)
        return try .tls(
            http,
            tlsConfiguration: .makeServerConfiguration(certificateChain: certificates, privateKey: .privateKey(key)))
    }

    /// Whether a server could not begin because another program listens at its address.
    public static func isAddressInUse(_ error: any Error) -> Bool { (error as? IOError)?.errnoCode == EADDRINUSE }
}
