import Assessment
public import Markup

extension AssessmentsModel {
    public var heading: PageHeading {
        PageHeading(
            "Assessments",
            lede:
                "The statutory assessments of \(place.year.label) and teachers’ judgements, and how much of each is in.",
            section: .assessments)
    }

    public func content(in frame: PageFrame) -> HTML {
        guard items.contains(where: { $0.cohorts.contains { $0.pupils > 0 } }) else {
            return EmptyState.render(
                "No pupils in \(place.year.label) yet",
                canImport
                    ? "The assessments appear once their pupils are here. Bring in a CTF or a pupil list from your MIS."
                    : "The assessments appear once their pupils are here. An Account Admin can bring in a pupil list.",
                button: canImport ? ("Import pupils", place.link(.files)) : nil)
        }
        return "<div class=\"tiles\">\(items.html(tile))</div>"
    }

    private func tile(_ item: Item) -> HTML {
        """
        <section class="card tile" aria-labelledby="tile-\(item.kind.rawValue)">
        <h2 id="tile-\(item.kind.rawValue)">\(item.kind.title)</h2>
        \(item.note.map { "<p>\($0)</p>\n" as HTML })\(item.kind == .summative ? judged(item) : item.cohorts.html { cohort($0) })\
        \(item.cohorts.isEmpty ? nil : opening(item))</section>
        """
    }

    private func cohort(_ cohort: Cohort) -> HTML {
        """
        <p class="muted">\(cohort.yearGroup.title) · \(Count.of(cohort.pupils, "pupil"))</p>
        <p>\(ProgressBar.results(cohort.recorded, of: cohort.due))</p>

        """
    }

    /// Of judgements nothing is due, and every year group has them.
    private func judged(_ item: Item) -> HTML {
        """
        <p class="muted">All year groups · \(Count.of(item.cohorts.reduce(0) { $0 + $1.pupils }, "pupil"))</p>
        <p>\(Count.of(item.cohorts.reduce(0) { $0 + $1.recorded }, "judgement")) in</p>

        """
    }

    private func opening(_ item: Item) -> HTML {
        """
        <p class="muted small">\(item.lastChange.map { "Last change \($0)" } ?? "Nothing recorded yet")</p>
        <p class="buttons"><a class="button main" href="\(url: place.link(.chooseClass(item.kind)))">Choose a class\
        <span class="hidden"> for \(item.kind.title)</span></a></p>

        """
    }
}
