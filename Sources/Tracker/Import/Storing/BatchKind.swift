import Assessment
import Storage

/// What a batch that is no file is of, as its `kind` says it.
public enum BatchKind {
    static let rollOver = "roll-over"
    static let group = "group"
    static let judgements = "judgements"

    /// As a page calls the kind of a batch; nil for one that this version does not know.
    public static func title(of kind: String) -> String? {
        switch kind {
        case rollOver: "New school year"
        case group: "Own group"
        case judgements: "Judgements copied forward"
        default: ImportKind(rawValue: kind)?.title
        }
    }

    /// All that ``permission(for:)`` asks for.
    static let permissions: [Permission] = [.importFiles, .manageSchool, .editPupils, .enterJudgements]

    /// What taking a batch back needs: who may make the change by hand may take it back.
    static func permission(for kind: String) -> Permission {
        switch kind {
        case rollOver: .manageSchool
        case group: .editPupils
        case judgements: .enterJudgements
        default: .importFiles
        }
    }
}

extension Batch {
    /// A batch without a file, made by the person of a stamp.
    init(id: Int64, kind: String, name: String, year: SchoolYear?, countsJSON: String, by stamp: ChangeStamp) {
        self.init(
            id: id, kind: kind, fileName: name, sha256: "", at: stamp.at, authorID: stamp.author.id,
            authorName: stamp.author.name, role: stamp.author.role, year: year, countsJSON: countsJSON)
    }
}
