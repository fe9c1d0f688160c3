import Assessment
public import Markup

extension BatchModel {
    public var heading: PageHeading {
        PageHeading(
            batch.source,
            lede: batch.isFile
                ? "What came in on \(batch.when), brought by \(batch.person)."
                : "Done on \(batch.when) by \(batch.person).", section: .files,
            breadcrumbs: [Breadcrumb("Files", place.route(.files)), Breadcrumb(batch.source)])
    }

    public func content(in frame: PageFrame) -> HTML {
        let facts = [
            Fact("Kind", batch.kind), Fact("Values stored", Count.grouped(batch.values)),
            Fact("Pupils added", Count.grouped(batch.pupilsAdded)), Fact("Undone", batch.undone),
            Fact("Fingerprint (SHA-256)", batch.sha256),
        ]
        return """
            <section class="card" aria-labelledby="facts"><h2 id="facts">\(batch.isFile ? "The file" : "What it was")</h2>\
            \(facts.filter { $0.value != nil }.factList())</section>
            \(buttons)
            \(BatchChanges.table(leftAlone, title: "Left alone: changed by somebody since"))
            \(BatchChanges.table(changes, title: "What it stored"))
            \(total > changes.count
                ? "<p class=\"muted\">The first \(Count.grouped(changes.count)) of \(Count.of(total, "change")) are shown.</p>"
                as HTML : nil)
            """
    }

    private var buttons: HTML {
        let undo: HTML? =
            batch.canUndo && batch.undone == nil
            ? "<a class=\"button\" href=\"\(url: place.link(.undoBatch(batch.id)))\">\(batch.isFile ? "Undo this file" : "Undo this")</a> "
            : nil
        let file: HTML? =
            isKept
            ? "<a class=\"button\" href=\"\(url: place.link(.batchFile(batch.id)))\">The file as it came</a>"
            : nil
        return undo == nil && file == nil ? HTML() : "<p class=\"buttons\">\(undo)\(file)</p>"
    }
}
