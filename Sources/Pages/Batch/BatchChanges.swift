import Markup

/// A table of changes, for the pages about a batch.
enum BatchChanges {
    /// Nothing when there are no changes.
    static func table(_ changes: [BatchChange], title: String) -> HTML {
        guard !changes.isEmpty else { return HTML() }
        let hasMessages = changes.contains { $0.message != nil }
        let hasValues = changes.contains { $0.old != nil || $0.new != nil }
        let rows = changes.html { change in
            """
            <tr><th scope="row">\(change.pupil)</th><td>\(change.what)</td>\
            \(hasValues ? "<td>\(change.old ?? "–")</td><td class=\"strong\">\(change.new ?? "–")</td>" as HTML : nil)\
            \(hasMessages ? "<td>\(change.message)</td>" as HTML : nil)</tr>
            """
        }
        return """
            <section class="card table-box" tabindex="0" aria-label="\(title)"><table><caption>\(title)</caption><thead><tr><th scope="col">Pupil</th>\
            <th scope="col">What</th>\(hasValues ? "<th scope=\"col\">Before</th><th scope=\"col\">After</th>" as HTML : nil)\
            \(hasMessages ? "<th scope=\"col\">Why</th>" as HTML : nil)</tr></thead><tbody>\(rows)</tbody></table></section>

            """
    }
}
