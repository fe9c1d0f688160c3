import Assessment
import Markup

extension ImportPreviewModel {
    /// The form with what the visitor may decide about the file as a whole; nothing when there is nothing to decide.
    func choices(_ frame: PageFrame) -> HTML {
        let parts: [HTML] = [
            yearChoice, assessmentTicks, tableTick,
            whoTheyAre,
            questions(
                "reading", readingQuestions, title: "What are these numbers?",
                lede: "They could be raw marks or scaled scores. Your answer is remembered for this supplier and year."),
            headingTable,
        ]
        guard parts.contains(where: { !$0.isEmpty }) else { return HTML() }
        return """
            <form class="card" method="post" action="\(url: place.link(.previewChoices(uploadID)))">
            \(frame.csrfField)<input type="hidden" name="part" value="file">
            \(HTML.join(parts))
            <p class="buttons"><button class="button" name="people" value="\(pupilQuestions.page)">Update the preview</button></p>
            </form>

            """
    }

    private var yearChoice: HTML {
        guard !years.isEmpty else { return HTML() }
        let options =
            (year == nil ? [FormField.Option("", "Choose a year")] : [])
            + years.map { FormField.Option(String($0.endYear), $0.label) }
        return FormField(
            "year", "School year of these results", value: year.map { String($0.endYear) } ?? "",
            hint: "The file does not say which year it is for.", errors: errors, width: .short
        ).select(options)
    }

    private var assessmentTicks: HTML {
        guard !assessments.isEmpty else { return HTML() }
        let ticks = assessments.html { assessment in
            """
            <label class="tick"><input type="checkbox" name="assessment" value="\(assessment.kind.rawValue)"\
            \(flag: "checked", assessment.isTaken)> \(assessment.kind.title) \
            <span class="muted">\(Count.of(assessment.results, "result"))</span></label>
            """
        }
        return "<fieldset><legend>Assessments to take</legend><div class=\"ticks\">\(ticks)</div></fieldset>\n"
    }

    private var tableTick: HTML {
        guard let replacesTables else { return HTML() }
        return """
            <p><label class="tick"><input type="checkbox" name="replace-tables" value="1"\(flag: "checked", replacesTables)> \
            Replace the tables that are there already; the old ones are kept in the history</label></p>

            """
    }

    /// Pupils to be confirmed one by one; the buttons to the others keep the answers of these.
    private var whoTheyAre: HTML {
        let pupils = pupilQuestions
        guard !pupils.questions.isEmpty else { return HTML() }
        let last = pupils.first + pupils.questions.count - 1
        let some =
            pupils.pageCount > 1 ? " These are \(pupils.first) to \(last) of \(Count.of(pupils.total, "pupil"))." : ""
        func button(_ page: Int, _ words: String) -> HTML? {
            (1...pupils.pageCount).contains(page)
                ? "<button class=\"button small\" name=\"people\" value=\"\(page)\">\(words)</button> " as HTML : nil
        }
        let others: HTML? =
            pupils.pageCount > 1
            ? """
            <p class="buttons">\(button(pupils.page - 1, "Keep these answers, show the pupils before"))\
            \(button(pupils.page + 1, "Keep these answers, show the next pupils"))</p>
            """ : nil
        return questions(
            "pupil", pupils.questions, title: "Who are these pupils?",
            lede:
                "Their UPN is not known here. Nothing is decided until you say who a pupil is.\(some) Not decided: \(Count.grouped(pupils.open)).",
            below: others)
    }

    private func questions(
        _ list: String, _ questions: [PreviewQuestion], title: String, lede: String, below: HTML? = nil
    )
        -> HTML
    {
        guard !questions.isEmpty else { return HTML() }
        let fields = questions.enumerated().html { index, question in
            """
            <input type="hidden" name="\(list)-\(index)-key" value="\(question.key)">\
            \(FormField(
                "\(list)-\(index)", question.text, value: question.chosen, hint: question.hint, errors: errors, width: .full
            ).select(question.answers.map { .init($0.value, $0.title) }))
            """
        }
        return """
            <fieldset><legend>\(title)</legend><p class="muted">\(lede)</p><div class="columns">\(fields)</div>\(below)</fieldset>

            """
    }

    private var headingTable: HTML {
        guard !headings.isEmpty else { return HTML() }
        let rows = headings.enumerated().html { index, heading in
            let id = "field-heading-\(index)"
            let options = heading.answers.html { answer in
                """
                <option value="\(answer.value)"\(flag: "selected", answer.value == heading.chosen)>\(answer.title)</option>
                """
            }
            return """
                <tr><th scope="row"><label for="\(id)" class="code">\(heading.text)</label>\
                <input type="hidden" name="heading-\(index)-key" value="\(heading.key)"></th>\
                <td class="muted">\(heading.hint)</td><td><select id="\(id)" name="heading-\(index)">\(options)</select></td></tr>
                """
        }
        let unknown = headings.count { $0.chosen.isEmpty }
        return """
            <details class="more"\(flag: "open", unknown > 0)><summary>Headings and what they mean here\
            \(unknown == 0 ? "" : ": \(Count.of(unknown, "heading")) not used")</summary>
            <p class="muted">Change one that was read wrongly. Your choice is remembered for files with the same headings.</p>
            <div class="table-box"><table><thead><tr><th scope="col">Heading in the file</th>\
            <th scope="col">First value</th><th scope="col">Taken as</th></tr></thead><tbody>\(rows)</tbody></table></div>
            </details>

            """
    }
}
