import Assessment
public import Markup

extension ImportPreviewModel {
    public var heading: PageHeading {
        PageHeading(
            "Preview of \(fileName)",
            lede: refusal == nil
                ? "What this file would change. Nothing is stored until you take it." : "This file was not taken.",
            section: .files, breadcrumbs: [Breadcrumb("Files", place.route(.files)), Breadcrumb("Preview")],
            errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        guard refusal == nil else { return "\(refusalBox(frame))\(factList)" }
        return """
            \(warningList)\(schoolList(frame))<div class="two-columns">\(factList)\(choices(frame))</div>
            \(conflictForm(frame))\(statusPills)\(itemForm(frame))
            \(PageLinks.render(current: query.page, count: pageCount, label: "Pages of the preview") { page in
                link { $0.page = page }
            })
            """
    }

    /// The preview's own address with something of the query changed.
    private func link(_ change: (inout PreviewQuery) -> Void) -> String {
        var other = query
        change(&other)
        return place.link(.preview(uploadID, other))
    }

    private func refusalBox(_ frame: PageFrame) -> HTML {
        """
        <div class="error-summary" role="alert" aria-labelledby="refusal"><h2 id="refusal">This file cannot be taken</h2>\
        <p>\(refusal)</p><form method="post" action="\(url: place.link(.cancelUpload(uploadID)))">\(frame.csrfField)\
        <button class="button">Back to files</button></form></div>

        """
    }

    private var factList: HTML {
        """
        <section class="card" aria-labelledby="file"><h2 id="file">\(kindTitle)</h2>\
        \(facts.factList())</section>

        """
    }

    private var warningList: HTML {
        guard !warnings.isEmpty else { return HTML() }
        return """
            <section class="notice caution" aria-labelledby="warnings"><div><h2 id="warnings">\
            \(Count.of(warnings.count, "thing")) to know about this file</h2>\
            <ul>\(warnings.html { "<li>\($0)</li>" })</ul></div></section>

            """
    }

    private var statusPills: HTML {
        let total = counts.values.reduce(0, +)
        let all: HTML = """
            <li><a class="pill" href="\(url: link { $0.status = nil; $0.page = 1 })"\
            \(attribute: "aria-current", query.status == nil ? "true" : nil)>All \(Count.grouped(total))</a></li>
            """
        let pills = PreviewStatus.allCases.html { status in
            guard let count = counts[status], count > 0 else { return HTML() }
            let address = link {
                $0.status = status.rawValue
                $0.page = 1
            }
            return """
                <li><a class="pill" href="\(url: address)"\
                \(attribute: "aria-current", query.status == status.rawValue ? "true" : nil)>\
                \(Count.grouped(count)) \(status.title)</a></li>
                """
        }
        return """
            <h2>What would happen</h2>
            <nav aria-label="Filter by what would happen"><ul class="pills">\(all)\(pills)</ul></nav>
            \(subjectPills)
            """
    }

    private var subjectPills: HTML {
        guard subjects.count > 1 else { return HTML() }
        let all = [PreviewQuestion.Answer("", "Every subject")]
        let pills = (all + subjects).html { subject in
            let value = subject.value.isEmpty ? nil : subject.value
            let address = link {
                $0.subject = value
                $0.page = 1
            }
            return """
                <li><a class="pill" href="\(url: address)"\
                \(attribute: "aria-current", query.subject == value ? "true" : nil)>\(subject.title)</a></li>
                """
        }
        return "<nav aria-label=\"Filter by subject\"><ul class=\"pills\">\(pills)</ul></nav>\n"
    }
}
