import Assessment
public import Markup

extension ReportsHomeModel {
    public var heading: PageHeading {
        PageHeading(
            "Reports",
            lede: "Figures of \(place.year.label), right as of this moment. Every number opens the pupils behind it.",
            section: .reports)
    }

    public func content(in frame: PageFrame) -> HTML {
        guard recorded > 0 else {
            return EmptyState.render(
                "No results in \(place.year.label) yet",
                """
                End of Key Stage 2 Outcomes will be here as soon as the first result is in: how many pupils met the \
                standard in each subject and in reading, writing and mathematics together, by group, beside national.
                """,
                button: ("Go to the assessments", place.link(.assessments)))
        }
        return """
            <div class="tiles"><section class="card tile" aria-labelledby="ks2-outcomes">
            <h2 id="ks2-outcomes">End of Key Stage 2 Outcomes</h2>
            <p>How many pupils of Year 6 met the standard in each subject and in all three together; scaled scores; groups; \
            beside national.</p>
            <p>\(ProgressBar.results(recorded, of: due))</p>
            <p class="muted">\(Count.of(pupils, "pupil"))</p>
            <p class="buttons"><a class="button main" href="\(url: place.link(.keyStage2Outcomes()))">Open the report\
            <span class="hidden"> End of Key Stage 2 Outcomes</span></a></p>
            </section>\(frame.visitor?.seesNames == true ? parents : nil)</div>
            """
    }

    private var parents: HTML {
        """
        <section class="card tile" aria-labelledby="parents"><h2 id="parents">Sheets for parents</h2>
        <p>One page a pupil, with the results of End of Key Stage 2 in words, the school’s and the national figure beside them.</p>
        <p class="buttons"><a class="button" href="\(url: place.link(.parentsSheets()))">Open the sheets</a></p></section>
        """
    }
}
