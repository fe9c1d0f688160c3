import Assessment
public import Markup
import Reports

extension GridModel: Page {
    public var heading: PageHeading {
        PageHeading(
            title, lede: lede, section: .assessments, breadcrumbs: breadcrumbs, modules: ["grid.js"],
            styles: ["grid.css"],
            isWide: true, offersFiles: true)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(chooser)\(toolbar)\(tools)\(sittingProblem)<div class="grid-side"><div class="grid-main">
        <div class="grid-scroll" id="grid-scroll"\(scrollAttributes)>
        \(table)</div>
        \(access.isEditing ? cellLine : HTML())\(footnote.map { "<p class=\"grid-foot\">\($0)</p>\n" as HTML })</div>
        \(key.panel)\(access.isEditing ? panels : HTML())</div>
        \(access.isEditing ? GridDialogs.all : HTML())\(offersTour ? GridTour.all : HTML())\
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
        <progress id="grid-bar" value="\(progress.done)" max="\(max(progress.due, 1))"\(flag: "hidden", !progress.isBar) aria-labelledby="grid-progress"></progress>\
        </span></div>
        \(past?.banner ?? HTML())
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
        <div class="grid-bar grid-tools"><a class="button" href="#grid-key" data-panel="grid-key">Information key</a>\
        \(filledAddress.map { "<a class=\"button\" href=\"\(url: $0)\">Grid with results</a>" as HTML })\
        \(paperAndFiles)\(past?.form ?? HTML())\
        \(offersTour ? "<button class=\"button\" type=\"button\" id=\"grid-show-me\">Show me</button>" : HTML())\
        <span class="grow"></span>\(mainAction)</div>

        """
    }

    /// What can be taken away from here, in one menu so that the grid begins on the first screen of a phone.
    private var paperAndFiles: HTML {
        guard !downloads.isEmpty else {
            return "<button class=\"button\" type=\"button\" data-print hidden>Print</button>"
        }
        return """
            <details class="menu"><summary class="button">Print or download</summary><div class="sheet">\
            <button class="link" type="button" data-print hidden>Print</button>\
            \(blankAddress.map { "<a href=\"\(url: $0)\">Blank grid</a>" as HTML })\
            \(downloads.html { "<a href=\"\(url: $0.address)\" download>\($0.title)</a>" })</div></details>
            """
    }

    /// Who may enter results may be shown how.
    private var offersTour: Bool {
        if case .reading = access { false } else { true }
    }

    /// What a sitting offers besides typing, and who else is here.
    private var tools: HTML {
        guard access.isEditing else { return HTML() }
        return """
            <div class="grid-bar grid-tools" role="group" aria-label="Editing">\
            <button class="button small" type="button" id="grid-undo">Undo</button>\
            <button class="button small" type="button" id="grid-redo">Redo</button>\
            <button class="button small" type="button" data-dialog="grid-paste-text">Paste from spreadsheet</button>\
            <button class="button small" type="button" data-dialog="grid-fill">Fill</button>\
            <button class="button small" type="button" data-panel="grid-missing">What is missing</button>\
            <button class="button small" type="button" data-panel="grid-history" id="grid-history-toggle">History of the cell</button>\
            <button class="button small" type="button" data-dialog="grid-keys">Keys <kbd>?</kbd></button>\
            <span class="grow"></span><span class="grid-people" id="grid-people" role="status"></span></div>

            """
    }

    /// The panels beside the grid that a sitting has besides the Information key.
    private var panels: HTML {
        """
        <aside class="grid-panel" id="grid-missing" aria-labelledby="grid-missing-title"><div class="grid-panel-head">\
        <h2 id="grid-missing-title">What is missing</h2><button class="button small panel-close" type="button">Close</button></div>\
        <div id="grid-missing-subjects"></div><div id="grid-missing-what"\(flag: "hidden", !progress.isBar)></div></aside>
        <aside class="grid-panel" id="grid-history" aria-label="History of the cell"><div class="grid-panel-head">\
        <span></span><button class="button small panel-close" type="button">Close</button></div>\
        <div id="grid-history-what"></div></aside>
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
            <p class="grid-alert grid-offline" id="grid-offline" role="status" hidden><b id="grid-offline-why"></b> You can go on: what you \
            type is kept in this browser and sent by itself. <button class="button small" type="button" id="grid-retry">Try now</button></p>
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
