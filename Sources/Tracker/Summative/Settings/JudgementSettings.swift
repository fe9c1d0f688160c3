public import Assessment

/// How a school judges, as somebody is shown it.
public struct JudgementSettings: Sendable, Hashable {
    public let settings: SummativeSettings
    /// Names this state, for a change to say what it was made of.
    public let revision: String
    /// The last change: when, as ISO 8601 time in UTC, and who; nil where there was none.
    public let changed: (at: String, by: String)?
    /// What the last change can be taken back to; nil where there was none.
    public let before: SummativeSettings?

    init(_ summative: SchoolSummative) {
        settings = summative.settings
        revision = summative.revision
        changed = summative.stored.map { ($0.changedAt, $0.changedBy) }
        before = summative.stored?.before
    }

    public static func == (left: Self, right: Self) -> Bool { left.revision == right.revision }

    public func hash(into hasher: inout Hasher) { hasher.combine(revision) }

    /// What is other than in former settings, a sentence each; none where nothing is.
    public func changes(since old: SummativeSettings) -> [String] {
        var changes: [String] = []
        if settings.subjects != old.subjects {
            let on = settings.subjects.filter { !old.subjects.contains($0) }.map(\.inSentence)
            let off = old.subjects.filter { !settings.subjects.contains($0) }.map(\.inSentence)
            if !on.isEmpty { changes.append("Switched on: \(on.joined(separator: ", ")).") }
            if !off.isEmpty {
                changes.append("Switched off: \(off.joined(separator: ", ")); what was judged stays.")
            }
        }
        for year in Set(settings.terms.ownYears + old.terms.ownYears).sorted()
        where settings.terms.spans(in: year) != old.terms.spans(in: year)
            || settings.terms.isOwn(year) != old.terms.isOwn(year)
        {
            changes.append(
                settings.terms.isOwn(year)
                    ? "The terms of \(year.label) have the dates entered."
                    : "The terms of \(year.label) have the usual dates again.")
        }
        for change in settings.labels.changes where !old.labels.changes.contains(change) {
            let words = change.labels.map(\.short).joined(separator: ", ")
            changes.append(
                "From \(change.from.inWords) the words are \(words): in every term that ends on that day or later.")
        }
        for change in old.labels.changes where !settings.labels.changes.contains(where: { $0.from == change.from }) {
            changes.append("The words from \(change.from.inWords) on were taken back.")
        }
        return changes
    }
}
