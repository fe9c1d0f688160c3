/// What the address says about sheets for parents: `?class=6%20Kestrel&draft=1`.
public struct ParentsQuery: Hashable, Sendable {
    /// nil for every class.
    public var className: String?
    /// One pupil's sheet alone.
    public var pupil: Int64?
    /// Whether the tests are left out; nil to go by whether there are any results.
    public var isDraft: Bool?

    public init(className: String? = nil, pupil: Int64? = nil, isDraft: Bool? = nil) {
        self.className = className
        self.pupil = pupil
        self.isDraft = isDraft
    }

    init(_ address: Address) {
        self.init(
            className: address.value("class"), pupil: address.value("pupil").flatMap { Int64($0) },
            isDraft: address.value("draft").map { $0 == "1" })
    }

    var items: [Address.Item] {
        var items: [Address.Item] = []
        if let className { items.append(.init("class", className)) }
        if let pupil { items.append(.init("pupil", String(pupil))) }
        if let isDraft { items.append(.init("draft", isDraft ? "1" : "0")) }
        return items
    }
}
