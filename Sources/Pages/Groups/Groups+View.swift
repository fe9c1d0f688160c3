import Assessment
public import Markup

extension GroupsModel {
    public var heading: PageHeading {
        PageHeading(
            "The school’s own groups",
            lede: "Every report can be cut by them, beside the groups that every school has.", section: .pupils,
            breadcrumbs: [Breadcrumb("Pupils", place.route(.pupils())), Breadcrumb("Groups")])
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(rows.isEmpty
            ? EmptyState.render(
                "No groups yet",
                canEdit
                    ? "A group is any list of pupils that you want to follow: a club, a tutoring group, those who came late to English. Name one below, and choose who is in it."
                    : "A group is any list of pupils that the school wants to follow. Somebody who may edit pupils can make one.")
            : table)
        \(canEdit ? form : nil)
        """
    }

    private var table: HTML {
        let lines = rows.html { row in
            """
            <tr><th scope="row"><a href="\(url: place.link(.group(OwnGroupQuery(name: row.name))))">\(row.name)</a></th>\
            <td class="number" data-label="Pupils in \(place.year.label)">\(Count.grouped(row.pupils))</td>\
            <td class="number" data-label="Of other years">\(row.elsewhere == 0 ? "–" : Count.grouped(row.elsewhere))</td></tr>
            """
        }
        return """
            <div class="card table-box"><table class="roomy stacked"><thead><tr><th scope="col">Group</th>\
            <th scope="col" class="number">Pupils in \(place.year.label)</th>\
            <th scope="col" class="number">Of other years</th></tr></thead><tbody>\(lines)</tbody></table></div>
            """
    }

    private var form: HTML {
        """
        <form class="card" method="get" action="\(url: place.link(.group(OwnGroupQuery(name: ""))))" \
        aria-labelledby="make"><h2 id="make">Make a group</h2>
        <p class="muted">Choose who fits and you see them ticked; untick or tick anybody before it is saved.</p>
        \(FormField("name", "Name of the group").input())
        <div class="filters">\(choices.fields(OwnGroupQuery(name: "")))<input type="hidden" name="tick" value="1"></div>
        <p class="buttons"><button class="button main">Show who fits</button></p></form>
        """
    }
}
