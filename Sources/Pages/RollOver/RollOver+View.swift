import Assessment
public import Markup

extension RollOverModel {
    public var heading: PageHeading {
        PageHeading(
            "Start \(newYear.label)",
            lede:
                "Every class moves up. Nothing of \(place.year.label) changes: its cohorts, classes and results stay as they are.",
            section: .pupils,
            breadcrumbs: [Breadcrumb("Pupils", place.route(.pupils())), Breadcrumb("Start \(newYear.label)")],
            errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        guard !classes.isEmpty else {
            return EmptyState.render(
                "No pupils in \(place.year.label)",
                "A new year begins from the one before. Bring in the pupil list of \(place.year.label), or choose another school year.",
                button: ("Import pupils", place.link(.files)))
        }
        guard moving + leaving + stayingDown > 0 || !errors.isEmpty else {
            return EmptyState.render(
                "\(newYear.label) has been started",
                "Everybody of \(place.year.label) has a place in \(newYear.label) or has left. New pupils come in with a pupil list.",
                button: ("See the pupils of \(newYear.label)", place.route(.pupils()).inYear(newYear).link))
        }
        return """
            <form method="post" action="\(url: place.link(.rollOver))" novalidate>\(frame.csrfField)\
            <input type="hidden" name="agreed" value="\(fingerprint)">
            <section class="card" aria-labelledby="what"><h2 id="what">What will happen</h2>\(facts.factList())</section>
            <section class="card" aria-labelledby="classes"><h2 id="classes">Classes</h2>\
            <p class="muted">Names are proposed from those of \(place.year.label). Change any that differ.</p>\
            <div class="table-box"><table class="roomy stacked"><thead><tr><th scope="col">Class in \(place.year.label)</th>\
            <th scope="col" class="number">Pupils</th><th scope="col">In \(newYear.label)</th></tr></thead>\
            <tbody>\(classes.enumerated().html { line($0.offset, $0.element) })</tbody></table></div></section>
            <section class="card" aria-labelledby="leavers"><h2 id="leavers">Leavers</h2><div class="columns">
            \(FormField(
                "last-year-group", "Last year group of the school", value: lastYearGroup.rawValue, errors: errors,
                width: .short
            ).select(YearGroup.allCases.filter { ($0 >= .reception) && ($0 <= .year6) }.map {
                .init($0.rawValue, $0.title)
            }))\
            \(FormField(
                "last-day", "Their last day", value: lastDay,
                hint: "They stay in the cohorts of their years for ever", errors: errors, width: .short
            ).input(type: "date"))
            </div></section>
            <section class="card" aria-labelledby="again"><h2 id="again">Who does the year again</h2>\
            <p class="muted">Rarely anybody. Tick who stays in the same year group.</p>\(classes.html(members))</section>
            <p class="buttons"><button class="button main" name="do" value="start">Start \(newYear.label)</button>
            <button class="button" name="do" value="look">Show what would happen</button>
            <a class="button quiet" href="\(url: place.link(.pupils()))">Cancel</a></p></form>
            """
    }

    private var facts: [Fact] {
        [
            Fact("Move up a year group", Count.of(moving, "pupil")),
            Fact("Leave after \(lastYearGroup.title)", leaving == 0 ? nil : Count.of(leaving, "pupil")),
            Fact("Do the year again", stayingDown == 0 ? nil : Count.of(stayingDown, "pupil")),
            Fact(
                "Have a place in \(newYear.label) already",
                placed == 0 ? nil : "\(Count.of(placed, "pupil")), left as they are"),
            Fact("Have left already", left == 0 ? nil : Count.of(left, "pupil")),
        ].filter { $0.value != nil }
    }

    private func line(_ index: Int, _ line: ClassLine) -> HTML {
        let becomes: HTML =
            if let yearGroup = line.newYearGroup {
                """
                <input type="hidden" name="class-\(index)-key" value="\(line.key)">\
                \(FormField("class-\(index)", "\(yearGroup), class", value: line.newName, errors: errors).input())
                """
            } else { "Leave the school" }
        return """
            <tr><th scope="row">\(line.title)</th><td class="number" data-label="Pupils">\(Count.grouped(line.pupils))</td>\
            <td data-label="In \(newYear.label)">\(becomes)</td></tr>
            """
    }

    private func members(_ line: ClassLine) -> HTML {
        guard !line.members.isEmpty else { return HTML() }
        let staying = line.members.count { $0.staysDown }
        let ticks = line.members.html { member in
            """
            <label class="tick"><input type="checkbox" name="stay" value="\(member.id)"\(flag: "checked", member.staysDown)> \
            \(member.name)</label>
            """
        }
        return """
            <details class="more"\(flag: "open", staying > 0)><summary>\(line.title)\
            \(staying == 0 ? nil : " (\(Count.grouped(staying)) ticked)" as HTML)</summary>\
            <div class="columns">\(ticks)</div></details>
            """
    }
}
