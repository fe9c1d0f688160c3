import Hummingbird

/// Whether a changing request comes from a page of this server, as far as the browser says.
///
/// Besides the token, which every form carries; alone it protects the forms that come before sign-in.
enum SameOrigin {
    static func allows(_ request: Request) -> Bool {
        if let site = request.headers[.fetchSite], site != "same-origin", site != "none" { return false }
        guard let origin = request.headers[.origin] else { return true }
        guard let host = request.head.authority ?? request.headers[.host] else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }

    /// Whether the browser says that a page of this server asks; without a word of it, no.
    static func isVouchedFor(_ request: Request) -> Bool { request.headers[.origin] != nil && allows(request) }

    /// Compares secrets in a time that does not depend on where they differ.
    static func isEqual(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
