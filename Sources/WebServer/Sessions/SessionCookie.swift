import Hummingbird

/// The cookie that carries a session's token, and the one that names a notice for the next page.
struct SessionCookie {
    let isSecure: Bool

    /// Over https the name itself binds the cookie to this host and path (RFC 6265bis, `__Host-`).
    var name: String { isSecure ? "__Host-leadline" : "leadline" }
    private var noticeName: String { "\(name)-notice" }
    private var ending: String { "; Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")" }

    func token(in request: Request) -> String? { Self.value(name, in: request) }

    func setting(_ token: String) -> String { "\(name)=\(token)\(ending)" }

    var clearing: String { "\(name)=\(ending); Max-Age=0" }

    /// What the notice is named by that the next page is to show.
    func notice(in request: Request) -> String? { Self.value(noticeName, in: request) }

    /// For a minute: a notice that nobody looked at by then is stale.
    func settingNotice(_ id: String) -> String { "\(noticeName)=\(id)\(ending); Max-Age=60" }

    var clearingNotice: String { "\(noticeName)=\(ending); Max-Age=0" }

    private static func value(_ name: String, in request: Request) -> String? {
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name { return String(parts[1]) }
            }
        }
        return nil
    }
}
