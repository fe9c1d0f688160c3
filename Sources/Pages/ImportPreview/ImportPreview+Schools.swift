import Assessment
import Markup

extension ImportPreviewModel {
    /// Whose the lines of the file are, with the way to the preview of each of the visitor's schools.
    func schoolList(_ frame: PageFrame) -> HTML {
        guard !schools.isEmpty else { return HTML() }
        let total = schools.reduce(0) { $0 + $1.lines }
        let rows = schools.html { school in
            """
            <tr><th scope="row">\(school.title)</th><td class="number" data-label="Lines">\(Count.grouped(school.lines))</td>\
            <td data-label="What becomes of them">\(next(school, frame))</td></tr>
            """
        }
        return """
            <section class="card table-box"><table class="roomy stacked"><caption>Schools in this file</caption><thead><tr>\
            <th scope="col">School</th><th scope="col" class="number">Lines</th>\
            <th scope="col">What becomes of them</th></tr></thead><tbody>\(rows)</tbody><tfoot><tr><th scope="row">The whole file</th>\
            <td class="number" data-label="Lines">\(Count.grouped(total))</td><td></td></tr></tfoot></table></section>

            """
    }

    private func next(_ school: PreviewSchool, _ frame: PageFrame) -> HTML {
        if let reason = school.reason { return "Left out. \(reason)" }
        guard let number = school.number else { return "Below, to look at and take." }
        return """
            <form class="inline-form" method="post" action="\(url: place.link(.shareUpload(uploadID)))">\(frame.csrfField)\
            <input type="hidden" name="school" value="\(number.description)">\
            <button class="button small">Open its preview<span class="hidden"> for \(school.title)</span></button></form>
            """
    }

    /// Decides all conflicts at once; single ones keep their ticks.
    func conflictForm(_ frame: PageFrame) -> HTML {
        guard let conflicts else { return HTML() }
        func button(_ value: String, _ words: String, _ isShown: Bool) -> HTML? {
            isShown
                ? "<button class=\"button small\" name=\"conflicts\" value=\"\(value)\">\(words)</button> " as HTML
                : nil
        }
        return """
            <form class="card" method="post" action="\(url: place.link(.previewChoices(uploadID)))">\(frame.csrfField)\
            <input type="hidden" name="part" value="conflicts"><h2>Conflicts</h2><p>\(summary(conflicts)) Each can be ticked by \
            itself below.</p><p class="buttons">\
            \(button("take", "Take the file’s value in all \(Count.grouped(conflicts.open + conflicts.taken))", conflicts.open > 0))\
            \(button("leave", "Keep what is recorded in all \(Count.grouped(conflicts.open + conflicts.taken))", conflicts.taken > 0))\
            </p></form>

            """
    }

    private func summary(_ conflicts: PreviewConflicts) -> String {
        let open = conflicts.open == 0 ? nil : "\(Count.of(conflicts.open, "value")) stays as recorded."
        let many = conflicts.open > 1 ? "\(Count.of(conflicts.open, "value")) stay as recorded." : open
        let taken = conflicts.taken == 0 ? nil : "\(Count.of(conflicts.taken, "value")) taken from the file."
        return [many, taken].compactMap(\.self).joined(separator: " ")
    }
}
