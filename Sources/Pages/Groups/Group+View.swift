import Assessment
public import Markup

extension GroupModel {
    public var heading: PageHeading {
        PageHeading(
            isStored ? query.name : "New group: \(query.name)",
            lede: canEdit
                ? "Who is ticked is in the group. Membership goes with the pupil from year to year." : nil,
            section: .pupils,
            breadcrumbs: [
                Breadcrumb("Pupils", place.route(.pupils())), Breadcrumb("Groups", place.route(.groups)),
                Breadcrumb(query.name),
            ], errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(canEdit ? filters : nil)
        \(rows.isEmpty ? nobody : canEdit ? form(frame) : list)
        \(elsewhere == 0 ? nil : """
            <p class="muted">\(Count.of(elsewhere, "pupil")) of other years \(elsewhere == 1 ? "is" : "are") in the group \
            besides; they stay in it.</p>
            """ as HTML)
        """
    }

    private var filters: HTML {
        """
        <form class="filters" method="get" action="\(url: place.link(.group(OwnGroupQuery(name: ""))))">
        <input type="hidden" name="name" value="\(query.name)">\(choices.fields(query))
        <button class="button">List them</button>
        <button class="button" name="tick" value="1">List and tick them</button></form>
        """
    }

    private var nobody: HTML {
        EmptyState.render(
            query.isFiltered ? "Nobody fits" : "Nobody is in it in \(place.year.label)",
            canEdit
                ? "Choose a year group, a class or a group above to list pupils, and tick who is to be in it."
                : "Somebody who may edit pupils can fill it.")
    }

    private func form(_ frame: PageFrame) -> HTML {
        let lines = rows.html { row in
            """
            <tr><td><input type="hidden" name="shown" value="\(row.id)"><label class="tick">\
            <input type="checkbox" name="member" value="\(row.id)"\(flag: "checked", row.isTicked)> \(row.name)</label></td>\
            <td data-label="Class">\(row.standing)</td><td>\(mark(row))</td></tr>
            """
        }
        let ticked = rows.count(where: \.isTicked)
        return """
            <form method="post" action="\(url: place.link(.group(query)))">\(frame.csrfField)
            \(FormField(
                "new-name", isStored ? "Name of the group" : "Name of the new group", value: newName, errors: errors
            ).input())
            <p class="count" role="status">\(Count.of(rows.count, "pupil")) listed, \(Count.grouped(ticked)) ticked</p>
            <div class="card table-box"><table><thead><tr><th scope="col">Pupil</th><th scope="col">Class</th>\
            <th scope="col">Now</th></tr></thead><tbody>\(lines)</tbody></table></div>
            <p class="buttons"><button class="button main" name="do" value="save">Save the group</button>
            \(isStored ? "<button class=\"button\" name=\"do\" value=\"dissolve\">Remove the group</button>" as HTML : nil)
            <a class="button quiet" href="\(url: place.link(.groups))">Cancel</a></p></form>
            """
    }

    private func mark(_ row: Row) -> HTML {
        row.isMember ? "<span class=\"tag\">in the group</span>" : row.isTicked ? "fits" : "–"
    }

    private var list: HTML {
        let lines = rows.filter(\.isMember).html { row in
            "<tr><th scope=\"row\"><a href=\"\(url: place.link(.pupil(row.id)))\">\(row.name)</a></th><td>\(row.standing)</td></tr>"
        }
        return """
            <div class="card table-box"><table><thead><tr><th scope="col">Pupil</th><th scope="col">Class</th></tr></thead>\
            <tbody>\(lines)</tbody></table></div>
            """
    }
}
