public import Assessment
import Crypto
import Foundation
import Reports
import Storage

/// What copying judgements forward would do, pupil by pupil. Made from the data alone; nothing is written by it.
///
/// A judgement that stands in the later term is never replaced.
public struct JudgementCopyPlan: Sendable {
    public enum Step: Sendable, Hashable {
        case copies(Judgement)
        /// It was judged in the later term already, and keeps that.
        case keeps(Judgement)
        /// There is no judgement in the earlier term.
        case nothingBefore
    }

    public struct Row: Sendable {
        public let pupil: Pupil
        public let className: String?
        /// In the order of ``JudgementCopyPlan/subjects``.
        public let steps: [Step]
    }

    public let copy: JudgementCopy
    public let subjects: [Subject]
    /// Everybody of the class or year group who was there in the later term, in the order of their names.
    public let rows: [Row]
    /// The words of the earlier and of the later term, the lowest judgement first.
    public let labels: (from: [JudgementLabel], to: [JudgementLabel])
    /// The assessment date of what is copied.
    public let date: CalendarDate
    let changes: [ResultChange]

    public var isEmpty: Bool { changes.isEmpty }

    /// How many judgements are copied, kept, or not there, of one subject or of all.
    public func counts(_ subject: Subject? = nil) -> (copied: Int, kept: Int, without: Int) {
        var counts = (copied: 0, kept: 0, without: 0)
        for row in rows {
            for (place, step) in row.steps.enumerated() where subject == nil || subjects[place] == subject {
                switch step {
                case .copies: counts.copied += 1
                case .keeps: counts.kept += 1
                case .nothingBefore: counts.without += 1
                }
            }
        }
        return counts
    }

    /// Of what would be written: another one says that judgements, pupils or classes have changed in between.
    public var fingerprint: String {
        let lines = changes.map { "\($0.cell.pupilID)|\($0.cell.column)|\($0.value ?? "")|\($0.known?.revision ?? 0)" }
        return Token.hexadecimal(SHA256.hash(data: Data(lines.joined(separator: "\n").utf8)))
    }

    /// - Parameters:
    ///   - date: the assessment date.
    ///   - stay: who left before that day is not judged any more.
    init(
        _ session: any SQLSession, _ copy: JudgementCopy, school: School, settings: SummativeSettings,
        date: CalendarDate, stay: CalendarDate
    ) throws {
        let subjects = copy.subject.map { [$0] } ?? settings.subjects
        let results = ResultStore(session)
        let before = try results.facts(school: school.id, year: copy.from.year, assessment: .summative)
        let known = try results.values(school: school.id, year: copy.to.year, assessment: .summative)
        var changes: [ResultChange] = []
        rows = try Self.members(session, copy, school, stay).map { pupil, className in
            Row(
                pupil: pupil, className: className,
                steps: subjects.map { subject in
                    let cell = CellKey(
                        year: copy.to.year, assessment: .summative, pupilID: pupil.id,
                        column: SummativeColumns.id(copy.to.term, subject))
                    let stored = known[pupil.id]?[cell.column]
                    if let judged = stored?.value.flatMap(Judgement.init(rawValue:)) { return .keeps(judged) }
                    let column = SummativeColumns.id(copy.from.term, subject)
                    guard let value = before[pupil.id]?[column].flatMap(Judgement.init(rawValue:)) else {
                        return .nothingBefore
                    }
                    changes.append(
                        ResultChange(cell: cell, value: value.rawValue, assessedOn: date, known: stored))
                    return .copies(value)
                })
        }
        guard !rows.isEmpty else {
            throw TrackerError.fields([
                FieldProblem(
                    "class",
                    "There is nobody of \(copy.className.map { "\($0) in " } ?? "")\(copy.yearGroup.title) in \(copy.to.year.label). Choose another class."
                )
            ])
        }
        self.changes = changes.sorted { ($0.cell.pupilID, $0.cell.column) < ($1.cell.pupilID, $1.cell.column) }
        self.copy = copy
        self.subjects = subjects
        self.date = date
        labels = (
            settings.labels(of: copy.from.term, in: copy.from.year), settings.labels(of: copy.to.term, in: copy.to.year)
        )
    }

    private static func members(
        _ session: any SQLSession, _ copy: JudgementCopy, _ school: School, _ stay: CalendarDate
    ) throws -> [(pupil: Pupil, className: String?)] {
        let places = try CohortStore(session).places(school: school.id, year: copy.to.year).filter {
            $0.yearGroup == copy.yearGroup && (copy.className == nil || $0.className == copy.className)
        }
        let pupils = Dictionary(
            try PupilStore(session).all(school: school.id).map { ($0.pupil.id, $0.pupil) },
            uniquingKeysWith: { first, _ in first })
        return places.compactMap { place -> (pupil: Pupil, className: String?)? in
            guard let pupil = pupils[place.pupilID] else { return nil }
            if let left = pupil.leavingDate, left < stay { return nil }
            return (pupil, place.className)
        }.sorted { Tracker.sortKey($0.pupil) < Tracker.sortKey($1.pupil) }
    }
}
