import Assessment
public import Markup
import Reports

extension PupilOverTimeModel: Page {
    public var heading: PageHeading {
        let name = flight.pupil.displayName
        let standing = flight.place.map {
            [$0.yearGroup.title, $0.className].compactMap(\.self).joined(separator: ", ")
        }
        return PageHeading(
            name,
            lede:
                "Results over time, from Reception to Year 6. \(standing.map { "\($0) in \(place.year.label)." } ?? "In no year group in \(place.year.label).")",
            section: .pupils,
            breadcrumbs: [
                Breadcrumb("Pupils", place.route(.pupils())), Breadcrumb(name, place.route(.pupil(flight.pupil.id))),
                Breadcrumb("Results over time"),
            ], styles: ["flight.css"], offersFiles: true)
    }

    public func content(in frame: PageFrame) -> HTML {
        guard !flight.results.isEmpty else {
            return """
                <section class="card"><h2>No results yet</h2><p>They appear here as soon as they are entered on the grid or come by file.</p>
                <p class="buttons"><a class="button" href="\(url: place.link(.pupil(flight.pupil.id)))">Details of the pupil</a></p></section>
                """
        }
        return """
            \(buttons)<section class="card flight" aria-labelledby="picture"><h2 id="picture">Against the expected standard</h2>
            <p class="flight-key"><span class="nowrap"><svg viewBox="0 0 12 12" aria-hidden="true"><circle class="flight-dot" cx="6" cy="6" r="4"/></svg> \
            teacher’s judgement, term by term</span> <span class="nowrap"><svg viewBox="0 0 12 12" aria-hidden="true">\
            <rect class="flight-square" x="2" y="2" width="8" height="8"/></svg> statutory result</span> \
            <span class="nowrap"><svg viewBox="0 0 12 12" aria-hidden="true"><rect class="flight-range" x="2.5" y="1" width="7" height="10" rx="3"/></svg> \
            met, where there is no higher standard</span></p>
            <div class="flight-box" tabindex="0" role="group" aria-label="Picture of the results">\(chart.render())</div></section>
            \(table)
            """
    }

    private var buttons: HTML {
        let id = flight.pupil.id
        return """
            <p class="buttons screen-only"><button class="button main" type="button" data-print hidden>Print</button>\
            <a class="button" href="\(url: place.link(.pupilOverTimeFile(id, .xlsx)))">Excel</a>\
            <a class="button" href="\(url: place.link(.pupilOverTimeFile(id, .csv)))">CSV</a>\
            <a class="button" href="\(url: place.link(.pupil(id)))">Details of the pupil</a></p>
            """
    }

    // MARK: The table

    private var table: HTML {
        // Years to come have nothing to show; years that are over say that nothing is recorded.
        let stages = flight.stages.filter { !$0.lines.isEmpty || $0.year <= place.year }
        return """
            <section class="card flight-table"><h2>Every result</h2>
            <div class="table-box" tabindex="0" role="group" aria-label="Every result"><table class="flight-results">\
            <caption class="hidden">Every judgement and statutory result of \(flight.pupil.displayName)</caption><thead><tr><th scope="col">School year</th>\
            <th scope="col">Subject</th><th scope="col">Statutory results</th>\
            \(SummativeTerm.allCases.html { "<th scope=\"col\">\($0.title)</th>" })</tr></thead>\(stages.html(rows))</table></div>\(words)</section>
            """
    }

    private func rows(_ stage: FlightStage) -> HTML {
        let notes = stage.notes.html { "<p class=\"muted\">\($0)</p>" }
        let count = max(stage.lines.count, 1) + (stage.lines.isEmpty || stage.notes.isEmpty ? 0 : 1)
        let name: HTML = """
            <th scope="rowgroup" rowspan="\(count)">\(stage.yearGroup.title)<small>\(stage.year.label)</small>\
            \(stage.className.map { "<small>\($0)</small>" as HTML })</th>
            """
        guard !stage.lines.isEmpty else {
            return """
                <tbody><tr>\(name)<td colspan="8">\(stage.notes.isEmpty ? "<span class=\"muted\">Nothing recorded</span>" as HTML : notes)</td></tr></tbody>

                """
        }
        let lines = stage.lines.enumerated().html { index, line in
            """
            <tr>\(index == 0 ? name : nil)<th scope="row">\(line.subject?.shortTitle ?? line.title)</th>\
            <td>\(line.statutory.html(statutory))</td>\(line.judgements.html(judgement))</tr>

            """
        }
        let last: HTML? = stage.notes.isEmpty ? nil : "<tr><td colspan=\"8\">\(notes)</td></tr>"
        return "<tbody>\(lines)\(last)</tbody>\n"
    }

    private func judgement(_ result: FlightResult?) -> HTML {
        guard let result else {
            return "<td class=\"muted\"><span aria-hidden=\"true\">–</span><span class=\"hidden\">none</span></td>"
        }
        return "<td><abbr title=\"\(result.words)\">\(result.result)</abbr></td>"
    }

    private func statutory(_ result: FlightResult) -> HTML {
        "<p><b>\(result.title): \(result.result)</b> · \(result.words)</p>"
    }

    /// The short forms of the judgements, in the words of their time.
    private var words: HTML? {
        var seen: Set<String> = []
        let labels = flight.results.compactMap { result -> (judgement: Judgement, text: String)? in
            guard let judgement = result.judgement, result.result != result.words else { return nil }
            let text = "\(result.result) \(result.words)"
            return seen.insert(text).inserted ? (judgement, text) : nil
        }.sorted { $0.judgement < $1.judgement }
        guard !labels.isEmpty else { return nil }
        return "<p class=\"flight-words\">Judgements: \(labels.map(\.text).joined(separator: " · "))</p>"
    }
}
