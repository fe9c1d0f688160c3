/// What the address says about a cell's history: `?pupil=A820...&column=reading.paper1&part=1`.
public struct CellHistoryQuery: Hashable, Sendable {
    /// The row's key: a UPN, or the pupil's number.
    public var pupil: String
    public var column: String
    /// Whether only the part inside the page is asked for, for the panel beside the grid.
    public var isPart: Bool

    public init(pupil: String, column: String, isPart: Bool = false) {
        self.pupil = pupil
        self.column = column
        self.isPart = isPart
    }

    /// nil where the address names no cell.
    init?(_ address: Address) {
        guard let pupil = address.value("pupil"), let column = address.value("column") else { return nil }
        self.init(pupil: pupil, column: column, isPart: address.value("part") == "1")
    }

    var items: [Address.Item] {
        [.init("pupil", pupil), .init("column", column)] + (isPart ? [.init("part", "1")] : [])
    }
}
