import Assessment
import Reports

extension SchoolPage {
    /// The path below the school and year.
    var path: [String] {
        switch self {
        case .assessments: ["assessments"]
        case .chooseClass(let kind): ["assessments", kind.rawValue]
        case .grid(let kind, _): ["assessments", kind.rawValue, "grid"]
        case .gridFile(let kind, let format, _): ["assessments", kind.rawValue, "grid.\(format.rawValue)"]
        case .copyJudgements: ["assessments", AssessmentKind.summative.rawValue, "copy"]
        case .cellHistory(let kind, _): ["assessments", kind.rawValue, "history"]
        case .pupils: ["pupils"]
        case .pupilsFile(let format, _): ["pupils.\(format.rawValue)"]
        case .newPupil: ["pupils", "new"]
        case .pupil(let id): ["pupils", String(id)]
        case .pupilOverTime(let id): ["pupils", String(id), "over-time"]
        case .pupilOverTimeFile(let id, let format): ["pupils", String(id), "over-time.\(format.rawValue)"]
        case .editPupil(let id): ["pupils", String(id), "edit"]
        case .rollOver: ["pupils", "new-year"]
        case .groups: ["pupils", "groups"]
        case .group: ["pupils", "groups", "members"]
        case .reports: ["reports"]
        case .keyStage2Outcomes: ["reports", "ks2-outcomes"]
        case .keyStage2OutcomesPupils: ["reports", "ks2-outcomes", "pupils"]
        case .keyStage2OutcomesFile(let format, _): ["reports", "ks2-outcomes.\(format.rawValue)"]
        case .parentsSheets: ["reports", "parents"]
        case .statutoryReport(let name, _): [Self.folder(name), name.rawValue]
        case .statutoryFile(let name, let format, _): [Self.folder(name), "\(name.rawValue).\(format.rawValue)"]
        case .statutoryPupils: ["reports", "pupils"]
        case .reportsWorkbook: ["reports", "all.xlsx"]
        case .analysis: ["analysis"]
        case .conversionMatrix: ["analysis", "conversion-matrix"]
        case .conversionMatrixFile(let format, _): ["analysis", "conversion-matrix.\(format.rawValue)"]
        case .conversionMatrixPupils: ["analysis", "conversion-matrix", "pupils"]
        case .summativeProgress: ["analysis", "summative-progress"]
        case .summativeProgressFile(let format, _): ["analysis", "summative-progress.\(format.rawValue)"]
        case .summativeProgressPupils: ["analysis", "summative-progress", "pupils"]
        case .expectations: ["analysis", "expectations"]
        case .expectationsFile(let format, _): ["analysis", "expectations.\(format.rawValue)"]
        case .expectationsPupils: ["analysis", "expectations", "pupils"]
        case .files: ["files"]
        case .upload: ["files", "uploads"]
        case .preview(let id, _): ["files", "uploads", String(id)]
        case .previewChoices(let id): ["files", "uploads", String(id), "choices"]
        case .shareUpload(let id): ["files", "uploads", String(id), "share"]
        case .applyUpload(let id): ["files", "uploads", String(id), "apply"]
        case .cancelUpload(let id): ["files", "uploads", String(id), "cancel"]
        case .batch(let id): ["files", "batches", String(id)]
        case .batchFile(let id): ["files", "batches", String(id), "file"]
        case .undoBatch(let id): ["files", "batches", String(id), "undo"]
        case .sendFile: ["files", "send"]
        case .school: ["school"]
        case .users: ["school", "users"]
        case .userRole(let id): ["school", "users", String(id), "role"]
        case .userAccess(let id): ["school", "users", String(id), "access"]
        case .userLink(let id): ["school", "users", String(id), "link"]
        case .judgementSettings: ["school", "judgements"]
        case .tables: ["school", "tables"]
        case .table(let key): ["school", "tables", String(key.keyStage), String(key.year), key.subject.rawValue]
        }
    }

