public import Markup

extension SetUpModel {
    public var heading: PageHeading {
        PageHeading("Set up Leadline", lede: "Name the school and make its Account Owner: you.", errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        <form class="card narrow" method="post" action="\(url: Route.setUp().link)" novalidate>
        \(frame.csrfField)<input type="hidden" name="token" value="\(token)">
        <fieldset><legend>The school</legend>
        \(field(.schoolName, "Name").input(autocomplete: "organization"))\
        \(field(.dfeNumber, "DfE number", hint: "Local authority and school number, like 820/9991", width: .short).input())\
        \(field(.urn, "URN", hint: "6 digits, like 999991", width: .short).input())\
        </fieldset>
        <fieldset><legend>The Account Owner</legend>
        \(field(.email, "Email address").input(type: "email", autocomplete: "username"))\
        \(field(.password, "Password", hint: "At least \(minimumLength) characters. Three random words are good.")
            .input(type: "password", autocomplete: "new-password"))\
        </fieldset>
        <p class="buttons"><button class="button main">Set up</button></p>
        </form>
        """
    }

    private func field(
        _ field: SetUpField, _ label: String, hint: String? = nil, width: FormField.Width = .full
    ) -> FormField {
        FormField(field.rawValue, label, value: values[field] ?? "", hint: hint, errors: errors, width: width)
    }
}
