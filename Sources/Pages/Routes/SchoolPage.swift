public import Assessment
public import Reports

/// A page inside a school and a school year: what follows `/schools/{DfE number}/{year}/` in the address.
public enum SchoolPage: Hashable, Sendable {
    /// `assessments`: the statutory assessments of the year.
    case assessments
    /// `assessments/{kind}`: choosing a year group or class.
    case chooseClass(AssessmentKind)
    /// `assessments/{kind}/grid`: the entry grid.
    case grid(AssessmentKind, GridQuery = GridQuery())
    /// `assessments/{kind}/grid.xlsx` and `.csv`: what the grid shows, to be filled in offline.
    case gridFile(AssessmentKind, SpreadsheetFormat, GridQuery = GridQuery())
    /// `assessments/summative/copy`: copying judgements of an earlier term; the form is sent here too.
    case copyJudgements(CopyQuery = CopyQuery())
    /// `assessments/{kind}/history`: what happened to one cell.
    case cellHistory(AssessmentKind, CellHistoryQuery)

    /// `pupils`
    case pupils(PupilQuery = PupilQuery())
    /// `pupils.xlsx` and `.csv`: every pupil that the filters find.
    case pupilsFile(SpreadsheetFormat, PupilQuery = PupilQuery())
    /// `pupils/new`: adding a pupil; the form is sent here too.
    case newPupil
    /// `pupils/{id}`: facts and results of one pupil.
    case pupil(Int64)
    /// `pupils/{id}/over-time`: every result of one pupil from Reception to Year 6; where a name in a report leads.
    case pupilOverTime(Int64)
    /// The same with `.csv` or `.xlsx`.
    case pupilOverTimeFile(Int64, SpreadsheetFormat)
    /// `pupils/{id}/edit`: changing the facts; the form is sent here too.
    case editPupil(Int64)

    /// `pupils/new-year`: starting the school year after this one; the form is sent here too.
    case rollOver
    /// `pupils/groups`: the school's own groups, and making one.
    case groups
    /// `pupils/groups/members`: who is in one group; the form is sent here too.
    case group(OwnGroupQuery)

    /// `reports`
    case reports
    /// `reports/ks2-outcomes`
    case keyStage2Outcomes(OutcomesQuery = OutcomesQuery())
    /// `reports/ks2-outcomes/pupils`: the pupils behind one number; `measure` such as `reading.expected`.
    case keyStage2OutcomesPupils(measure: String, OutcomesQuery = OutcomesQuery())
    /// `reports/ks2-outcomes.csv` and `.xlsx`
    case keyStage2OutcomesFile(SpreadsheetFormat, OutcomesQuery = OutcomesQuery())

    /// `reports/parents`: sheets for parents; the form of the school's words is sent here too.
    case parentsSheets(ParentsQuery = ParentsQuery())

    /// `analysis/statutory-dashboard`; `reports/eyfsp` and its like: one assessment over three years.
    case statutoryReport(StatutoryReportName, ReportQuery = ReportQuery())
    /// The same with `.csv` or `.xlsx`.
    case statutoryFile(StatutoryReportName, SpreadsheetFormat, ReportQuery = ReportQuery())
    /// `reports/all.xlsx`: every report of a group as one workbook.
    case reportsWorkbook(ReportQuery = ReportQuery())
    /// `reports/pupils`: the pupils behind a figure of these; `measure` such as `eyfsp.gld`.
    case statutoryPupils(measure: String, ReportQuery = ReportQuery())

    /// `analysis`
    case analysis
    /// `analysis/conversion-matrix`: one assessment against another.
    case conversionMatrix(MatrixQuery = MatrixQuery())
    /// The same with `.csv` or `.xlsx`.
    case conversionMatrixFile(SpreadsheetFormat, MatrixQuery = MatrixQuery())
    /// `analysis/conversion-matrix/pupils`: those of one cell, or of all that are lower, the same or higher.
    case conversionMatrixPupils(MatrixQuery)
    /// `analysis/summative-progress`: progress between two terms.
    case summativeProgress(ProgressQuery = ProgressQuery())
    /// The same with `.csv` or `.xlsx`.
    case summativeProgressFile(SpreadsheetFormat, ProgressQuery = ProgressQuery())
    /// `analysis/summative-progress/pupils`: those of one subject and step.
    case summativeProgressPupils(ProgressQuery)
    /// `analysis/expectations`: what became of past pupils by where they started.
    case expectations(MatrixQuery = MatrixQuery())
    /// The same with `.csv` or `.xlsx`.
    case expectationsFile(SpreadsheetFormat, MatrixQuery = MatrixQuery())
    /// `analysis/expectations/pupils`: today's pupils who started at one point.
    case expectationsPupils(MatrixQuery)

