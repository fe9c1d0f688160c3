extension ImportPreview {
    /// The conflicts that can be taken for all at once. A changed UPN is confirmed pupil by pupil.
    public var takeableConflicts: Set<ImportCellKey> {
        Set(items.lazy.filter(\.canTake).compactMap(\.cellKey).filter(\.isOneOfMany))
    }
}

extension ImportCellKey {
    /// The year of a key that names a pupil's detail, which has none.
    public static let noYear = 0

    /// Whether a choice for all holds for it too.
    public var isOneOfMany: Bool { column != PupilField.upn.rawValue }
}
