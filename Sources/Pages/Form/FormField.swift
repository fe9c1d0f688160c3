import Markup

/// One labelled field of a form, with its hint and its error, tied together for a screen reader.
///
/// The element's id is `field-` and the name, unless given, which is where the error summary leads.
struct FormField {
    /// One choice of a list.
    struct Option {
        var value: String
        var title: String

        init(_ value: String, _ title: String) {
            self.value = value
            self.title = title
        }
    }

    /// How wide a field is, by what is to be typed.
    enum Width: String {
        case short
        case medium
        case full
    }

    var name: String
    var label: String
    var hint: String?
    var value: String
    /// Empty when nothing is wrong.
    var errors: [String]
    var width: Width
    var isOptional: Bool
    private let id: String

    /// - Parameter id: for a name that comes twice on a page.
    init(
        _ name: String, _ label: String, value: String = "", hint: String? = nil, errors: [FieldError] = [],
        width: Width = .medium, isOptional: Bool = false, id: String? = nil
    ) {
        self.id = id ?? "field-\(name)"
        self.name = name
        self.label = label
        self.hint = hint
        self.value = value
        self.errors = errors.filter { $0.field == name }.map(\.message)
        self.width = width
        self.isOptional = isOptional
    }

    private var describedBy: String? {
        let ids = (hint == nil ? [] : ["\(id)-hint"]) + (errors.isEmpty ? [] : ["\(id)-error"])
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    private var head: HTML {
        """
        <label for="\(id)">\(label)\(isOptional ? " <span class=\"optional\">(optional)</span>" as HTML : nil)</label>
        \(hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>\n" as HTML })\
        \(errorText)
        """
    }

    private var errorText: HTML {
        guard !errors.isEmpty else { return HTML() }
        return """
            <p class="field-error" id="\(id)-error"><span class="hidden">Error: </span>\(errors.joined(separator: " "))</p>

            """
    }

    private var common: HTML {
        """
         id="\(id)" name="\(name)"\(attribute: "aria-describedby", describedBy)\
        \(attribute: "aria-invalid", errors.isEmpty ? nil : "true")
        """
    }

    private func box(_ control: HTML) -> HTML {
        "<div class=\"field \(width.rawValue)\(errors.isEmpty ? "" : " wrong")\">\n\(head)\(control)\n</div>\n"
    }

    /// A line of text; `type` as HTML knows it. A password is never written back into the page.
    func input(type: String = "text", autocomplete: String = "off", isSpellchecked: Bool = false) -> HTML {
        box(
            """
            <input\(common) type="\(type)"\(attribute: "value", type == "password" || value.isEmpty ? nil : value) \
            autocomplete="\(autocomplete)"\(attribute: "spellcheck", isSpellchecked ? nil : "false")>
            """)
    }

    /// A line of text with suggestions.
    func input(suggesting suggestions: [String]) -> HTML {
        box(
            """
            <input\(common) type="text"\(attribute: "value", value.isEmpty ? nil : value) autocomplete="off" \
            list="\(id)-list"><datalist id="\(id)-list">\(suggestions.html { "<option value=\"\($0)\"></option>" })</datalist>
            """)
    }

    /// Several lines of text.
    func textarea(rows: Int) -> HTML {
        // The line break after the opening tag is dropped by browsers; without it, one that begins the text would be.
        box("<textarea\(common) rows=\"\(rows)\" spellcheck=\"false\">\n\(value)</textarea>")
    }

    /// A choice from a list.
    func select(_ options: [Option]) -> HTML {
        box(
            """
            <select\(common)>\(options.html {
                "<option value=\"\($0.value)\"\(flag: "selected", $0.value == value)>\($0.title)</option>"
            })</select>
            """)
    }

    /// A file to choose.
    func file(accepting types: String) -> HTML {
        box("<input\(common) type=\"file\" accept=\"\(types)\">")
    }
}
