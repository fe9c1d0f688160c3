import Assessment
public import Markup

extension ChooseSchoolModel {
    public var heading: PageHeading {
        PageHeading("Choose a school", lede: "Everything you see and do is then about that school.")
    }

    public func content(in frame: PageFrame) -> HTML {
        guard !schools.isEmpty else {
            return EmptyState.render(
                "No school yet",
                "Your account belongs to no school at the moment. Ask the Account Owner of your school to add you.")
        }
        let rows = schools.html { school in
            """
            <tr><th scope="row"><a href="\(url: school.place.link(.assessments))">\(school.name)</a></th>\
            <td>\(school.place.school.description)</td><td>\(school.roleTitle)</td></tr>
            """
        }
        return """
            <div class="card table-box"><table><thead><tr><th scope="col">School</th><th scope="col">DfE number</th>\
            <th scope="col">Your role</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
