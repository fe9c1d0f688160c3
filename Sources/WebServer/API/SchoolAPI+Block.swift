import Assessment
import Hummingbird
import Pages
import Storage
import Tracker

extension SchoolAPI {
    private struct Block: Decodable {
        struct Cell: Decodable {
            let pupil: String
            let column: String
            let value: String
            let revision: Int64?
        }

        let date: String?
        let door: String?
        let cells: [Cell]
    }

    /// The doors that a page may say its cells came through.
    private static let doors: KeyValuePairs<String, ResultSource> = [
        "grid": .grid, "paste": .paste, "fill": .fill, "undo": .gridUndo, "redo": .gridRedo, "restore": .restore,
    ]

    /// `POST results/{year}/{assessment}`: many cells at once.
    func enterBlock(_ path: [String]) async throws -> Response {
        let assessment = try assessment(path[2])
        let year = try handler.year(path[1])
        // The role first, so that nobody else can make the server read a large body.
        _ = try handler.tracker.entryRight(assessment, year: year, school: school, as: caller)
        let body = try await handler.decode(Block.self, limit: 4 << 20)
        let block = CellBlock(
            assessment: assessment, year: year, date: try date(body.date),
            cells: body.cells.map {
                BlockCell(
                    pupil: $0.pupil, column: ColumnID(rawValue: $0.column), text: $0.value, revision: $0.revision)
            }, progress: progressScope)
        let saved = try await handler.tracker.enter(block, school: school, source: try source(body.door), as: caller)
        let columns = try await handler.tracker.columns(of: school, judged: assessment == .summative)
        return .json(
            GridBlockSaved(
                cells: try zip(block.cells, saved.answers).map { cell, answer in
                    self.answer(cell, answer, try columns.column(cell.column, of: assessment, year: year))
                },
                rows: saved.rows.mapValues { cells($0.cells, $0.stored, $0.offers) },
                resultsIn: GridProgress(done: saved.done, due: saved.due, isDue: assessment != .summative)))
    }

    private func source(_ door: String?) throws(TrackerError) -> ResultSource {
        guard let door else { return caller.channel == .api ? .api : .grid }
        guard let source = Self.doors.first(where: { $0.key == door })?.value else {
            let known = Self.doors.map(\.key).joined(separator: ", ")
            throw .fields([FieldProblem("door", "“\(door.prefix(40))” is not a door. Enter one of \(known).")])
        }
        return source
    }

    private func answer(_ cell: BlockCell, _ answer: EnteredBlock.Answer, _ known: Column?)
        -> GridBlockSaved.Cell
    {
        let column = cell.column.rawValue
        switch answer {
        case .saved(let value, let revision, let isOwn):
            return .init(
                pupil: cell.pupil, column: column, status: .saved, value: value ?? "", revision: Int(revision),
                own: isOwn)
        case .invalid(let message, let isForm):
            return .init(
                pupil: cell.pupil, column: column, status: .invalid, message: message,
                allowed: isForm ? known?.allowedInWords ?? "" : "")
        case .conflict(let current):
            return .init(
                pupil: cell.pupil, column: column, status: .conflict,
                message: current.map { TrackerError.conflict($0).message }
                    ?? "The value that you saw is not there any more.",
                current: .init(
                    value: current?.value ?? "", revision: Int(current?.revision ?? 0),
                    author: current?.authorName ?? "",
                    at: current.map { handler.tracker.clock.inWords($0.changedAt) } ?? ""))
        }
    }
}
