/// What to do with a row that has more or fewer fields than there are headings.
public enum RaggedRowRule: Sendable, Hashable {
    /// Refuse the file at the first such row.
    case refuse
    /// Set such rows aside in ``Sheet/raggedRows`` and go on, so that a preview can list all of them.
    case setAside
}
