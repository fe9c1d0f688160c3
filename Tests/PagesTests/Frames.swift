import Assessment
import Pages
import Testing

/// Frames for the tests: a school in 2025/26 with a signed-in Account Owner unless said otherwise.
enum Frames {
    static func place() throws -> SchoolPlace {
        SchoolPlace(school: try DfENumber("820/9991"), year: try #require(SchoolYear(endYear: 2026)))
    }

    static func frame(seesNames: Bool = true) throws -> PageFrame {
        let place = try place()
        return PageFrame(
            assets: try Assets.load(), csrfToken: "token-1",
            visitor: Visitor(
                name: "M. <Price>", roleTitle: seesNames ? "Account Owner" : "Anonymised Read-only",
                seesNames: seesNames),
            place: place, schoolName: "Saltmarsh & Heron Primary School",
            years: [2026, 2025].compactMap { SchoolYear(endYear: $0) }, route: place.route(.pupils()),
            printedOn: "21 November 2026")
    }
}
