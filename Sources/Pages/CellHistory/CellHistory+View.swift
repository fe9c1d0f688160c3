import Assessment
public import Markup

extension CellHistoryModel: Page {
    public var heading: PageHeading {
        PageHeading(
            "History", lede: "Every change that was ever made to this result, newest first.", section: .assessments,
            breadcrumbs: [
                Breadcrumb("Assessments", place.route(.assessments)),
                Breadcrumb(kind.title, place.route(.chooseClass(kind))),
                Breadcrumb("Grid", place.route(.grid(kind, GridQuery(yearGroup: yearGroup)))), Breadcrumb("History"),
            ], styles: ["grid.css"])
    }

    public func content(in frame: PageFrame) -> HTML { fragment(canRestore: false) }

    /// The part that the panel beside the grid shows; its buttons work only there.
    public var fragment: HTML { fragment(canRestore: canRestore) }

    private func fragment(canRestore: Bool) -> HTML {
        var offered: Set<String> = Set([current].compactMap(\.self))
        let items = changes.html { change in
            let canPutBack = canRestore && change.to.map { offered.insert($0).inserted } ?? false
            return """
                <li><p><b>\(change.to ?? "cleared")</b> <span class="muted">\(change.from.map { "before: \($0)" } ?? "first value")</span></p>\
                <p class="muted small">\(change.when), \(change.who), \(change.how)\(file(change))\
                \(change.assessedOn.map { "; Assessment Date \($0)" })</p>\
                \(canPutBack ? restore(change.to ?? "") : HTML())</li>
                """
        }
        let list: HTML =
            changes.isEmpty ? "<p>Nothing was ever entered here.</p>" : "<ol class=\"history-list\">\(items)</ol>"
        return """
            <section class="history" aria-labelledby="history-title"><h2 id="history-title">\(column): \(pupil)</h2>
            <p>\(current.map { "Now: \($0)" } ?? "Now empty")</p>
            \(list)</section>
            """
    }

    private func restore(_ value: String) -> HTML {
        """
        <button type="button" class="button small" data-restore="\(value)" data-revision="\(revision)">Restore \(value)</button>
        """
    }

    private func file(_ change: Change) -> HTML {
        guard let file = change.file else { return HTML() }
        guard let address = change.fileAddress else { return ": \(file)" }
        return ": <a href=\"\(url: address)\">\(file)</a>"
    }
}
