/// What the address says about a file to be sent: `?for=la&what=phonics&who=year%3A1&pupil=12`.
public struct SendFileQuery: Hashable, Sendable {
    /// `mis`, `sta`, `la` or `school`; nil while nothing was asked for.
    public var destination: String?
    /// The other school's DfE number as typed.
    public var number: String
    /// An assessment's id, or `all`.
    public var what: String
    /// `all`, `year:6`, `class:6 Kestrel` or `ticked`.
    public var who: String
    /// The ids of the pupils that are ticked, as the form sends them.
    public var pupils: [String]

    public init(
        destination: String? = nil, number: String = "", what: String = "all", who: String = "all",
        pupils: [String] = []
    ) {
        self.destination = destination
        self.number = number
        self.what = what
        self.who = who
        self.pupils = pupils
    }

    init(_ address: Address) {
        self.init(
            destination: address.value("for"), number: address.value("number") ?? "",
            what: address.value("what") ?? "all", who: address.value("who") ?? "all",
            pupils: address.query.filter { $0.name == "pupil" && !$0.value.isEmpty }.map(\.value))
    }

    /// What the form sends, and what stands in the address.
    public var items: [Address.Item] {
        var items: [Address.Item] = []
        if let destination { items.append(.init("for", destination)) }
        if !number.isEmpty { items.append(.init("number", number)) }
        if what != "all" { items.append(.init("what", what)) }
        if who != "all" { items.append(.init("who", who)) }
        items += pupils.map { .init("pupil", $0) }
        return items
    }
}
