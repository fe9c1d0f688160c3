import Assessment
import Markup

extension GridSittingForm {
    /// *Edit Assessment*: opens to the date and *Start Editing*. Open from the start when the date sent was refused.
    func render() -> HTML {
        let problemText: HTML =
            problem.map { "<p class=\"field-error\" id=\"grid-date-error\">\($0)</p>" } ?? HTML()
        return """
            <details class="grid-edit"\(flag: "open", problem != nil)><summary class="button main">Edit Assessment</summary>
            <form method="get" action="\(url: address)">\
            \(kept.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\
            <input type="hidden" name="edit" value="1"><label for="grid-date">Assessment Date</label>\
            <p class="field-hint" id="grid-date-hint">Every value that you enter or change in this sitting carries it.</p>\
            \(problemText)<input type="date" id="grid-date" name="date" required value="\(date)" min="\(earliest.description)" \
            max="\(latest.description)" aria-describedby="grid-date-hint\(problem == nil ? "" : " grid-date-error")"\
            \(attribute: "aria-invalid", problem == nil ? nil : "true")>\
            <button class="button main" type="submit">Start Editing</button></form></details>
            """
    }
}
