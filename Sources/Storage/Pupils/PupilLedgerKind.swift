/// What an entry of the pupil ledger is about.
public enum PupilLedgerKind: String, Sendable, Hashable, CaseIterable {
    /// The pupil's details, former UPNs included.
    case pupil
    /// The pupil's year group and class in one school year.
    case place
}
