/// Markup of our own pages without what only a server can answer: forms, buttons, menus, and where links lead.
///
/// Our markup is whole and escapes `<` and `>` in texts and attributes, so that every `<` begins a tag and the next `>` ends it.
enum PrintedMarkup {
    private static let droppedNames: Set<Substring> = ["form", "nav", "button", "script"]
    private static let droppedClasses: Set<Substring> = ["report-bar", "buttons"]

    static func of(_ markup: String) -> String {
        var kept = ""
        kept.reserveCapacity(markup.utf8.count)
        var rest = markup[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            kept += rest[..<start]
            let tag = rest[start...end]
            rest = rest[rest.index(after: end)...]
            if isDropped(tag) {
                skip(name(tag), &rest)
            } else {
                kept += name(tag) == "a" ? withoutAddress(tag) : String(tag)
            }
        }
        return kept + rest
    }

    /// `div` of `<div class="card">` and of `</div>`.
    private static func name(_ tag: Substring) -> Substring {
        tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    }

    private static func isDropped(_ tag: Substring) -> Bool {
        guard !tag.hasPrefix("</") else { return false }
        if droppedNames.contains(name(tag)) { return true }
        guard let classes = tag.firstRange(of: "class=\"") else { return false }
        return tag[classes.upperBound...].prefix { $0 != "\"" }.split(separator: " ").contains(
            where: droppedClasses.contains)
    }

    /// Passes over what stands in an element whose start tag was read, and its end tag.
    private static func skip(_ element: Substring, _ rest: inout Substring) {
        var depth = 1
        while depth > 0, let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let tag = rest[start...end]
            rest = rest[rest.index(after: end)...]
            guard name(tag) == element else { continue }
            depth += tag.hasPrefix("</") ? -1 : 1
        }
    }

    private static func withoutAddress(_ tag: Substring) -> String {
        guard let address = tag.firstRange(of: " href=\"") else { return String(tag) }
        let after = tag[address.upperBound...].drop { $0 != "\"" }.dropFirst()
        return String(tag[..<address.lowerBound] + after)
    }
}
