import Assessment
import Storage

/// Enters one block inside a write transaction.
struct BlockEntry {
    let block: CellBlock
    let rules: RowRules
    let date: CalendarDate
    let stamp: ChangeStamp

    struct Outcome: Sendable {
        var answers: [EnteredBlock.Answer] = []
        var rows: [String: EnteredBlock.Row] = [:]
        /// The classes of the pupils concerned.
        var classes: Set<String?> = []
        var yearGroups: Set<YearGroup> = []
        var written = 0
    }

    private(set) var outcome = Outcome()

    private struct Member {
        let pupil: Pupil
        let place: CohortPlace
        let columns: any AssessmentColumns
        let earlier: Facts
        var stored: [ColumnID: StoredValue]
        /// The places in the block of the cells that are still to be tried.
        var wishes: [ColumnID: Int] = [:]
    }

    /// From this many pupils on, reading the whole year's values once costs less than reading each pupil's.
    private static let manyPupils = 8

    mutating func run(_ session: any SQLSession) throws {
        outcome.answers = Array(repeating: .invalid("", isForm: false), count: block.cells.count)
        var members: [Int64: Member] = [:]
        var found: [String: Result<Int64, TrackerError>] = [:]
        var seen: Set<CellKey> = []
        let all =
            Set(block.cells.map(\.pupil)).count >= Self.manyPupils
            ? try ResultStore(session).values(school: rules.school.id, year: block.year, assessment: block.assessment)
            : nil
        for (index, cell) in block.cells.enumerated() {
            let member: Result<Int64, TrackerError>
            if let known = found[cell.pupil] {
                member = known
            } else {
                member = try find(cell.pupil, in: &members, all, session)
                found[cell.pupil] = member
            }
            switch member {
            case .failure(let error): outcome.answers[index] = .invalid(error.message, isForm: false)
            case .success(let id):
                let key = CellKey(year: block.year, assessment: block.assessment, pupilID: id, column: cell.column)
                guard seen.insert(key).inserted else { throw Self.twice(cell) }
                guard let member = members[id] else { continue }
                if let answer = answerAtOnce(cell, member.columns, member.stored[cell.column]) {
                    outcome.answers[index] = answer
                } else {
                    members[id]?.wishes[cell.column] = index
                }
            }
        }
        try take(&members, session)
        for (key, result) in found {
            guard case .success(let id) = result, let member = members[id] else { continue }
            let row = row(member)
            outcome.rows[key] = EnteredBlock.Row(
                pupil: member.pupil, cells: row.cells(), stored: member.stored, offers: row.offers())
            outcome.classes.insert(member.place.className)
            outcome.yearGroups.insert(member.place.yearGroup)
        }
    }

    /// The pupil that a key names; a key that names nobody spoils only its own cells.
    private func find(
        _ key: String, in members: inout [Int64: Member], _ all: [Int64: [ColumnID: StoredValue]]?,
        _ session: any SQLSession
    ) throws -> Result<Int64, TrackerError> {
        do {
            let pupil = try Tracker.pupil(key, school: rules.school, session)
            let place = try rules.place(of: pupil, session)
            if members[pupil.id] == nil {
                let stored =
                    try all.map { $0[pupil.id] ?? [:] }
                    ?? ResultStore(session).values(
                        school: rules.school.id, year: block.year, assessment: block.assessment, pupil: pupil.id)
                members[pupil.id] = Member(
                    pupil: pupil, place: place, columns: try rules.columns(of: place.yearGroup),
                    earlier: try rules.earlier(place, session), stored: stored)
            }
            return .success(pupil.id)
        } catch let error as TrackerError {
            return .failure(error)
        }
    }

    /// What needs no trying: the value that stands there already, and a cell that somebody changed meanwhile.
    private func answerAtOnce(_ cell: BlockCell, _ columns: any AssessmentColumns, _ stored: StoredValue?)
        -> EnteredBlock.Answer?
    {
        guard let column = columns.column(cell.column) else { return nil }
        var canonical: String?
        do throws(EntryProblem) {
            canonical = try columns.read(cell.text, as: column, source: .hand)
        } catch {
            canonical = nil
            if !trimBlanks(cell.text).isEmpty { return conflict(cell, stored) }
        }
        if canonical == stored?.value { return standing(cell.column, stored) }
        return conflict(cell, stored)
    }

    private func standing(_ column: ColumnID, _ stored: StoredValue?) -> EnteredBlock.Answer {
        let isOwn = stored.map { $0.authorID == stamp.author.id && $0.authorName == stamp.author.name } ?? false
        return .saved(
            value: rules.shown(stored?.value, in: column), revision: stored?.revision ?? 0, isOwn: isOwn)
    }

    private func conflict(_ cell: BlockCell, _ stored: StoredValue?) -> EnteredBlock.Answer? {
        guard let expected = cell.revision, expected != stored?.revision ?? 0 else { return nil }
        return .conflict(stored.map { rules.shown($0, in: cell.column) })
    }

    private mutating func take(_ members: inout [Int64: Member], _ session: any SQLSession) throws {
        var changes: [ResultChange] = []
        for id in members.keys.sorted() {
            guard var member = members[id], !member.wishes.isEmpty else { continue }
            let texts = member.wishes.mapValues { block.cells[$0].text }
            let taken = row(member).taking(texts, source: .hand)
            for (column, index) in member.wishes.sorted(by: { $0.key < $1.key }) {
                if let problem = taken.problems[column] {
                    outcome.answers[index] = .invalid(problem.message, isForm: problem.isForm)
                    continue
                }
                let value = taken.values[column] ?? nil
                let known = member.stored[column]
                guard value != known?.value else {
                    outcome.answers[index] = standing(column, known)
                    continue
                }
                changes.append(
                    ResultChange(
                        cell: CellKey(
                            year: block.year, assessment: block.assessment, pupilID: id, column: column),
                        value: value, assessedOn: date, known: known))
                let revision = (known?.revision ?? 0) + 1
                outcome.answers[index] = .saved(
                    value: rules.shown(value, in: column), revision: revision, isOwn: true)
                member.stored[column] = StoredValue(
                    value: value, assessedOn: date, revision: revision, changedAt: stamp.at,
                    authorName: stamp.author.name, authorID: stamp.author.id, source: stamp.author.source,
                    batchID: stamp.batchID)
            }
            members[id] = member
        }
        outcome.written = try ResultStore(session).putMany(changes, school: rules.school.id, by: stamp)
    }

    private func row(_ member: Member) -> any AssessmentRow {
        member.columns.row(
            member.stored.compactMapValues(\.value), earlier: member.earlier, tables: rules.tables)
    }

    private static func twice(_ cell: BlockCell) -> TrackerError {
        .fields([
            FieldProblem(
                "cells",
                "Every cell must come once, but \(cell.column) of \(cell.pupil) comes twice. Nothing is stored.")
        ])
    }
}
