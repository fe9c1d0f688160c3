import Assessment
import Markup

extension ImportPreviewModel {
    /// The form with the things in the file, their ticks and the main button.
    func itemForm(_ frame: PageFrame) -> HTML {
        let choices = place.link(.previewChoices(uploadID))
        let hasTicks = items.contains { $0.tick != nil }
        return """
            <form method="post" action="\(url: choices)" data-ticks="\(url: choices)">
            \(frame.csrfField)<input type="hidden" name="part" value="items">
            \(items.isEmpty ? nothing : table(hasTicks: hasTicks))
            <div class="buttons bar"><button class="button main" formaction="\(url: place.link(.applyUpload(uploadID)))" \
            data-apply="\(takes)"\(flag: "disabled", takes == 0)>\(takeLabel)</button>
            \(hasTicks ? "<button class=\"button\">Keep my ticks</button>" as HTML : nil)
            <button class="button quiet" formaction="\(url: place.link(.cancelUpload(uploadID)))">Cancel</button>
            <span class="muted" role="status" data-ticks-state></span></div>
            </form>

            """
    }

    private var takeLabel: String {
        takes == 0 ? "Nothing to take" : "Take \(Count.of(takes, "change"))"
    }

    private var nothing: HTML {
        query.status == nil && query.subject == nil
            ? EmptyState.render(
                "Nothing in this file can be used", "Look at the facts above: is it the file you meant?")
            : EmptyState.render(
                "Nothing fits this filter", "Choose another one above.",
                button: ("Show everything", place.link(.preview(uploadID))))
    }

    private func table(hasTicks: Bool) -> HTML {
        var rows = HTML(reservingCapacity: items.count * 200)
        var last: PreviewStatus?
        for item in items {
            if item.status != last { rows += head(of: item.status, hasTicks: hasTicks) }
            last = item.status
            rows += line(item, hasTicks: hasTicks)
        }
        return """
            <div class="card table-box" role="region" tabindex="0" aria-label="What would happen, one by one"><table class="preview"><thead><tr>\
            \(hasTicks ? "<th scope=\"col\">Take</th>" as HTML : nil)<th scope="col">Pupil</th><th scope="col">What</th>\
            <th scope="col">Recorded now</th><th scope="col">In the file</th><th scope="col">Remark</th></tr></thead>\
            \(rows)</tbody></table></div>
            """
    }

    /// Each status is a row group of its own with a heading row; the one before is closed first.
    private func head(of status: PreviewStatus, hasTicks: Bool) -> HTML {
        let ticks = items.filter { $0.status == status }.compactMap(\.tick)
        let all: HTML? =
            !ticks.isEmpty
            ? """
            <label class="tick" hidden><input type="checkbox" data-tick-all="\(status.rawValue)"\
            \(flag: "checked", ticks.allSatisfy(\.isOn))> \
            all on this page</label>
            """ : nil
        return """
            \(items.first?.status == status ? nil : "</tbody>" as HTML)<tbody><tr class="group-row">\
            <th scope="rowgroup" colspan="\(hasTicks ? 6 : 5)"><div class="group-words">\
            <span class="tag \(status.tone)" data-column="What would happen" data-value="\(status.title)">\
            \(Count.grouped(counts[status] ?? 0)) \(status.title)</span> \(status.explanation) \(all)</div></th></tr>
            """
    }

    private func line(_ item: PreviewItem, hasTicks: Bool) -> HTML {
        let tick: HTML? =
            hasTicks
            ? """
            <td data-value="\(item.tick.map { $0.isOn ? "yes" : "no" })">\(item.tick.map { tick in
                """
                <input type="hidden" name="\(tick.isOffered ? "offered" : "shown")" value="\(tick.key)"><input type="checkbox" name="take" \
                value="\(tick.key)" data-status="\(item.status.rawValue)"\(flag: "checked", tick.isOn) \
                aria-label="Take \(item.what) of \(item.pupil)">
                """
            })</td>
            """ : nil
        return """
            <tr>\(tick)<th scope="row">\(item.pupil)</th><td>\(item.what)</td>\
            <td>\(item.old ?? "–")</td><td class="strong">\(item.value ?? "–")</td>\
            <td>\(item.message)\(item.place.map { " <span class=\"muted small\">\($0)</span>" as HTML })</td></tr>
            """
    }
}
