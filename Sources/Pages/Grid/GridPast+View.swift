import Markup

extension GridPast {
    /// What stands above the grid of a past day, on paper too.
    var banner: HTML {
        guard let shown else { return HTML() }
        return """
            <p class="grid-alert grid-past" role="status">This is the grid as it stood at the end of <b>\(shown)</b>, with scores by \
            today’s tables. Nothing can be changed here. <a href="\(url: nowAddress)">Back to now</a></p>

            """
    }

    /// *Show as on*: asks for the day; open while its day is refused. A plain form, so it needs no JavaScript.
    var form: HTML {
        let error: HTML = problem.map { "<p class=\"field-error\" id=\"grid-on-error\">\($0)</p>" } ?? HTML()
        return """
            <details class="grid-on"\(flag: "open", problem != nil)><summary class="button">Show as on</summary>
            <form method="get" action="\(url: address)">\
            \(kept.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\
            <label for="grid-on">Date</label><p class="field-hint" id="grid-on-hint">\
            The grid as it was stored at the end of that day. Nothing can be changed there.</p>\
            \(error)<input type="date" id="grid-on" name="on" required value="\(day)" max="\(latest)" \
            aria-describedby="grid-on-hint\(problem == nil ? "" : " grid-on-error")"\
            \(attribute: "aria-invalid", problem == nil ? nil : "true")>\
            <button class="button main" type="submit">Show</button></form></details>
            """
    }
}
