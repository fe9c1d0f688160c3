import Markup

/// The choices above an analysis: lists to choose from, and the button that shows what was chosen. Sent as an address, so a
/// link reproduces the page.
public struct AnalysisForm: Sendable, Hashable {
    public struct Option: Sendable, Hashable {
        public var value: String
        public var title: String
        /// The heading under which it stands in its list; nil for none.
        public var family: String?

        public init(_ value: String, _ title: String, family: String? = nil) {
            self.value = value
            self.title = title
            self.family = family
        }
    }

    public struct Choice: Sendable, Hashable {
        /// As the address has it.
        public var name: String
        public var label: String
        public var options: [Option]
        public var chosen: String

        public init(_ name: String, _ label: String, options: [Option], chosen: String) {
            self.name = name
            self.label = label
            self.options = options
            self.chosen = chosen
        }
    }

    /// Where it is sent.
    public var action: String
    /// Choices that stand together, such as the assessment and the subject of one side.
    public var rows: [[Choice]]
    /// What else stands in the address, name and value.
    public var hidden: [Option]
    /// From one side to the other: the address with both exchanged; nil where there is nothing to exchange.
    public var exchange: String?

    public init(action: String, rows: [[Choice]], hidden: [Option] = [], exchange: String? = nil) {
        self.action = action
        self.rows = rows
        self.hidden = hidden
        self.exchange = exchange
    }

    func render() -> HTML {
        """
        <form class="card analysis-form" method="get" action="\(url: action)">\
        \(hidden.html { "<input type=\"hidden\" name=\"\($0.value)\" value=\"\($0.title)\">" })\
        \(rows.html { "<div class=\"analysis-choices\">\($0.html(Self.choice))</div>" })\
        <p class="buttons"><button class="button main" type="submit">Show</button>\
        \(exchange.map { "<a class=\"button\" href=\"\(url: $0)\">Exchange From and To</a>" as HTML })</p></form>

        """
    }

    private static func choice(_ choice: Choice) -> HTML {
        let id = "choice-\(choice.name)"
        return """
            <div class="field"><label for="\(id)">\(choice.label)</label><select id="\(id)" name="\(choice.name)">\
            \(options(choice))</select></div>
            """
    }

    private static func options(_ choice: Choice) -> HTML {
        var html = HTML()
        var family: String?
        for option in choice.options {
            if option.family != family {
                if family != nil { html += "</optgroup>" }
                if let next = option.family { html += "<optgroup label=\"\(next)\">" }
                family = option.family
            }
            html += """
                <option value="\(option.value)"\(flag: "selected", option.value == choice.chosen)>\(option.title)</option>
                """
        }
        if family != nil { html += "</optgroup>" }
        return html
    }
}