    /// The filters and views that stand in the address.
    var query: [Address.Item] {
        switch self {
        case .grid(_, let query), .gridFile(_, _, let query): query.items
        case .cellHistory(_, let query): query.items
        case .copyJudgements(let query): query.items
        case .pupils(let query), .pupilsFile(_, let query): query.items
        case .keyStage2Outcomes(let query), .keyStage2OutcomesFile(_, let query): query.items
        case .keyStage2OutcomesPupils(let measure, let query): [.init("measure", measure)] + query.items
        case .statutoryReport(_, let query), .statutoryFile(_, _, let query), .reportsWorkbook(let query):
            query.items
        case .statutoryPupils(let measure, let query): [.init("measure", measure)] + query.items
        case .conversionMatrix(let query), .conversionMatrixFile(_, let query), .conversionMatrixPupils(let query),
            .expectations(let query), .expectationsFile(_, let query), .expectationsPupils(let query):
            query.items
        case .summativeProgress(let query), .summativeProgressFile(_, let query), .summativeProgressPupils(let query):
            query.items
        case .preview(_, let query): query.items
        case .group(let query): query.items
        case .parentsSheets(let query): query.items
        case .sendFile(let query): query.items
        default: []
        }
    }

    private static func folder(_ report: StatutoryReportName) -> String {
        report == .dashboard ? "analysis" : "reports"
    }

    /// The page of a path below the school and year; nil when there is none.
    init?(path: [String], address: Address) {
        let rest = Array(path.dropFirst())
        switch path.first {
        case "assessments": self.init(assessments: rest, address)
        case "pupils": self.init(pupils: rest, address)
        case "pupils.csv" where rest.isEmpty: self = .pupilsFile(.csv, PupilQuery(address))
        case "pupils.xlsx" where rest.isEmpty: self = .pupilsFile(.xlsx, PupilQuery(address))
        case "reports": self.init(reports: rest, address)
        case "analysis": self.init(analysis: rest, address)
        case "files": self.init(files: rest, address)
        case "school": self.init(school: rest)
        default: return nil
        }
    }

    private init?(assessments path: [String], _ address: Address) {
        guard let first = path.first else {
            self = .assessments
            return
        }
        guard let kind = AssessmentKind(rawValue: first) else { return nil }
        switch path.dropFirst() {
        case []: self = .chooseClass(kind)
        case ["grid"]: self = .grid(kind, GridQuery(address))
        case ["grid.csv"]: self = .gridFile(kind, .csv, GridQuery(address))
        case ["grid.xlsx"]: self = .gridFile(kind, .xlsx, GridQuery(address))
        case ["copy"] where kind == .summative: self = .copyJudgements(CopyQuery(address))
        case ["history"]:
            guard let query = CellHistoryQuery(address) else { return nil }
            self = .cellHistory(kind, query)
        default: return nil
        }
    }

    private init?(pupils path: [String], _ address: Address) {
        switch path {
        case []: self = .pupils(PupilQuery(address))
        case ["new"]: self = .newPupil
        case ["new-year"]: self = .rollOver
        case ["groups"]: self = .groups
        case ["groups", "members"]: self = .group(OwnGroupQuery(address))
        default:
            guard let id = Int64(path[0]) else { return nil }
            switch path.dropFirst() {
            case []: self = .pupil(id)
            case ["over-time"]: self = .pupilOverTime(id)
            case ["over-time.csv"]: self = .pupilOverTimeFile(id, .csv)
            case ["over-time.xlsx"]: self = .pupilOverTimeFile(id, .xlsx)
            case ["edit"]: self = .editPupil(id)
            default: return nil
            }
        }
    }

    private init?(reports path: [String], _ address: Address) {
        switch path {
        case []: self = .reports
        case ["parents"]: self = .parentsSheets(ParentsQuery(address))
        case ["ks2-outcomes"]: self = .keyStage2Outcomes(OutcomesQuery(address))
        case ["ks2-outcomes", "pupils"]:
            guard let measure = address.value("measure") else { return nil }
            self = .keyStage2OutcomesPupils(measure: measure, OutcomesQuery(address))
        case ["ks2-outcomes.csv"]: self = .keyStage2OutcomesFile(.csv, OutcomesQuery(address))
        case ["ks2-outcomes.xlsx"]: self = .keyStage2OutcomesFile(.xlsx, OutcomesQuery(address))
        case ["all.xlsx"]: self = .reportsWorkbook(ReportQuery(address))
        case ["pupils"]:
            guard let measure = address.value("measure") else { return nil }
            self = .statutoryPupils(measure: measure, ReportQuery(address))
        default:
            guard path.count == 1 else { return nil }
            self.init(statutory: path[0], in: "reports", address)
        }
    }

