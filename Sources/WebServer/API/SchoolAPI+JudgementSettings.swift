import Assessment
import Hummingbird
import Pages
import Storage
import Tracker

extension SchoolAPI {
    /// What a change asks for; what is left out stays.
    private struct ChangeBody: Decodable {
        struct Terms: Decodable {
            let year: Int
            /// By term; left out to go back to the usual dates.
            let dates: [String: TermSpan]?
        }

        struct Words: Decodable {
            let from: CalendarDate
            /// By the judgement's stored name.
            let labels: [String: JudgementLabel]
        }

        let revision: String?
        let subjects: [String]?
        let terms: [Terms]?
        let words: Words?
    }

    private struct UndoBody: Decodable {
        let revision: String?
    }

    /// `GET judgement-settings`
    func judgementSettings() async throws -> Response {
        try answer(try await tracker.judgementSettings(of: school, as: caller))
    }

    /// `PUT judgement-settings`
    func changeJudgementSettings() async throws -> Response {
        // The role first, so that nobody else learns what would be wrong.
        try tracker.require(.manageSchool, caller, in: school)
        let body = try await handler.decode(ChangeBody.self, limit: 64 << 10)
        return try answer(
            try await tracker.change(change(body), revision: body.revision, school: school, as: caller))
    }

    /// `POST judgement-settings/undo`
    func takeBackJudgementSettings() async throws -> Response {
        let body = try await handler.decode(UndoBody.self, limit: 4 << 10)
        return try answer(
            try await tracker.takeBackSettings(revision: body.revision, school: school, as: caller))
    }

    private func answer(_ settings: JudgementSettings) throws -> Response {
        let year = try handler.address.value("year").map { try handler.year($0) } ?? tracker.clock.currentSchoolYear()
        guard let year else { throw TrackerError.fields([FieldProblem("year", "Enter the year, like 2026.")]) }
        return .json(written: Array(settings.json(school: school.dfe, year: year).utf8))
    }

    /// - Throws: ``TrackerError/fields(_:)`` for a name that is none.
    private func change(_ body: ChangeBody) throws -> SummativeChange {
        var change = SummativeChange()
        change.subjects = try body.subjects.map { try SummativeChange.subjects(named: $0) }
        change.terms = try (body.terms ?? []).map { terms in
            SummativeChange.Terms(
                try handler.year(String(terms.year)),
                try terms.dates.map { dates in
                    try SummativeTerm.allCases.map { term in
                        guard let span = dates[term.rawValue] else {
                            throw TrackerError.fields([
                                FieldProblem("\(term.rawValue).first", "Enter the dates of all six terms.")
                            ])
                        }
                        return span
                    }
                })
        }
        change.words = try body.words.map { words in
            SummativeChange.Words(
                from: words.from,
                try Judgement.allCases.map { judgement in
                    guard let label = words.labels[judgement.rawValue] else {
                        throw TrackerError.fields([
                            FieldProblem("\(judgement.rawValue).short", "Enter words for all six judgements.")
                        ])
                    }
                    return JudgementLabel(short: label.short, words: label.words)
                })
        }
        return change
    }
}
