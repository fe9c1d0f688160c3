import ArgumentParser
import WebServer

/// Where the web server listens.
struct ServerAddress: ParsableArguments {
    @Option(help: "The address to listen on; 0.0.0.0 for all of this machine's.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port = 8080

    @Option(help: ArgumentHelp("The certificate chain, PEM; with --tls-key.", valueName: "file"))
    var tlsCert: String?

    @Option(help: ArgumentHelp("The certificate's private key, PEM.", valueName: "file"))
    var tlsKey: String?

    @Flag(help: "A proxy in front speaks https with the browsers: mark cookies secure.")
    var behindTls = false

    mutating func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("The port must be 0 to 65535.") }
        guard (tlsCert == nil) == (tlsKey == nil) else {
            throw ValidationError("Enter both --tls-cert and --tls-key, or neither.")
        }
    }

    var url: String {
        "\(tlsCert == nil ? "http" : "https")://\(host == "0.0.0.0" ? "localhost" : host):\(port)"
    }

    func options() throws -> ServerOptions {
        ServerOptions(
            host: host, port: port, certificateFile: tlsCert, keyFile: tlsKey, isBehindTLS: behindTls)
    }
}
