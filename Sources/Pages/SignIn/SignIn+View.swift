public import Markup

extension SignInModel {
    public var heading: PageHeading {
        PageHeading(
            "Sign in", lede: "Statutory results of your school: in by file or by hand, right at once.", errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        <form class="card narrow" method="post" action="\(url: Route.signIn().link)" novalidate>
        \(frame.csrfField)\(returnTo.map { "<input type=\"hidden\" name=\"return\" value=\"\($0)\">" as HTML })
        \(FormField("email", "Email address", value: email, errors: errors, width: .full)
            .input(type: "email", autocomplete: "username"))\
        \(FormField("password", "Password", errors: errors, width: .full)
            .input(type: "password", autocomplete: "current-password"))\
        <p class="buttons"><button class="button main">Sign in</button></p>
        <p class="muted">No password yet, or forgotten? Ask your school’s Account Owner or Account Admin for a one-time \
        link.</p>
        </form>
        """
    }
}
