import Assessment
public import Markup

extension GridModel: Page {
    public var heading: PageHeading {
        PageHeading(
            title, lede: lede, section: .assessments, breadcrumbs: breadcrumbs, modules: ["grid.js"],
            styles: ["grid.css"],
            isWide: true)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(chooser)\(toolbar)\(sittingProblem)<div class="grid-side"><div class="grid-main">
        <div class="grid-scroll" id="grid-scroll"\(scrollAttributes)>
        \(table)</div>
        \(access.isEditing ? cellLine : HTML())\(footnote.map { "<p class=\"grid-foot\">\($0)</p>\n" as HTML })</div>
        \(key.render())</div>
        \(configuration(csrfToken: frame.csrfToken))
        """
    }

    /// With nothing in it that takes the focus, the box itself does, so that it can be scrolled from the keyboard.
    private var scrollAttributes: HTML {
        filledAddress == nil ? HTML() : " role=\"region\" tabindex=\"0\" aria-label=\"\(title)\""
    }

    private var chooser: HTML {
        """
        <div class="grid-bar">\(pills(filters, label: "Subject"))\(pills(groups, label: "Class"))\
        <span class="grid-progress"><span id="grid-progress">\(progress.words)</span> \
        <progress id="grid-bar" value="\(progress.done)" max="\(max(progress.due, 1))" aria-labelledby="grid-progress"></progress>\
        </span></div>
        \(past?.render() ?? HTML())
        """
    }

    private func pills(_ links: [Link], label: String) -> HTML {
        guard !links.isEmpty else { return HTML() }
        let items = links.html { link in
            "<a class=\"pill\" href=\"\(url: link.address)\"\(attribute: "aria-current", link.isCurrent ? "true" : nil)>\(link.title)</a>"
        }
        return "<nav class=\"pills\" aria-label=\"\(label)\">\(items)</nav>"
    }

    private var sittingDate: HTML {
        guard case .editing(let sitting) = access else { return HTML() }
        return """
            <span class="grid-date">Assessment Date <b><time datetime="\(sitting.date.description)">\(sitting.dateInWords)</time></b></span>
            """
    }

    private var toolbar: HTML {
        """
        <div class="grid-bar grid-tools"><a class="button" href="#grid-key" id="grid-key-toggle">Information key</a>\
        <button class="button" type="button" id="grid-print" hidden>Print</button>\
        \(blankAddress.map { "<a class=\"button\" href=\"\(url: $0)\">Blank grid</a>" as HTML })\
        \(filledAddress.map { "<a class=\"button\" href=\"\(url: $0)\">Grid with results</a>" as HTML })\
        <span class="grow"></span>\(mainAction)</div>

        """
    }

    private var mainAction: HTML {
        switch access {
        case .reading(let reason): reason.map { "<span class=\"grid-why\">\($0)</span>" } ?? HTML()
        case .mayEdit(let form): form.render()
        case .editing(let sitting):
            """
            \(sittingDate)<span class="chip" id="grid-chip" data-state="saved">All changes saved</span>\
            <a class="button main" href="\(url: sitting.lockAddress)" id="grid-lock">Lock Assessment</a>
            """
        }
    }

    private var sittingProblem: HTML {
        guard access.isEditing else { return HTML() }
        return """
            <noscript><p class="grid-alert">Editing needs JavaScript, which is switched off in this browser. The grid can be read as it is.</p></noscript>
            <div id="grid-alert" class="grid-alert" role="alert" hidden></div>

            """
    }

    /// The line that says what the selected cell is, what it takes and why it may be closed.
    private var cellLine: HTML {
        """
        <p class="grid-line" id="grid-line"></p>
        <p class="hidden" id="grid-note"></p>
        <div class="hidden" id="grid-polite" aria-live="polite"></div>
        <div class="hidden" id="grid-assertive" aria-live="assertive"></div>

        """
    }

    private func configuration(csrfToken: String?) -> HTML {
        guard case .editing(let sitting) = access else {
            return live.map { Self.dataBlock("grid-live", [("events", $0.address), ("since", $0.since)]) } ?? HTML()
        }
        var members = [
            ("endpoint", sitting.endpoint), ("csrf", csrfToken ?? ""), ("date", sitting.date.description),
            ("signIn", sitting.signInAddress), ("person", sitting.personKey),
        ]
        if let live = sitting.live { members += [("events", live.address), ("since", live.since)] }
        return Self.dataBlock("grid-sitting", members)
    }

    private static func dataBlock(_ id: String, _ members: [(String, String)]) -> HTML {
        let json = members.map { "\(JSONText.quoted($0)):\(JSONText.quoted($1))" }.joined(separator: ",")
        return "<script type=\"application/json\" id=\"\(id)\">{\(json: json)}</script>"
    }
}

extension GridModel.Access {
    /// Whether a sitting is in progress.
    public var isEditing: Bool {
        if case .editing = self { true } else { false }
    }
}
