import Assessment
public import Markup

extension SendFileModel {
    public var heading: PageHeading {
        PageHeading(
            "Send a file out",
            lede:
                "A Common Transfer File, checked before it goes. You see what its receiver would refuse, and where to put it right.",
            section: .files,
            breadcrumbs: [Breadcrumb("Files", place.route(.files)), Breadcrumb("Send a file out")], errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        guard !classes.isEmpty else { return empty }
        return "\(choices)\(check.map { found($0, frame) })"
    }

    /// A year in which nobody is yet.
    private var empty: HTML {
        """
        <section class="card" id="field-who"><p>There are no pupils in \(place.year.label) yet, so there is nothing to send. \
        <a href="\(url: place.link(.files))">Bring a list of pupils in</a> first, or choose another year above.</p></section>

        """
    }

    // MARK: What is asked for

    private var choices: HTML {
        """
        <form class="card" method="get" action="\(url: place.link(.sendFile()))" novalidate>
        <div class="columns">
        \(FormField("for", "Who is it for?", value: query.destination ?? "mis", errors: errors).select([
            .init("mis", "The school’s own system (MIS)"), .init("school", "Another school"),
            .init("la", "The local authority"), .init("sta", "Standards and Testing Agency"),
        ]))\
        \(FormField(
            "number", "The other school’s DfE number", value: query.number,
            hint: "Only for another school, like 820/9992", errors: errors, width: .short
        ).input())\
        \(FormField("what", "What goes out?", value: query.what, errors: errors).select(
            [.init("all", "Pupils with all their results")] + assessments.map { .init($0.value, "Only \($0.title)") }))\
        \(FormField("who", "Whose?", value: query.who, errors: errors).select(
            [.init("all", "Everybody of \(place.year.label)")] + groups.map { .init($0.value, $0.title) }
                + [.init("ticked", "The pupils ticked below")]))\
        </div>
        \(tickList)
        <p class="buttons"><button class="button\(check == nil ? " main" : "")">Check the file</button></p>
        </form>

        """
    }

    private var tickList: HTML {
        let ticked = Set(query.pupils)
        return """
            <details class="more"\(flag: "open", query.who == "ticked")><summary>Tick single pupils\
            \(ticked.isEmpty ? nil : " (\(Count.grouped(ticked.count)) ticked)" as HTML)</summary>
            \(classes.html { group in
                let members = group.pupils.html { pupil in
                    """
                    <label class="tick"><input type="checkbox" name="pupil" value="\(pupil.id)"\
                    \(flag: "checked", ticked.contains(String(pupil.id)))> \(pupil.name)</label>
                    """
                }
                return "<fieldset><legend>\(group.title)</legend><div class=\"columns\">\(members)</div></fieldset>\n"
            })</details>
            """
    }

    // MARK: What was found

    private func found(_ check: SendFileCheck, _ frame: PageFrame) -> HTML {
        """
        <section class="card" aria-labelledby="file"><h2 id="file">\(standing(check)): \
        <span class="code">\(check.fileName)</span></h2>
        <p>\(summary(check))</p>
        \(check.facts.factList())\
        \(check.remarks.html { "<p class=\"muted\">\($0)</p>\n" })\
        \(make(check, frame))</section>
        \(list(check))
        """
    }

    private func standing(_ check: SendFileCheck) -> String {
        guard check.canBeMade else { return "Not ready" }
        return check.count(.refusal) > 0 ? "Not right yet" : "Ready"
    }

    private func summary(_ check: SendFileCheck) -> String {
        let refused = check.count(.refusal)
        let blocking = check.count(.blocking)
        if blocking > 0 { return "The file can’t be written until what is listed first is put right." }
        guard refused > 0 else {
            return check.lines.isEmpty
                ? "Nothing was found that its receiver would refuse."
                : "Nothing was found that its receiver would refuse. \(Count.of(check.lines.count, "line")) below \(check.lines.count == 1 ? "is" : "are") worth a look."
        }
        return check.isStrict
            ? "The agency would refuse it: \(Count.of(refused, "line")) below. A statutory return is made only when nothing would be refused."
            : "The receiver would refuse \(Count.of(refused, "line")) below. Put them right, or make the file all the same."
    }

    private func make(_ check: SendFileCheck, _ frame: PageFrame) -> HTML {
        guard check.canBeMade else { return HTML() }
        let needsSeen = check.count(.refusal) > 0
        let wrong = errors.first { $0.field == "seen" }
        let seen: HTML =
            needsSeen
            ? """
            <div class="field\(wrong == nil ? "" : " wrong")">\(wrong.map {
                "<p class=\"field-error\" id=\"field-seen-error\"><span class=\"hidden\">Error: </span>\($0.message)</p>" as HTML
            })<label class="tick"><input id="field-seen" type="checkbox" name="seen" value="1"\
            \(attribute: "aria-describedby", wrong == nil ? nil : "field-seen-error")> I have seen what the receiver would \
            refuse. Make the file all the same.</label></div>
            """ : HTML()
        return """
            <form method="post" action="\(url: place.link(.sendFile()))" novalidate>\(frame.csrfField)\
            \(query.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
            \(seen)<p class="buttons"><button class="button main">Make the file</button></p>
            <p class="muted">Your browser saves the file among your downloads, and this page stays as it is. Leave the file’s name as it is: \
            receivers go by it. What was made is listed on <a href="\(url: place.link(.files))">Files</a>.</p>
            </form>
            """
    }

    private func list(_ check: SendFileCheck) -> HTML {
        guard !check.lines.isEmpty else { return HTML() }
        return """
            <section class="card table-box"><table class="roomy stacked"><caption>What was found</caption><thead><tr>\
            <th scope="col">Pupil</th><th scope="col">What</th><th scope="col"><span class="hidden">Where to put it right</span></th>\
            </tr></thead><tbody>\(check.lines.html(line))</tbody></table></section>
            """
    }

    private func line(_ line: SendFileCheck.Line) -> HTML {
        let tag =
            switch line.severity {
            case .blocking: "can’t be written"
            case .refusal: "would be refused"
            case .note: "to know"
            }
        let link: HTML =
            if let address = line.link {
                """
                <a class="button small" href="\(url: address)">\(line.linkTitle)<span class="hidden">: \
                \(line.pupil ?? "the file")</span></a>
                """
            } else { HTML() }
        return """
            <tr><th scope="row">\(line.pupil ?? "The file")</th><td data-label="What"><span class="tag">\(tag)</span> \
            \(line.message)</td><td class="actions">\(link)</td></tr>
            """
    }
}
