import Assessment
import Pages
import Reports
import Storage
import Tracker

extension ParentsSheetsModel {
    /// The page of sheets that were made.
    init(_ made: ParentsSheets, query: ParentsQuery, school: School, year: SchoolYear, canEdit: Bool) {
        self.init(
            place: SchoolPlace(school: school.dfe, year: year), query: query, schoolName: school.name,
            textHeading: made.text.heading, text: made.text.text, isDraft: made.isDraft, classes: made.classes,
            sheets: made.sheets.map { sheet in
                .init(
                    name: sheet.name, className: sheet.className, tests: sheet.tests.map(Self.line),
                    teacherAssessments: sheet.teacherAssessments.map(Self.line))
            }, canEdit: canEdit)
    }

    private static func line(_ result: ParentsResult) -> Line {
        .init(
            subject: result.subject.title, score: result.result, meaning: result.meaning, school: result.school,
            national: result.national)
    }
}
