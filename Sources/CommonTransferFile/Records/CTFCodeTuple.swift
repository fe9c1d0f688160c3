/// The codes that say what a result is a result of. One instance is shared by all records of a file with the same codes.
public final class CTFCodeTuple: Sendable, Hashable {
    /// `ENG`.
    public let locale: String
    /// `EYF`, `KS1`, `KS2` ...
    public let stage: String
    /// `ENG`, `MAT`, `SCI`, `PHO` ...
    public let subject: String
    /// `TA` teacher assessment, `TT` test or task, `FA` foundation stage ...
    public let method: String
    /// `REA`, `WRI`, `E01`, `CHK` ...
    public let component: String
    /// `R` result, `P` provisional, `I` interim, `E` estimate, `T` target (CBDS CS014).
    public let status: String
    /// What form the result has: `NC` outcome code, `NM` mark, `MT` multiplication check ...
    public let qualifier: String

    public init(
        locale: String = "ENG", stage: String, subject: String, method: String, component: String, status: String = "R",
        qualifier: String
    ) {
        self.locale = locale
        self.stage = stage
        self.subject = subject
        self.method = method
        self.component = component
        self.status = status
        self.qualifier = qualifier
    }

    /// `KS2 ENG/TA/WRI/NC`, for lists and messages.
    public var title: String { "\(stage) \(subject)/\(method)/\(component)/\(qualifier)" }

    public static func == (left: CTFCodeTuple, right: CTFCodeTuple) -> Bool {
        left === right
            || (left.stage == right.stage && left.subject == right.subject && left.method == right.method
                && left.component == right.component && left.qualifier == right.qualifier
                && left.status == right.status && left.locale == right.locale)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(stage)
        hasher.combine(subject)
        hasher.combine(method)
        hasher.combine(component)
        hasher.combine(qualifier)
        hasher.combine(status)
        hasher.combine(locale)
    }
}
