import Assessment
import Synchronization

/// How one school judges, with the columns that follow from it.
///
/// An object, so that whoever keeps something made from it holds one reference; two are equal when the same is stored. Other
/// settings are another object: the columns kept here never have to be made anew.
final class SchoolSummative: Sendable, Hashable {
    /// As stored; nil where the school has never changed anything.
    let text: String?
    let settings: SummativeSettings
    /// The last change; nil where there was none.
    let stored: StoredSummative?
    /// Names this state to whoever is shown it, so that a change says what it was made of.
    let revision: String

    private struct Sitting: Hashable {
        let yearGroup: YearGroup
        let year: Int
    }

    private let columns = Mutex<[Sitting: Result<any AssessmentColumns, AssessmentNotHeld>]>([:])

    /// Of a school that has changed nothing.
    static let standard = SchoolSummative()

    private init() {
        text = nil
        settings = .standard
        stored = nil
        revision = "0"
    }

    /// - Throws: ``TrackerError/storage(_:)`` for text that no change of settings has written.
    init(text: String) throws(TrackerError) {
        let stored = try StoredSummative(text: text)
        self.text = text
        self.stored = stored
        settings = stored.settings
        revision = String(Token.hash(text).prefix(16))
    }

    /// The columns of a year group's judgements in a year.
    func columns(_ yearGroup: YearGroup, year: SchoolYear, reference: ReferenceData) throws(AssessmentNotHeld)
        -> any AssessmentColumns
    {
        let key = Sitting(yearGroup: yearGroup, year: year.endYear)
        if let known = columns.withLock({ $0[key] }) { return try known.get() }
        let made: Result<any AssessmentColumns, AssessmentNotHeld>
        do throws(AssessmentNotHeld) {
            made = .success(
                try reference.columns(
                    of: .summative, year: year.endYear, yearGroup: yearGroup, summative: settings))
        } catch {
            made = .failure(error)
        }
        columns.withLock { $0[key] = made }
        return try made.get()
    }

    /// A stored value as people see it: a judgement in the school's words of its term, anything else as it is.
    func shown(_ value: String?, in column: ColumnID, of kind: AssessmentKind, _ year: SchoolYear) -> String? {
        kind == .summative ? value.map { settings.shown($0, in: column, of: year) } : value
    }

    static func == (left: SchoolSummative, right: SchoolSummative) -> Bool {
        left === right || left.text == right.text
    }

    func hash(into hasher: inout Hasher) { hasher.combine(revision) }
}
