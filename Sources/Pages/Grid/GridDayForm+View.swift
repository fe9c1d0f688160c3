import Assessment
import Markup

/// *Show as on*: asks for the day of which the grid is to be shown. A plain form, so it needs no JavaScript.
enum GridDayForm {
    /// The form for the page that is open; nothing where that is not a grid that is read.
    static func render(on route: Route?) -> HTML {
        guard case .school(let school, let year, .grid(let kind, let query)) = route, !query.isEditing, !query.isBlank
        else {
            return HTML()
        }
        let address = Route.school(school, year, .grid(kind)).link
        // What the page shows stays; only the day changes.
        let kept = query.items.filter { ["class", "subject", "order"].contains($0.name) }
        return """
            <details class="grid-edit grid-day"><summary class="button">Show as on</summary>
            <form method="get" action="\(url: address)">\
            \(kept.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\
            <label for="grid-day">Day</label><p class="field-hint" id="grid-day-hint">\
            The grid as it was stored at the end of that day. Nothing can be changed there.</p>\
            <input type="date" id="grid-day" name="on" required aria-describedby="grid-day-hint">\
            <button class="button main" type="submit">Show</button></form></details>
            """
    }
}