    private init?(analysis path: [String], _ address: Address) {
        switch path {
        case []: self = .analysis
        case ["conversion-matrix"]: self = .conversionMatrix(MatrixQuery(address))
        case ["conversion-matrix.csv"]: self = .conversionMatrixFile(.csv, MatrixQuery(address))
        case ["conversion-matrix.xlsx"]: self = .conversionMatrixFile(.xlsx, MatrixQuery(address))
        case ["conversion-matrix", "pupils"]: self = .conversionMatrixPupils(MatrixQuery(address))
        case ["summative-progress"]: self = .summativeProgress(ProgressQuery(address))
        case ["summative-progress.csv"]: self = .summativeProgressFile(.csv, ProgressQuery(address))
        case ["summative-progress.xlsx"]: self = .summativeProgressFile(.xlsx, ProgressQuery(address))
        case ["summative-progress", "pupils"]: self = .summativeProgressPupils(ProgressQuery(address))
        case ["expectations"]: self = .expectations(MatrixQuery(address))
        case ["expectations.csv"]: self = .expectationsFile(.csv, MatrixQuery(address))
        case ["expectations.xlsx"]: self = .expectationsFile(.xlsx, MatrixQuery(address))
        case ["expectations", "pupils"]: self = .expectationsPupils(MatrixQuery(address))
        default:
            guard path.count == 1 else { return nil }
            self.init(statutory: path[0], in: "analysis", address)
        }
    }

    private init?(statutory text: String, in folder: String, _ address: Address) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let name = StatutoryReportName(rawValue: parts[0]), Self.folder(name) == folder else { return nil }
        guard parts.count > 1 else {
            self = .statutoryReport(name, ReportQuery(address))
            return
        }
        guard let format = SpreadsheetFormat(rawValue: parts[1]) else { return nil }
        self = .statutoryFile(name, format, ReportQuery(address))
    }

    private init?(files path: [String], _ address: Address) {
        switch (path.first, path.count) {
        case (nil, _): self = .files
        case ("uploads", 1): self = .upload
        case ("send", 1): self = .sendFile(SendFileQuery(address))
        case ("uploads", 2...3):
            guard let id = Int64(path[1]) else { return nil }
            switch path.dropFirst(2) {
            case []: self = .preview(id, PreviewQuery(address))
            case ["choices"]: self = .previewChoices(id)
            case ["share"]: self = .shareUpload(id)
            case ["apply"]: self = .applyUpload(id)
            case ["cancel"]: self = .cancelUpload(id)
            default: return nil
            }
        case ("batches", 2...3):
            guard let id = Int64(path[1]) else { return nil }
            switch path.dropFirst(2) {
            case []: self = .batch(id)
            case ["file"]: self = .batchFile(id)
            case ["undo"]: self = .undoBatch(id)
            default: return nil
            }
        default: return nil
        }
    }

    private init?(school path: [String]) {
        switch (path.first, path.count) {
        case (nil, _): self = .school
        case ("users", 1): self = .users
        case ("users", 3):
            guard let id = Int64(path[1]) else { return nil }
            switch path[2] {
            case "role": self = .userRole(id)
            case "access": self = .userAccess(id)
            case "link": self = .userLink(id)
            default: return nil
            }
        case ("judgements", 1): self = .judgementSettings
        case ("tables", 1): self = .tables
        case ("tables", 4):
            guard let keyStage = Int(path[1]), let year = Int(path[2]), let subject = Subject(rawValue: path[3]) else {
                return nil
            }
            self = .table(ConversionTable.Key(year: year, keyStage: keyStage, subject: subject))
        default: return nil
        }
    }
}
