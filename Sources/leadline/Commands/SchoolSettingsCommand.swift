import ArgumentParser
import Assessment
import Storage
import Tracker

/// `leadline school settings`
struct SchoolSettingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: "Show or set a school's terms, subjects and words of teachers' judgements.",
        discussion: """
            Without something to set it shows what holds. No judgement is changed: a subject that is switched off keeps its own, and \
            words are only words. For example:
              leadline school settings --school 820/9991 --subject reading --subject writing --subject science
              leadline school settings --school 820/9991 --year 2027 --term autumn1=2026-09-02..2026-10-23 ... (all six)
              leadline school settings --school 820/9991 --words-from 2026-09-01 --word "BE=WTS:Working towards"
            """)

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String
    @Option(
        help: "A subject that teachers judge; repeated for all of them, the others are switched off.")
    var subject: [Subject] = []
    @Option(help: "The school year of the terms, as the calendar year it ends in; the present one when absent.")
    var year: YearArgument?
    @Option(help: "A term with its first and last day, like autumn1=2026-09-02..2026-10-23; all six are needed.")
    var term: [String] = []
    @Flag(help: "Go back to the usual dates in the year.") var usualTerms = false
    @Option(help: "The day from which the words given with --word are in force, like 2026-09-01.")
    var wordsFrom: String?
    @Option(
        help:
            "A judgement with its short form and its words, like \"BE=WTS:Working towards\"; those not given stay as they are."
    )
    var word: [String] = []
    @Flag(help: "Take the last change back.") var undo = false
    @Option(
        help: "The revision that was shown: nothing is changed when the settings are others by now.")
    var revision: String?
    @Option(help: "text or json.") var format = OutputFormat.text

    mutating func validate() throws {
        guard [.text, .json].contains(format) else { throw ValidationError("The format must be text or json.") }
        if usualTerms, !term.isEmpty { throw ValidationError("Enter --term or --usual-terms, not both.") }
        if word.isEmpty != (wordsFrom == nil) { throw ValidationError("Enter --word and --words-from together.") }
        if undo, !subject.isEmpty || !term.isEmpty || usualTerms || !word.isEmpty {
            throw ValidationError("Enter --undo alone, or what to set.")
        }
        if let wordsFrom, CalendarDate(iso: wordsFrom) == nil {
            throw ValidationError("“\(wordsFrom)” must be a date like 2026-09-01.")
        }
        if !term.isEmpty { _ = try spans() }
        for text in word where Self.parts(text) == nil {
            throw ValidationError("“\(text)” must be like \"BE=WTS:Working towards\", with one of \(Self.known).")
        }
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let (tracker, caller) = (composition.tracker, composition.caller)
        let school = try await composition.school(self.school)
        guard let year = year?.year ?? tracker.clock.currentSchoolYear() else {
            throw CommandFailure("Enter --year: the clock of this machine is not set.")
        }
        var settings = try await tracker.judgementSettings(of: school, as: caller)
        if undo {
            settings = try await tracker.takeBackSettings(revision: revision, school: school, as: caller)
        } else {
            let change = try change(of: settings, year)
            if !change.isNothing {
                // Words that are not named are those just read: a change in between must not be taken back by them.
                settings = try await tracker.change(
                    change, revision: revision ?? settings.revision, school: school, as: caller)
            }
        }
        Terminal.out(
            format == .json
                ? settings.json(school: school.dfe, year: year)
                : settings.text(title: "\(school.name), \(school.dfe)", year: year))
    }

    private func change(of settings: JudgementSettings, _ year: SchoolYear) throws -> SummativeChange {
        var change = SummativeChange(subjects: subject.isEmpty ? nil : Set(subject))
        if usualTerms { change.terms = [.init(year, nil)] }
        if !term.isEmpty { change.terms = [.init(year, try spans())] }
        if let from = wordsFrom.flatMap({ CalendarDate(iso: $0) }) {
            var labels = settings.settings.labels.labels(on: from)
            for (judgement, label) in word.compactMap(Self.parts) { labels[judgement.position] = label }
            change.words = .init(from: from, labels)
        }
        return change
    }

    private static let known = Judgement.allCases.map(\.rawValue).joined(separator: ", ")

    private static func parts(_ text: String) -> (Judgement, JudgementLabel)? {
        let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard sides.count == 2, let judgement = Judgement(rawValue: sides[0].uppercased()) else { return nil }
        let words = sides[1].split(separator: ":", maxSplits: 1).map(String.init)
        guard words.count == 2 else { return nil }
        return (judgement, JudgementLabel(short: words[0], words: words[1]))
    }

    /// The days of all six terms.
    private func spans() throws -> [TermSpan] {
        var spans: [SummativeTerm: TermSpan] = [:]
        for text in term {
            let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
            let days = sides.last?.split(separator: ".", omittingEmptySubsequences: true).map(String.init) ?? []
            guard sides.count == 2, let term = SummativeTerm(rawValue: sides[0]), days.count == 2,
                let first = CalendarDate(iso: days[0]), let last = CalendarDate(iso: days[1])
            else {
                throw ValidationError(
                    "“\(text)” must be a term with its days, like autumn1=2026-09-02..2026-10-23. The terms are \(SummativeTerm.allCases.map(\.rawValue).joined(separator: ", "))."
                )
            }
            spans[term] = TermSpan(first: first, last: last)
        }
        let all = SummativeTerm.allCases.compactMap { spans[$0] }
        guard all.count == SummativeTerm.allCases.count, term.count == all.count else {
            throw ValidationError("Enter --term once for each of the six terms.")
        }
        return all
    }
}
