import HTTPTypes

extension HTTPField.Name {
    static let referrerPolicy = Self.known("Referrer-Policy")
    static let csrfToken = Self.known("X-CSRF-Token")
    static let fetchSite = Self.known("Sec-Fetch-Site")
    static let lastEventID = Self.known("Last-Event-ID")
    /// Tells a proxy in front to pass an event stream on as it comes.
    static let accelBuffering = Self.known("X-Accel-Buffering")
    static let host = Self.known("Host")

    /// A name that is known to be well formed.
    private static func known(_ name: String) -> Self { Self(name) ?? .from }
}
