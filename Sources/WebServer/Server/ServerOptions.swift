/// How the web server runs.
public struct ServerOptions: Sendable {
    /// The address to listen on.
    public var host: String
    /// 0 lets the system choose.
    public var port: Int
    /// PEM files; both or none.
    public var certificateFile: String?
    public var keyFile: String?
    /// Whether browsers reach the server by https through a proxy, so that cookies must be marked secure.
    public var isBehindTLS: Bool
    /// The largest file that can be dropped on the page, in bytes.
    public var largestUpload: Int
    /// After how many seconds a connection on which nothing comes is closed, be it before a request, in one, or after it. A stream of events
    /// stays open.
    public var idleSeconds: Int

    public init(
        host: String = "127.0.0.1", port: Int = 8080, certificateFile: String? = nil, keyFile: String? = nil,
        isBehindTLS: Bool = false, largestUpload: Int = 512 << 20, idleSeconds: Int = 120
    ) {
        self.host = host
        self.port = port
        self.certificateFile = certificateFile
        self.keyFile = keyFile
        self.isBehindTLS = isBehindTLS
        self.largestUpload = largestUpload
        self.idleSeconds = idleSeconds
    }

    /// Whether browsers speak https with the server.
    var isSecure: Bool { certificateFile != nil || isBehindTLS }
}
