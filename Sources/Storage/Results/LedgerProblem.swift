/// A cell whose ledger does not lead to its current value without a gap.
public struct LedgerProblem: Sendable, Hashable {
    public var cell: CellKey
    /// What does not fit, in words.
    public var detail: String

    public init(cell: CellKey, detail: String) {
        self.cell = cell
        self.detail = detail
    }
}
