import Assessment
public import Markup

extension SchoolModel {
    public var heading: PageHeading {
        PageHeading(
            "School",
            lede:
                "The school’s name and numbers, who may sign in, how it judges, and the tables that make scaled scores.",
            section: .school, errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        <div class="tiles">
        \(canEdit ? tile("Users", "Who may sign in, and as what. Add a colleague, change a role.", .users) : nil)
        \(tile("Terms, subjects and words", "When the terms are, which subjects teachers judge, and your words for judgements.", .judgementSettings))
        \(tile("Conversion tables", "Raw mark to scaled score, by year. Load the table the minute the DfE publishes it.", .tables))
        </div>
        \(canEdit ? form(frame) : facts)
        """
    }

    private func tile(_ title: String, _ text: String, _ page: SchoolPage) -> HTML {
        """
        <section class="card tile"><h2><a href="\(url: place.link(page))">\(title)</a></h2><p>\(text)</p></section>

        """
    }

    private static func label(_ field: SchoolField) -> String {
        switch field {
        case .name: "Name"
        case .dfeNumber: "DfE number"
        case .urn: "URN"
        case .formerDfENumbers: "Former DfE numbers"
        }
    }

    private var facts: HTML {
        """
        <section class="card spaced" aria-labelledby="facts"><h2 id="facts">Name and numbers</h2>\
        \(SchoolField.allCases.map { Fact(Self.label($0), values[$0]) }.factList())</section>
        """
    }

    private func form(_ frame: PageFrame) -> HTML {
        """
        <form class="card spaced" method="post" action="\(url: place.link(.school))" novalidate>
        \(frame.csrfField)<h2>Name and numbers</h2><div class="columns">
        \(field(.name, width: .full).input(autocomplete: "organization"))\
        \(field(.dfeNumber, hint: "Like 820/9991").input())\
        \(field(.urn, hint: "6 digits").input())\
        \(field(.formerDfENumbers, hint: "Files under these are taken too; with a comma between two", width: .full)
            .input())
        </div><p class="buttons"><button class="button main">Save</button></p></form>
        """
    }

    private func field(_ field: SchoolField, hint: String? = nil, width: FormField.Width = .short) -> FormField {
        FormField(
            field.rawValue, Self.label(field), value: values[field] ?? "", hint: hint, errors: errors, width: width)
    }
}
