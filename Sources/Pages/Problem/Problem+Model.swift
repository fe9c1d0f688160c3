/// A page that says why something could not be shown or done.
public struct ProblemModel: Page {
    /// `You cannot change results`
    public var title: String
    /// What happened and why, one sentence a paragraph.
    public var reasons: [String]
    /// What to do next: words and address; nil when the reasons say it.
    public var next: Breadcrumb?

    public init(title: String, reasons: [String], next: Breadcrumb? = nil) {
        self.title = title
        self.reasons = reasons
        self.next = next
    }

    /// There is no such page (404).
    public static let notFound = ProblemModel(
        title: "There is no such page",
        reasons: [
            "The address may be mistyped, or what it showed may have been removed.",
            "Check the address, or begin again at the start page.",
        ],
        next: Breadcrumb("Go to the start page", .home))

    /// A role does not allow something (403).
    ///
    /// - Parameters:
    ///   - action: what was refused, `change results`.
    ///   - roleTitle: the visitor's role, `Full Read-only`.
    ///   - whoMay: the roles that may, `Account Owner, Account Admin and Full Edit`.
    public static func refused(action: String, roleTitle: String, whoMay: String) -> ProblemModel {
        ProblemModel(
            title: "You cannot \(action)",
            reasons: [
                "Your role is \(roleTitle). \(whoMay) may \(action).",
                "If you need to, ask the Account Owner of your school to change your role.",
            ])
    }

    /// The form's token was missing or old (403).
    public static let staleForm = ProblemModel(
        title: "This page was open for too long",
        reasons: [
            "Nothing was changed. For safety a form works only while you are signed in with the session it was made for.",
            "Go back, reload the page and send it again.",
        ])

    /// Something failed in the program (500).
    ///
    /// - Parameter reference: what to quote to whoever runs the server.
    public static func failure(reference: String) -> ProblemModel {
        ProblemModel(
            title: "Something went wrong",
            reasons: [
                "The page could not be made. Nothing that was saved before is lost; what you just sent was not stored.",
                "Try again. If it happens again, tell whoever runs Leadline for you, and quote \(reference).",
            ])
    }
}
