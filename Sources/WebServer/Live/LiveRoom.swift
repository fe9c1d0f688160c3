import Assessment
import NIOCore
import Pages
import Storage
import Tracker

/// One assessment of one school and year while somebody listens to it.
struct LiveRoom {
    let school: School
    /// The state that everybody here has been told of.
    private(set) var snapshot: CohortSnapshot
    var listeners: [String: LiveListener] = [:]
    /// The pupils whose rows changed on the way to a state, oldest first.
    private var changes: [(number: Int64, pupils: Set<Int64>)] = []
    /// The state since which `changes` says everything.
    private var firstKnown: Int64

    /// How many changes are remembered; who was away for longer is sent every row.
    private static let mostChanges = 500

    init(school: School, snapshot: CohortSnapshot) {
        self.school = school
        self.snapshot = snapshot
        firstKnown = snapshot.stamp.number
    }

    /// Takes a newer state in.
    ///
    /// - Returns: the pupils whose rows changed.
    mutating func advance(to new: CohortSnapshot) -> Set<Int64> {
        guard new.stamp != snapshot.stamp else { return [] }
        let changed = Set(new.pupilsChanged(since: snapshot).map(\.id))
        snapshot = new
        guard !changed.isEmpty else { return [] }
        changes.append((new.stamp.number, changed))
        if changes.count > Self.mostChanges { firstKnown = changes.removeFirst().number }
        return changed
    }

    /// The pupils whose rows changed since a state that a page was made from; everybody where that is not known any more.
    func pupilsChanged(since number: Int64) -> Set<Int64> {
        guard number >= firstKnown, number <= snapshot.stamp.number else { return Set(snapshot.cohort.map(\.id)) }
        return changes.reduce(into: []) { all, change in
            if change.number > number { all.formUnion(change.pupils) }
        }
    }

    /// The event with these pupils' rows as far as they are in a class; nil when none is.
    func rows(of pupils: Set<Int64>, className: String?, clock: TrackerClock) -> ByteBuffer? {
        guard !pupils.isEmpty else { return nil }
        let shown = snapshot.pupils(ofClass: className).filter { pupils.contains($0.id) }
        guard !shown.isEmpty else { return nil }
        var rows: [String: GridRowCells] = [:]
        for pupil in shown {
            let stored = snapshot.values[pupil.id] ?? [:]
            let cells = snapshot.row(pupil.id)?.cells() ?? [:]
            rows[pupil.upn?.text ?? String(pupil.id)] = GridRowCells(cells, stored: stored, clock: clock)
        }
        let (done, due) = snapshot.completeness(ofClass: className)
        return ServerSentEvent.event(
            "rows",
            LiveRows(
                rows: rows,
                resultsIn: GridProgress(done: done, due: due, isDue: snapshot.assessment.kind != .summative)),
            id: snapshot.stamp.number)
    }

    /// Who else is here for a listener: each person once, other tabs of the listener's own included.
    func people(besides listener: LiveListener) -> [LivePeople.Person] {
        var seen: Set<Int64?> = []
        return listeners.values
            .filter { $0.isEditing && $0.id != listener.id && $0.meets(listener) }
            .sorted { ($0.caller.name, $0.id) < ($1.caller.name, $1.id) }
            .filter { seen.insert($0.caller.userID).inserted }
            .map { LivePeople.Person(id: $0.id, name: $0.caller.name) }
    }
}
