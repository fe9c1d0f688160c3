import Assessment
public import Markup

extension JudgementSettingsModel {
    public var heading: PageHeading {
        PageHeading(
            "Terms, subjects and words",
            lede: "How this school judges term by term. No judgement and no figure changes by what is set here.",
            section: .school,
            breadcrumbs: [Breadcrumb("School", place.route(.school)), Breadcrumb("Terms, subjects and words")],
            errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(canEdit
            ? nil
            : "<p>An Account Owner or Admin of the school can change these settings.</p>\n" as HTML)\
        \(lastChange.map { "<p class=\"muted\">\($0)</p>\n" as HTML })\
        \(canEdit ? subjectForm(frame) : subjectList)\
        \(canEdit ? termForm(frame) : termTable)\
        \(canEdit ? wordForm(frame) : nil)\
        \(wordTable)
        """
    }

    private func form(_ title: String, _ id: String, _ frame: PageFrame, _ fields: HTML, _ buttons: HTML) -> HTML {
        """
        <form class="card form spaced" method="post" action="\(url: place.link(.judgementSettings))" \
        aria-labelledby="\(id)" novalidate>\(frame.csrfField)<input type="hidden" name="revision" value="\(revision)">
        <h2 id="\(id)">\(title)</h2>
        \(fields)<p class="buttons">\(buttons)</p></form>

        """
    }

    private func button(_ does: String, _ title: String, isMain: Bool = true) -> HTML {
        "<button class=\"button\(isMain ? " main" : "")\" name=\"do\" value=\"\(does)\">\(title)</button>\n"
    }

    // MARK: Subjects

    private func subjectForm(_ frame: PageFrame) -> HTML {
        let wrong = errors.filter { $0.field == "subjects" }.map(\.message)
        let ticks = subjects.html { subject in
            """
            <label class="tick"><input type="checkbox" name="subject" value="\(subject.id)"\(flag: "checked", subject.isOn)> \
            \(subject.title)</label>

            """
        }
        return form(
            "Subjects", "subjects", frame,
            """
            <fieldset id="field-subjects" tabindex="-1" aria-describedby="subjects-hint\(wrong.isEmpty ? "" : " subjects-error")">\
            <legend class="hidden">Subjects that teachers judge</legend>
            <p class="hint" id="subjects-hint">What was judged in a subject stays when it is switched off, and is there again when it \
            is switched on.</p>
            \(wrong.isEmpty ? nil : "<p class=\"field-error\" id=\"subjects-error\"><span class=\"hidden\">Error: </span>\(wrong.joined(separator: " "))</p>\n" as HTML)\
            <div class="ticks">\(ticks)</div></fieldset>

            """, button("subjects", "Save the subjects"))
    }

    private var subjectList: HTML {
        """
        <section class="card spaced" aria-labelledby="subjects"><h2 id="subjects">Subjects</h2>
        <p>\(subjects.filter(\.isOn).map(\.title).joined(separator: ", "))</p></section>

        """
    }

    // MARK: Terms

    private func termForm(_ frame: PageFrame) -> HTML {
        let fields = terms.html { term in
            """
            <fieldset><legend>\(term.title)</legend>\(hasOwnTerms ? "<p class=\"hint\">Usually \(term.usual)</p>" as HTML : nil)\
            <div class="ticks">
            \(field("\(term.id).first", "First day", term.first).input(type: "date"))\
            \(field("\(term.id).last", "Last day", term.last).input(type: "date"))</div></fieldset>

            """
        }
        return form(
            "Terms of \(place.year.label)", "terms", frame,
            """
            <p class="muted">\(hasOwnTerms
                ? "These are the school’s own dates."
                : "These are the usual dates, until you enter the school’s own.") \
            The words of a term are those in force on its last day. Choose another school year at the top of the page.</p>
            <div class="two-columns">\(fields)</div>
            """,
            """
            \(button("terms", "Save the dates"))\(hasOwnTerms ? button("usual-terms", "Go back to the usual dates", isMain: false) : nil)
            """)
    }

    private var termTable: HTML {
        """
        <section class="card spaced" aria-labelledby="terms"><h2 id="terms">Terms of \(place.year.label)</h2>
        \(terms.map { Fact($0.title, $0.stored) }.factList())
        <p class="muted">\(hasOwnTerms ? "The school’s own dates." : "The usual dates: the school has entered none of its own.")</p></section>

        """
    }

    // MARK: Words

    private func wordForm(_ frame: PageFrame) -> HTML {
        let fields = words.html { words in
            """
            <fieldset><legend>\(words.title)</legend><div class="ticks">
            \(field("\(words.id).short", "Short form", words.short).input())\
            \(field("\(words.id).words", "In words", words.words).input())</div></fieldset>

            """
        }
        return form(
            "Words for judgements", "words", frame,
            """
            <p class="muted">The six meanings are fixed; these are your words for them. The short form stands in the cells of the grid: \
            1 to 6 characters. Files and pasted blocks are read by your words and by the standard ones.</p>
            <div class="two-columns">\(fields)</div>\(field(
                "from", "In force from", from,
                hint: "Terms that ended before this day keep the words that they had"
            ).input(type: "date"))
            """, button("words", "Save the words"))
    }

    private var wordTable: HTML {
        let rows = changes.html { change in
            """
            <tr><th scope="row">\(change.from ?? "Before")</th>\(change.words.enumerated().html { place, words in
                "<td data-label=\"\(Judgement.allCases[place].title)\"><strong>\(words.short)</strong> <span class=\"muted\">\(words.words)</span></td>"
            })</tr>
            """
        }
        return """
            <section class="spaced" aria-labelledby="history"><h2 id="history">Words so far</h2>
            <div class="card table-box" tabindex="0" role="group" aria-label="Words so far"><table class="stacked">\
            <thead><tr><th scope="col">In force from</th>\(Judgement.allCases.html { "<th scope=\"col\">\($0.title)</th>" })\
            </tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private func field(_ name: String, _ label: String, _ value: String, hint: String? = nil) -> FormField {
        FormField(name, label, value: value, hint: hint, errors: errors, width: .short)
    }
}
