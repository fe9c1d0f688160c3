import Assessment
public import Markup

extension ChooseClassModel {
    public var heading: PageHeading {
        PageHeading(
            kind.title,
            lede: "Choose whose results to open. The whole year group shows every class in one grid.",
            section: .assessments,
            breadcrumbs: [
                Breadcrumb("Assessments", place.route(.assessments)), Breadcrumb(kind.title),
            ])
    }

    public func content(in frame: PageFrame) -> HTML {
        guard groups.contains(where: { $0.pupils > 0 }) else {
            return EmptyState.render(
                "No \(whose)pupils in \(place.year.label) yet",
                canImport
                    ? "The grid opens once the pupils of \(kind == .summative ? "a year group " : whose)are here."
                    : "The grid opens once the pupils are here. An Account Admin can bring in a pupil list.",
                button: canImport ? ("Import pupils", place.link(.files)) : nil)
        }
        let rows = groups.html { group in
            """
            <tr\(attribute: "class", group.className == nil ? "strong" : nil)>\
            <th scope="row">\(group.title)\(group.className == nil ? " <span class=\"muted\">all classes</span>" as HTML : nil)</th>\
            <td class="number" data-label="Pupils">\(Count.grouped(group.pupils))</td>\
            <td>\(progress(group))\(bySubject(group))</td>\
            <td class="actions"><a class="button\(group.className == nil ? " main" : "")" \
            href="\(url: place.link(.grid(kind, GridQuery(yearGroup: group.yearGroup, className: group.className))))">Open Assessment\
            <span class="hidden"> for \(group.title)</span></a></td></tr>
            """
        }
        return """
            \(note.map { "<p>\($0)</p>\n" as HTML })\
            \(canCopy ? "<p>Judgements of an earlier term can be a beginning: <a href=\"\(url: place.link(.copyJudgements()))\">copy judgements forward</a>, and change those that differ.</p>\n" as HTML : nil)\
            \(kind == .summative ? "<p class=\"muted\"><a href=\"\(url: place.link(.judgementSettings))\">Terms, subjects and words</a> are the school’s own.</p>\n" as HTML : nil)\
            <div class="card table-box"><table class="roomy stacked"><thead><tr><th scope="col">Year group or class</th>\
            <th scope="col" class="number">Pupils</th><th scope="col">\(kind == .summative ? "Judgements" : "Results in")</th>\
            <th scope="col"><span class="hidden">Open</span></th></tr></thead><tbody>\(rows)</tbody></table></div>
            \(canImport && kind != .summative ? "<p class=\"muted\">Results from the DfE or your MIS come faster by file: <a href=\"\(url: place.link(.files))\">import a file</a>.</p>" as HTML : nil)
            """
    }

    /// `Year 6 `; nothing where every year group is judged.
    private var whose: String {
        kind == .summative ? "" : kind.yearGroups.map(\.title).joined(separator: " or ") + " "
    }

    /// Of judgements nothing is due, so a bar would say nothing.
    private func progress(_ group: Group) -> HTML {
        kind == .summative
            ? "\(Count.of(group.recorded, "judgement")) in" : ProgressBar.results(group.recorded, of: group.due)
    }

    /// What is in of each subject, in words.
    private func bySubject(_ group: Group) -> HTML {
        guard !group.subjects.isEmpty else { return HTML() }
        let items = group.subjects.html { subject -> HTML in
            let count = "\(Count.grouped(subject.recorded)) of \(Count.grouped(subject.due))"
            return "<li data-column=\"\(subject.title)\" data-value=\"\(count)\">\(subject.title) \(count)</li>" as HTML
        }
        return "<ul class=\"muted small by-subject\">\(items)</ul>"
    }
}
