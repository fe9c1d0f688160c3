import Assessment
public import Markup

extension PupilFormModel {
    public var heading: PageHeading {
        var breadcrumbs = [Breadcrumb("Pupils", place.route(.pupils()))]
        if let pupilID, let name { breadcrumbs.append(Breadcrumb(name, place.route(.pupil(pupilID)))) }
        breadcrumbs.append(Breadcrumb(pupilID == nil ? "Add a pupil" : "Change details"))
        return PageHeading(
            name.map { "Change the details of \($0)" } ?? "Add a pupil",
            lede: "Year group and class are those of \(place.year.label). What you leave empty counts as not recorded.",
            section: .pupils, breadcrumbs: breadcrumbs, errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        <form class="card form" method="post" action="\(url: place.link(pupilID.map { .editPupil($0) } ?? .newPupil))" \
        novalidate>
        \(frame.csrfField)\(revision.map { "<input type=\"hidden\" name=\"revision\" value=\"\($0)\">" as HTML })
        <fieldset><legend>Who</legend><div class="columns">
        \(field(.surname).input())\(field(.forename).input())\
        \(field(.preferredSurname, optional: true).input())\(field(.preferredForename, optional: true).input())\
        \(field(.middleNames, optional: true).input())\
        \(field(.dateOfBirth, width: .short).input(type: "date"))\
        \(field(.sex, width: .short).select(choices(Sex.allCases.map { .init($0.rawValue, $0.title) })))\
        \(field(.upn, hint: "13 characters, like H801200001001", optional: true).input())\
        \(field(.formerUPNs, hint: "With a comma between two", optional: true).input())
        </div></fieldset>
        <fieldset><legend>Where, in \(place.year.label)</legend><div class="columns">
        \(field(.yearGroup, width: .short).select(choices(yearGroups)))\
        \(field(.className, optional: true).input(suggesting: classes))\
        \(field(.entryDate, width: .short, optional: true).input(type: "date"))\
        \(field(.leavingDate, hint: "A pupil who has left stays in the cohorts of the past", width: .short, optional: true)
            .input(type: "date"))
        </div></fieldset>
        <fieldset><legend>For the groups of a report</legend><div class="columns">
        \(field(.sen, width: .short).select(choices(SENProvision.allCases.map { .init($0.rawValue, $0.title) })))\
        \(yesOrNo(.isFSM))\(yesOrNo(.isFSM6))\(yesOrNo(.isLookedAfter))\(yesOrNo(.wasLookedAfter))\
        \(yesOrNo(.isServiceChild))\(yesOrNo(.isEAL))\
        \(field(.firstLanguage, hint: "DfE code of 3 letters, like ENG", width: .short, optional: true).input())\
        \(field(.ethnicity, hint: "DfE code of 4 letters, like WBRI", width: .short, optional: true).input())\
        \(field(.groups, hint: "With a comma between two", optional: true).input())
        </div></fieldset>
        <p class="buttons"><button class="button main">\(pupilID == nil ? "Add the pupil" : "Save")</button>
        <a class="button quiet" href="\(url: place.link(pupilID.map { .pupil($0) } ?? .pupils()))">Cancel</a></p>
        </form>
        """
    }

    private var yearGroups: [FormField.Option] {
        // A primary school's: the CTF's codes go on to Year 14.
        YearGroup.allCases.filter { $0 <= .year6 }.map { .init($0.rawValue, $0.title) }
    }

    private func choices(_ options: [FormField.Option]) -> [FormField.Option] {
        [.init("", "Not recorded")] + options
    }

    private func field(
        _ field: PupilField, hint: String? = nil, width: FormField.Width = .full, optional: Bool = false
    ) -> FormField {
        FormField(
            field.rawValue, field.title, value: values[field] ?? "", hint: hint, errors: errors, width: width,
            isOptional: optional)
    }

    private func yesOrNo(_ fact: PupilField) -> HTML {
        field(fact, width: .short).select(choices([.init("yes", "Yes"), .init("no", "No")]))
    }
}
