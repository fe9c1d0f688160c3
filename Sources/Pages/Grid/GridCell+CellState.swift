public import Assessment

extension GridCell {
    /// The cell of a state that the rules worked out from what is stored.
    ///
    /// - Parameters:
    ///   - state: value, access and whether something is due here.
    ///   - revision: of the stored value; 0 when nothing was ever stored.
    ///   - author: who entered it; nil for anonymised readers.
    ///   - time: when, as the page shows it.
    public init(_ state: CellState, revision: Int = 0, author: String? = nil, time: String? = nil) {
        let isStored = state.origin == .stored
        self.init(
            state.value ?? "", .optional, revision: revision, note: state.note, author: isStored ? author : nil,
            time: isStored ? time : nil)
        switch state.access {
        case .open: self.state = state.value != nil ? .value : state.isDue ? .due : .optional
        case .readOnly: self.state = isStored ? .official : .derived
        case .closed(let reason, let accepts):
            self.state = .locked
            self.note = reason
            self.accepts = accepts
        }
    }
}
