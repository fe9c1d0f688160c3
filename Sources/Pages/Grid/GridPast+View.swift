import Markup

extension GridPast {
    /// The banner, and the form that is open while its day is refused.
    func render() -> HTML {
        let banner = shown.map { day -> HTML in
            """
            <p class="grid-alert grid-past" role="status">This is the grid as it stood at the end of <b>\(day)</b>, with scores by \
            today’s tables. Nothing can be changed here. <a href="\(url: nowAddress)">Back to now</a></p>

            """
        }
        let error: HTML = problem.map { "<p class=\"field-error\" id=\"grid-on-error\">\($0)</p>" } ?? HTML()
        return """
            \(banner)<details class="grid-on"\(flag: "open", problem != nil)><summary class="button small">Show as on a date</summary>\
            <form method="get" action="\(url: address)">\
            \(kept.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\
            <label for="grid-on">Date</label>\(error)<input type="date" id="grid-on" name="on" required value="\(day)" max="\(latest)"\
            \(attribute: "aria-invalid", problem == nil ? nil : "true")\
            \(attribute: "aria-describedby", problem == nil ? nil : "grid-on-error")>\
            <button class="button small" type="submit">Show</button></form></details>

            """
    }
}
