import Assessment
public import Markup

extension PupilsModel {
    public var heading: PageHeading {
        PageHeading(
            "Pupils", lede: "Who is in which year group and class in \(place.year.label).", section: .pupils,
            offersFiles: true)
    }

    public func content(in frame: PageFrame) -> HTML {
        guard hasPupils else {
            if let before = startsFrom {
                return EmptyState.render(
                    "\(place.year.label) has not been started",
                    "Move every class of \(before.label) up by a year group. You see what would happen before it does, and can undo it.",
                    button: ("Start \(place.year.label)", place.route(.rollOver).inYear(before).link))
                    + "<p>Or <a href=\"\(url: place.link(.files))\">import a pupil list</a> of \(place.year.label).</p>"
            }
            return EmptyState.render(
                "No pupils in \(place.year.label) yet",
                canImport
                    ? "Bring in a CTF or a pupil list (XLSX or CSV) from your MIS. You see what would change before it does."
                    : "An Account Admin can bring in a CTF or a pupil list.",
                button: canImport ? ("Import pupils", place.link(.files)) : nil)
                + (canEdit ? "<p>Or <a href=\"\(url: place.link(.newPupil))\">add a pupil by hand</a>.</p>" : "")
        }
        return """
            \(filters(seesNames: frame.visitor?.seesNames ?? false))
            <p class="count" role="status">\(summary)</p>\(downloads(seesNames: frame.visitor?.seesNames ?? false))
            \(rows.isEmpty ? nothingFound : table)
            \(PageLinks.render(current: query.page, count: pageCount, label: "Pages of pupils") { page in
                var other = query
                other.page = page
                return place.link(.pupils(other))
            })
            """
    }

    private var summary: String {
        let found = Count.of(total, "pupil")
        return query.search.map { "\(found) found for “\($0)”" } ?? found
    }

    private func filters(seesNames: Bool) -> HTML {
        let yearOptions = [FormField.Option("", "All")] + yearGroups.map { .init($0.rawValue, $0.title) }
        let classOptions = [FormField.Option("", "All")] + classes.map { .init($0, $0) }
        return """
            <form class="filters" method="get" action="\(url: place.link(.pupils()))">
            \(seesNames
            ? FormField("q", "Name or UPN", value: query.search ?? "").input(type: "search") : nil)\
            \(FormField("year-group", "Year group", value: query.yearGroup?.rawValue ?? "").select(yearOptions))\
            \(FormField("class", "Class", value: query.className ?? "").select(classOptions))\
            <label class="tick"><input type="checkbox" name="leavers" value="1"\(flag: "checked", query.includesLeavers)> \
            Leavers as well</label>
            <button class="button">Show</button>
            <span class="buttons">
            <a class="button" href="\(url: place.link(.groups))">Groups</a>
            \(startsNext
            ? "<a class=\"button\" href=\"\(url: place.link(.rollOver))\">Start the next year</a>" as HTML : nil)
            \(canImport ? "<a class=\"button\" href=\"\(url: place.link(.files))\">Import pupils</a>" as HTML : nil)
            \(canEdit ? "<a class=\"button main\" href=\"\(url: place.link(.newPupil))\">Add a pupil</a>" as HTML : nil)
            </span>
            </form>
            """
    }

    /// The list as files; a reader without names has none.
    private func downloads(seesNames: Bool) -> HTML {
        guard seesNames, total > 0 else { return HTML() }
        let all = PupilQuery(
            search: query.search, yearGroup: query.yearGroup, className: query.className,
            includesLeavers: query.includesLeavers)
        let links = [("Spreadsheet (XLSX)", SpreadsheetFormat.xlsx), ("Spreadsheet (CSV)", .csv)]
        return """
            <p class="buttons">\(links.html { title, format in
            "<a class=\"button\" href=\"\(url: place.link(.pupilsFile(format, all)))\" download>\(title)</a> "
            })</p>
            """
    }

    private var nothingFound: HTML {
        EmptyState.render(
            "No pupil fits", "Try fewer filters, part of the name, or another school year.",
            button: ("Show all pupils", place.link(.pupils())))
    }

    private var table: HTML {
        """
        <div class="card table-box"><table><thead><tr><th scope="col">Pupil</th><th scope="col">Year group</th>\
        <th scope="col">Class</th><th scope="col">Sex</th><th scope="col">Date of birth</th><th scope="col">UPN</th>\
        </tr></thead><tbody>\(rows.html(line))</tbody></table></div>
        """
    }

    private func line(_ row: Row) -> HTML {
        """
        <tr><th scope="row"><a href="\(url: place.link(.pupil(row.id)))">\(row.name ?? "Pupil \(row.number)")</a>\
        \(row.leftOn.map { " <span class=\"tag\">left \($0.inWords)</span>" as HTML })</th>\
        <td>\(row.yearGroup?.title ?? "–")</td><td>\(row.className ?? "–")</td><td>\(row.sex?.title ?? "–")</td>\
        <td>\(row.dateOfBirth?.inWords ?? "–")</td><td class="code">\(row.upn ?? "–")</td></tr>
        """
    }
}
