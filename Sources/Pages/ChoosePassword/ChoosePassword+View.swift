public import Markup

extension ChoosePasswordModel {
    public var heading: PageHeading {
        PageHeading("Choose a password", lede: "For \(email). The link works once.", errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        <form class="card narrow" method="post" action="\(url: Route.choosePassword(token: token).link)" novalidate>
        \(frame.csrfField)
        <input class="hidden" type="email" name="email" value="\(email)" autocomplete="username" readonly tabindex="-1" \
        aria-hidden="true">
        \(FormField(
            "password", "Password", hint: "At least \(minimumLength) characters. Three random words are good.",
            errors: errors, width: .full
        ).input(type: "password", autocomplete: "new-password"))\
        \(FormField("again", "The same again", errors: errors, width: .full)
            .input(type: "password", autocomplete: "new-password"))\
        <p class="buttons"><button class="button main">Save password</button></p>
        </form>
        """
    }
}
