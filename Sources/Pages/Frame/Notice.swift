/// What was done a moment ago, shown once at the top of the next page.
public struct Notice: Hashable, Sendable {
    /// How the notice is meant.
    public enum Tone: String, Hashable, Sendable {
        /// Something was done.
        case done
        /// Something was done in part, or needs a look.
        case caution
    }

    /// A small form that takes back what was done.
    public struct Undo: Hashable, Sendable {
        public var route: Route
        /// `Undo this import`
        public var label: String
        /// Hidden fields, by name.
        public var fields: [String: String]

        public init(route: Route, label: String = "Undo", fields: [String: String] = [:]) {
            self.route = route
            self.label = label
            self.fields = fields
        }
    }

    /// `214 results were taken from results.xml.`
    public var text: String
    public var tone: Tone
    /// nil when what was done cannot be taken back.
    public var undo: Undo?
    /// Something to be copied, shown once: a one-time link.
    public var secret: String?

    public init(_ text: String, tone: Tone = .done, undo: Undo? = nil, secret: String? = nil) {
        self.text = text
        self.tone = tone
        self.undo = undo
        self.secret = secret
    }
}
