public import Assessment

/// Whose data goes into a file, among those who have a place in its school year.
public enum ExportScope: Sendable, Hashable {
    case everybody
    case yearGroup(YearGroup)
    /// A class by its name.
    case className(String)
    /// Pupils by UPN, or by their number here.
    case pupils([String])
}
