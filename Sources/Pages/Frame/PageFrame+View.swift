import Assessment
public import Markup

extension PageFrame {
    /// The document up to the place where the page's content begins.
    public var head: HTML {
        """
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <title>\(heading.errors.isEmpty ? "" : "Error: ")\(heading.title) – \(schoolName ?? "Leadline")</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        \(csrfToken.map { "<meta name=\"csrf-token\" content=\"\($0)\">\n" as HTML })\
        <link rel="icon" href="\(url: assets.url(for: "leadline.svg"))" type="image/svg+xml">
        \((["leadline.css"] + heading.styles).html { "<link rel=\"stylesheet\" href=\"\(url: assets.url(for: $0))\">\n" })\
        \((["leadline.js"] + heading.modules).html {
            "<script type=\"module\" src=\"\(url: assets.url(for: $0))\"></script>\n"
        })\
        </head>
        <body\(attribute: "class", hasRail ? nil : "no-rail")>
        <a class="skip" href="#main">Skip to the main content</a>
        \(printHeader)\
        \(hasRail ? rail : nil)\
        \(banner)\
        <main id="main" tabindex="-1"\(attribute: "class", heading.isWide ? "wide" : nil)>
        \(breadcrumbs)\
        \(noticeBox)\
        \(errorSummary)\
        <h1>\(heading.title)</h1>
        \(heading.lede.map { "<p class=\"lede\">\($0)</p>\n" as HTML })
        """
    }

    /// The document from the end of the page's content.
    public var foot: HTML {
        "\n</main>\n</body>\n</html>\n"
    }

    private var hasRail: Bool { visitor != nil && place != nil }

    /// The mark of the house: a sounding line with its weight.
    static let mark: HTML = """
        <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">\
        <path d="M12 2v11" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>\
        <circle cx="12" cy="3.5" r="2" fill="currentColor"/>\
        <path d="M8.5 12.5h7L12 22z" fill="currentColor"/></svg>
        """

    private var printHeader: HTML {
        guard let schoolName else { return HTML() }
        let parts = [
            schoolName, place.map { "School year \($0.year.label)" },
            printedOn.map { day in visitor.map { "Printed \(day) by \($0.name)" } ?? "Printed \(day)" },
        ]
        return """
            <div class="print-header" aria-hidden="true">\
            \(HTML.join(parts.compactMap(\.self).map { "<span>\($0)</span>" }))</div>

            """
    }

    private var rail: HTML {
        """
        <div class="rail">
        <nav aria-label="Main"><a class="brand" href="\(url: link(visitor?.sections.first?.page ?? .assessments))">\(Self.mark)Leadline</a>\(sections)</nav>
        \(recentLinks)</div>

        """
    }

    private var sections: HTML {
        let links = (visitor?.sections ?? RailSection.allCases).html { section in
            """
            <li><a href="\(url: link(section.page))"\
            \(attribute: "aria-current", section == heading.section ? "true" : nil)>\(section.title)</a></li>
            """
        }
        return "<ul>\(links)</ul>"
    }

    private var recentLinks: HTML {
        guard !recent.isEmpty else { return HTML() }
        return """
            <nav class="recent" aria-labelledby="recent-title"><h2 id="recent-title">Recent</h2><ul>\
            \(recent.html { "<li><a href=\"\(url: ($0.route ?? .home).link)\">\($0.title)</a></li>" })</ul></nav>

            """
    }

    private var banner: HTML {
        guard hasRail else {
            return """
                <header class="banner"><a class="brand" href="/">\(Self.mark)Leadline</a>\
                \(schoolName.map { "<span class=\"school\">\($0)</span>" as HTML })<span class="grow"></span>\(person)</header>

                """
        }
        return """
            <header class="banner">
            <details class="menu fold"><summary>\(Self.mark)<span>Menu</span></summary>
            <nav aria-label="Menu">\(sections)</nav></details>
            <span class="school">\(schoolName)</span>
            \(yearSwitch)<span class="grow"></span>
            \(search)\(person)</header>

            """
    }

