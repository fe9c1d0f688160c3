import Assessment
public import Markup

extension UsersModel {
    public var heading: PageHeading {
        PageHeading(
            "Users", lede: "Who may sign in for this school, and what each role may do.", section: .school,
            breadcrumbs: [Breadcrumb("School", place.route(.school)), Breadcrumb("Users")], errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        <section class="card table-box"><table class="roomy stacked"><caption>Users</caption><thead><tr><th scope="col">Name</th>\
        <th scope="col">Email</th><th scope="col">Role</th><th scope="col"><span class="hidden">Change</span></th>\
        </tr></thead><tbody>\(users.html { line($0, frame) })</tbody></table></section>
        \(addForm(frame))\(roleList)
        """
    }

    private func line(_ user: UserRow, _ frame: PageFrame) -> HTML {
        let marks: [HTML?] = [
            user.isSelf ? "<span class=\"tag\">you</span>" : nil,
            user.isDisabled ? "<span class=\"tag caution\">disabled</span>" : nil,
            user.isInvited ? "<span class=\"tag\">no password yet</span>" : nil,
        ]
        let tags = marks.compactMap(\.self)
        return """
            <tr><th scope="row">\(user.name)\(tags.isEmpty ? nil : " <span data-column=\"Status\">\(HTML.join(tags, separator: " "))</span>" as HTML)</th>\
            <td class="email">\(user.email)</td><td>\(user.roleTitle)\
            \(user.classes.isEmpty ? nil : "<br><span class=\"muted small\" data-column=\"Classes\">\(user.classes.joined(separator: ", "))</span>" as HTML)\
            </td><td class="actions" data-value="">\(changes(user, frame))</td></tr>
            """
    }

    private func changes(_ user: UserRow, _ frame: PageFrame) -> HTML {
        guard user.canChange, !user.isSelf else { return HTML() }
        let id = "user-\(user.id)"
        let options = roles.html { role in
            "<option value=\"\(role.name)\"\(flag: "selected", role.name == user.role)>\(role.title)</option>"
        }
        return """
            <details class="menu"><summary class="button small">Change<span class="hidden"> \(user.name)</span></summary>
            <div class="sheet wide-sheet">
            <form method="post" action="\(url: place.link(.userRole(user.id)))">\(frame.csrfField)
            <div class="field full"><label for="\(id)-role">Role</label><select id="\(id)-role" name="role">\(options)</select></div>
            <div class="field full"><label for="\(id)-classes">Classes <span class="optional">(for Partial Edit)</span></label>\
            <input id="\(id)-classes" name="classes" value="\(user.classes.joined(separator: ", "))" autocomplete="off"></div>
            <button class="button small">Save the role</button></form>
            <form method="post" action="\(url: place.link(.userLink(user.id)))">\(frame.csrfField)\
            <button class="button small">Make a one-time link</button></form>
            <form method="post" action="\(url: place.link(.userAccess(user.id)))">\(frame.csrfField)\
            <input type="hidden" name="disabled" value="\(user.isDisabled ? 0 : 1)">\
            <button class="button small">\(user.isDisabled ? "Let in again" : "Disable")</button></form>
            </div></details>
            """
    }

    private func addForm(_ frame: PageFrame) -> HTML {
        guard !roles.isEmpty else { return HTML() }
        return """
            <form class="card" method="post" action="\(url: place.link(.users))" novalidate>
            \(frame.csrfField)<h2>Add a user</h2>
            <p class="muted">You get a one-time link to pass on; with it they choose their own password.</p>
            <div class="columns">
            \(FormField("email", "Email address", value: email, errors: errors, width: .full).input(type: "email"))\
            \(FormField("role", "Role", value: role, errors: errors, width: .full)
                .select(roles.map { .init($0.name, $0.title) }))\
            \(FormField(
                "classes", "Classes", value: classes, hint: "For Partial Edit, with a comma between two", errors: errors,
                width: .full, isOptional: true
            ).input())
            </div><p class="buttons"><button class="button main">Add the user</button></p>
            </form>

            """
    }

    private var roleList: HTML {
        guard !roles.isEmpty else { return HTML() }
        return """
            <details class="more"><summary>What each role may do</summary><dl class="facts">\
            \(roles.html { "<div><dt>\($0.title)</dt><dd>\($0.explanation)</dd></div>" })</dl></details>
            """
    }
}
