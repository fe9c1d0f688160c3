import CLibXML2

/// An element of a page that libxml2 has read; valid while its document is.
struct HTMLElement {
    private let node: xmlNodePtr

    init(_ node: xmlNodePtr) { self.node = node }

    /// In lower case.
    var name: String { node.pointee.name.map { String(cString: $0) } ?? "" }

    /// The elements right below this one.
    var children: [HTMLElement] {
        Self.siblings(from: node.pointee.children).filter { $0.pointee.type == XML_ELEMENT_NODE }.map(HTMLElement.init)
    }

    /// An attribute's value; empty where it has none, nil where the attribute is not there.
    subscript(attribute: String) -> String? {
        var next = node.pointee.properties
        while let found = next?.pointee {
            if let name = found.name, String(cString: name) == attribute {
                return found.children?.pointee.content.map { String(cString: $0) } ?? ""
            }
            next = found.next
        }
        return nil
    }

    /// Whether it is a control, a drawing, or for nobody to see.
    var isUnseen: Bool {
        switch name {
        case "script", "style", "svg", "button", "input", "select", "textarea", "template", "dialog": true
        default:
            self["hidden"] != nil
                || self["class"]?.split(separator: " ").contains { $0 == "hidden" || $0 == "button" } == true
        }
    }

    /// The words in it that a reader sees, single blanks between; without those that are columns of their own.
    ///
    /// The element itself may be hidden, as captions are that only screen readers need.
    func text() -> String {
        var text = ""
        append(to: &text)
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func append(to text: inout String) {
        for child in Self.siblings(from: node.pointee.children) {
            switch child.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = child.pointee.content { text += String(cString: content) }
            case XML_ELEMENT_NODE:
                let element = HTMLElement(child)
                guard !element.isUnseen, element["data-column"] == nil else { continue }
                let isApart = !["a", "b", "strong", "em", "i", "span", "abbr", "sup", "time"].contains(element.name)
                if isApart { text += " " }
                element.append(to: &text)
                if isApart { text += " " }
            default: break
            }
        }
    }

    /// What in it is a column of its own, with the column's heading: the words, or what `data-value` has in their place.
    func extraColumns() -> [(heading: String, text: String)] {
        children.flatMap { child -> [(heading: String, text: String)] in
            let own = child["data-column"].map { [(heading: $0, text: child["data-value"] ?? child.text())] } ?? []
            return own + child.extraColumns()
        }
    }

    private static func siblings(from first: xmlNodePtr?) -> some Sequence<xmlNodePtr> {
        sequence(state: first) { (next: inout xmlNodePtr?) in
            defer { next = next?.pointee.next }
            return next
        }
    }
}
