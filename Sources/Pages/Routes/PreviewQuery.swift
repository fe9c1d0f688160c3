/// What the address says about the preview of a file: `?status=changed&subject=reading&page=2`.
public struct PreviewQuery: Hashable, Sendable {
    /// Only items of this status, such as `changed`; nil for all.
    public var status: String?
    /// Only items of this subject or assessment; nil for all.
    public var subject: String?
    /// From 1.
    public var page: Int
    /// The page of the pupils of whom is asked who they are, from 1.
    public var people: Int

    public init(status: String? = nil, subject: String? = nil, page: Int = 1, people: Int = 1) {
        self.status = status
        self.subject = subject
        self.page = page
        self.people = people
    }

    init(_ address: Address) {
        self.init(
            status: address.value("status"), subject: address.value("subject"),
            page: max(1, address.value("page").flatMap(Int.init) ?? 1),
            people: max(1, address.value("people").flatMap(Int.init) ?? 1))
    }

    var items: [Address.Item] {
        var items: [Address.Item] = []
        if let status { items.append(.init("status", status)) }
        if let subject { items.append(.init("subject", subject)) }
        if page != 1 { items.append(.init("page", String(page))) }
        if people != 1 { items.append(.init("people", String(people))) }
        return items
    }
}