    /// `files`: the drop zone and what came in.
    case files
    /// `files/uploads`, form only: a file arrives.
    case upload
    /// `files/uploads/{id}`: the preview of a file.
    case preview(Int64, PreviewQuery = PreviewQuery())
    /// `files/uploads/{id}/choices`, form only: another school year, other assessments, other headings.
    case previewChoices(Int64)
    /// `files/uploads/{id}/share`, form only: to the preview of the same file in another of the visitor's schools.
    case shareUpload(Int64)
    /// `files/uploads/{id}/apply`, form only.
    case applyUpload(Int64)
    /// `files/uploads/{id}/cancel`, form only.
    case cancelUpload(Int64)
    /// `files/batches/{id}`: what a file did.
    case batch(Int64)
    /// `files/batches/{id}/file`: the file itself, as it came.
    case batchFile(Int64)
    /// `files/batches/{id}/undo`: asking first; the form is sent here too.
    case undoBatch(Int64)

    /// `files/send`: a file that goes out; the form that makes it is sent here too.
    case sendFile(SendFileQuery = SendFileQuery())

    /// `school`: the settings and the way to the pages below.
    case school
    /// `school/users`; the form that adds one is sent here too.
    case users
    /// `school/users/{id}/role`, form only: the role, and a Partial Edit user's classes.
    case userRole(Int64)
    /// `school/users/{id}/access`, form only: disabling and enabling.
    case userAccess(Int64)
    /// `school/users/{id}/link`, form only: a new one-time link.
    case userLink(Int64)
    /// `school/judgements`: terms, subjects and words of judgements; their forms are sent here too.
    case judgementSettings
    /// `school/tables`; the form that loads a table is sent here too.
    case tables
    /// `school/tables/{key stage}/{year}/{subject}`: one conversion table; the year is the table's own.
    case table(ConversionTable.Key)

    /// The section of the rail this page belongs to.
    public var section: RailSection {
        switch self {
        case .assessments, .chooseClass, .grid, .gridFile, .copyJudgements, .cellHistory: .assessments
        case .pupils, .pupilsFile, .newPupil, .pupil, .pupilOverTime, .pupilOverTimeFile, .editPupil, .rollOver,
            .groups, .group:
            .pupils
        case .analysis, .statutoryReport(.dashboard, _), .statutoryFile(.dashboard, _, _), .conversionMatrix,
            .conversionMatrixFile, .conversionMatrixPupils, .summativeProgress, .summativeProgressFile,
            .summativeProgressPupils, .expectations, .expectationsFile, .expectationsPupils:
            .analysis
        case .reports, .parentsSheets, .keyStage2Outcomes, .keyStage2OutcomesPupils, .keyStage2OutcomesFile,
            .statutoryReport, .statutoryFile, .statutoryPupils, .reportsWorkbook:
            .reports
        case .files, .upload, .preview, .previewChoices, .shareUpload, .applyUpload, .cancelUpload, .batch, .batchFile,
            .undoBatch, .sendFile:
            .files
        case .school, .users, .userRole, .userAccess, .userLink, .judgementSettings, .tables, .table: .school
        }
    }

    /// The page that says the most when only the school year changes: the page itself, or the list it was opened from when
    /// it shows something that exists in one year only.
    public var inAnotherYear: SchoolPage {
        switch self {
        case .upload, .preview, .previewChoices, .shareUpload, .applyUpload, .cancelUpload, .batch, .batchFile,
            .undoBatch:
            return .files
        case .userRole, .userAccess, .userLink: return .users
        case .grid(let kind, let query), .gridFile(let kind, _, let query):
            return .grid(kind, GridQuery(yearGroup: query.yearGroup, filter: query.filter))
        case .cellHistory(let kind, _): return .grid(kind)
        case .pupils(let query), .pupilsFile(_, let query):
            return .pupils(
                PupilQuery(search: query.search, yearGroup: query.yearGroup, includesLeavers: query.includesLeavers))
        case .pupilOverTimeFile(let id, _): return .pupilOverTime(id)
        case .group(let query): return .group(OwnGroupQuery(name: query.name))
        case .statutoryPupils(let measure, let query):
            return .statutoryPupils(measure: measure, ReportQuery(group: query.group))
        case .sendFile: return .sendFile()
        case .parentsSheets: return .parentsSheets()
        case .conversionMatrixPupils(let query): return .conversionMatrix(query.whole)
        case .expectationsPupils(let query): return .expectations(query.whole)
        case .copyJudgements: return .copyJudgements()
        // Its terms are of certain years; another year has others.
        case .summativeProgress(let query), .summativeProgressFile(_, let query), .summativeProgressPupils(let query):
            return .summativeProgress(ProgressQuery(yearGroup: query.yearGroup, group: query.group))
        default: return self
        }
    }
}