    private var yearSwitch: HTML {
        guard let place else { return HTML() }
        let others = years.filter { $0 != place.year }
        guard !others.isEmpty else { return "<span class=\"pill quiet\">\(place.year.label)</span>\n" }
        let links = years.html { year in
            let target = (route ?? place.route(.assessments)).inYear(year).link
            return """
                <li><a href="\(url: target)"\(attribute: "aria-current", year == place.year ? "true" : nil)>\
                \(year.label)</a></li>
                """
        }
        return """
            <details class="menu year"><summary class="pill"><span class="hidden">School year </span>\(place.year.label)\
            </summary><div class="sheet"><p>School year</p><ul>\(links)</ul></div></details>

            """
    }

    private var search: HTML {
        guard visitor?.seesNames == true else { return HTML() }
        return """
            <form class="search" role="search" action="\(url: link(.pupils()))" method="get">\
            <label class="hidden" for="pupil-search">Find a pupil</label>\
            <input id="pupil-search" type="search" name="q" placeholder="Find a pupil" autocomplete="off" \
            aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd></form>

            """
    }

    private var person: HTML {
        guard let visitor else { return HTML() }
        return """
            <details class="menu person"><summary><span class="hidden">Signed in: </span><b>\(visitor.name)</b>\
            \(visitor.roleTitle.isEmpty ? nil : "<span class=\"role\">\(visitor.roleTitle)</span>" as HTML)</summary>
            <div class="sheet"><ul><li><a href="\(url: Route.help.link)">Help</a></li>\
            \(visitor.hasSeveralSchools
            ? "<li><a href=\"\(url: Route.chooseSchool.link)\">Another school</a></li>" as HTML : nil)</ul>
            <form method="post" action="\(url: Route.signOut.link)">\(csrfField)\
            <button class="link">Sign out</button></form></div></details>

            """
    }

    private var breadcrumbs: HTML {
        guard heading.breadcrumbs.count > 1 else { return HTML() }
        let steps = heading.breadcrumbs.html { step in
            if let route = step.route {
                return "<li><a href=\"\(url: route.link)\">\(step.title)</a></li>"
            }
            return "<li aria-current=\"page\">\(step.title)</li>"
        }
        return "<nav class=\"breadcrumbs\" aria-label=\"Breadcrumb\"><ol>\(steps)</ol></nav>\n"
    }

    private var noticeBox: HTML {
        guard let notice else { return HTML() }
        let undo = notice.undo.map { undo -> HTML in
            """
            <form method="post" action="\(url: undo.route.link)">\(csrfField)\
            \(undo.fields.sorted { $0.key < $1.key }.html {
                "<input type=\"hidden\" name=\"\($0.key)\" value=\"\($0.value)\">"
            })<button class="button small">\(undo.label)</button></form>
            """
        }
        let secret = notice.secret.map { secret -> HTML in
            """
            <p class="secret"><label class="hidden" for="secret">One-time link</label>\
            <input id="secret" type="text" readonly value="\(secret)" data-copy></p>
            """
        }
        return """
            <div class="notice \(notice.tone.rawValue)" role="status"><div><p>\(notice.text)</p>\(secret)</div>\
            <div class="notice-actions">\(undo)\
            <button class="button small quiet" data-dismiss type="button" hidden>Dismiss</button></div></div>

            """
    }

    private var errorSummary: HTML {
        guard !heading.errors.isEmpty else { return HTML() }
        let items = heading.errors.html { error in
            guard let field = error.field else { return "<li>\(error.message)</li>" }
            return "<li><a href=\"#field-\(field)\">\(error.message)</a></li>"
        }
        return """
            <div class="error-summary" role="alert" tabindex="-1" data-focus aria-labelledby="error-title">\
            <h2 id="error-title">There is a problem</h2><ul>\(items)</ul></div>

            """
    }
}
