import Markup

/// "Show me": the steps of the guided tour, each with the element that it is about.
enum GridTour {
    private static let steps: [(at: String, title: String, words: String)] = [
        (
            ".grid-edit > summary", "Begin here",
            """
            The grid is safe to look at: nothing changes until you press Edit Assessment, choose the date of the assessment and \
            press Start Editing. Do that now, and this tour goes on.
            """
        ),
        (
            "#grid[role=grid] td[tabindex='0']", "One cell at a time",
            """
            Type the mark or the code and press Enter: it is saved and the next pupil’s cell is ready. Tab goes across instead. A \
            green dot says that a value is saved; there is no Save button.
            """
        ),
        (
            "#grid-line", "When something cannot be right",
            """
            This line says what the selected cell takes. A value that cannot be right stays in its cell in red with the reason \
            under the row. It is not stored and not lost: type over it.
            """
        ),
        (
            "#grid[role=grid] td.d", "Worked out for you",
            """
            Totals, scaled scores and outcomes fill themselves in as soon as every paper of the test is there. Grey cells cannot \
            be typed into.
            """
        ),
        (
            "#grid-lock", "When you are done",
            """
            Everything is saved already. Lock Assessment ends the sitting, so that nothing changes by accident. A mistake? Undo, or \
            Ctrl+Z, takes back one step at a time.
            """
        ),
    ]

    /// The offer that a first visit gets, and the steps; both stay hidden until the modules show them.
    static let all = drawn()

    private static func drawn() -> HTML {
        let sections = steps.indices.map { index -> HTML in
            let step = steps[index]
            return """
                <section data-at="\(step.at)" hidden><p class="muted">Show me, \(index + 1) of \(steps.count)</p>\
                <h2 tabindex="-1">\(step.title)</h2><p>\(step.words)</p></section>
                """
        }
        return """
            <p class="grid-welcome" id="grid-welcome" hidden>New here? <button class="button small main" type="button" value="yes">\
            Show me how it works</button> <button class="button small quiet" type="button" value="no">No, thank you</button></p>
            <dialog class="grid-dialog grid-tour" id="grid-tour" aria-label="Show me">\(HTML.join(sections))<p class="buttons">\
            <button class="button main" type="button" data-step="1">Next</button>\
            <button class="button" type="button" data-step="-1">Back</button>\
            <button class="button quiet" type="button" data-step="0">End the tour</button></p></dialog>

            """
    }
}
