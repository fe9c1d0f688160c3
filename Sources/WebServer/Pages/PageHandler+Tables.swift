import Assessment
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    /// The largest table that is taken, in bytes: one has some 120 short lines.
    private static let largestTable = 1 << 20

    func tablesPage(_ visit: Visit) async throws -> Response {
        try await show(try await tablesModel(visit), visit)
    }

    func tablePage(_ key: ConversionTable.Key, _ visit: Visit) async throws -> Response {
        let tables = try await tracker.tables()
        let table = tables.table(key)
        let threshold = tables.threshold(key)
        guard table != nil || threshold != nil else { throw PageRefusal.noSuchPage }
        let isLoaded = tables.isLoaded(key)
        return try await show(
            TableModel(
                place: visit.place, key: key, table: table, threshold: threshold, source: try await source(key, tables),
                canWithdraw: isLoaded && isAllowed(.manageTables, visit)), visit)
    }

    private func tablesModel(_ visit: Visit) async throws -> TablesModel {
        let tables = try await tracker.tables()
        var summaries: [TableSummary] = []
        for key in tables.keys {
            summaries.append(
                TableSummary(
                    key: key, extent: tables.table(key) == nil ? .thresholds : .full,
                    source: try await source(key, tables)))
        }
        return TablesModel(place: visit.place, tables: summaries, canLoad: isAllowed(.manageTables, visit))
    }

    private func source(_ key: ConversionTable.Key, _ tables: ConversionTables) async throws -> TableSummary.Source {
        guard tables.isLoaded(key) else { return .shipped }
        let loaded = try await tracker.loadedTables().first {
            $0.isActive && $0.year.endYear == key.year && $0.keyStage == key.keyStage && $0.subject == key.subject
        }
        return loaded.map { .loaded(by: $0.authorName, when: tracker.clock.inWords($0.loadedAt)) } ?? .shipped
    }

    // MARK: Loading

    /// Loads tables from a file or from text that was pasted, by the same door as every file.
    func loadTables(_ visit: Visit) async throws -> Response {
        try tracker.require(.manageTables, visit.caller, in: visit.school)
        guard SameOrigin.allows(request) else { throw PageRefusal.otherSite }
        let received = try await ReceivedUpload.read(request, into: tracker.fileFolder, limit: Self.largestTable)
        defer { for file in received.files { try? FileManager.default.removeItem(atPath: file.path) } }
        try checkToken(received.fields, visit.signedIn)
        let fields = received.fields
        do {
            let keys = try await load(received, visit)
            let names = keys.map(\.description).joined(separator: ", ")
            let undo =
                keys.count == 1
                ? Notice.Undo(
                    route: visit.place.route(.table(keys[0])), label: "Withdraw it", fields: ["withdraw": "1"]) : nil
            return redirect(
                to: visit.place.route(.tables), visit.signedIn,
                notice: keys.isEmpty
                    ? Notice("These tables are in use already: nothing was changed.")
                    : Notice("Loaded: \(names). Every grid and report goes by it now.", undo: undo))
        } catch let error as TrackerError {
            let field = received.files.isEmpty ? "text" : "file"
            var model = try await tablesModel(visit)
            switch error {
            case .fields: model.errors = error.fieldErrors() ?? []
            case .file, .table: model.errors = [FieldError(field: field, message: error.message)]
            case .tableExists:
                model.errors = [FieldError(field: "replace", message: error.message)]
                model.asksToReplace = true
            default: throw error
            }
            model.text = fields["text"]
            model.yearText = fields["year"]
            return try await show(model, visit, status: error.status)
        }
    }

    private func load(_ received: ReceivedUpload, _ visit: Visit) async throws -> [ConversionTable.Key] {
        let fields = received.fields
        var year: SchoolYear?
        let typed = trimBlanks(fields["year"])
        if !typed.isEmpty {
            year = Int(typed).flatMap(SchoolYear.init(endYear:))
            if year == nil {
                throw TrackerError.fields([FieldProblem("year", "The year must be that of the test, like 2026.")])
            }
        }
        let replaces = fields.isTicked("replace")
        if let file = received.files.first {
            return try await load(ImportFile(name: file.name, path: file.path), year, replaces, visit)
        }
        guard !trimBlanks(fields["text"]).isEmpty else {
            throw TrackerError.fields([FieldProblem("file", "Choose a file, or paste a table.")])
        }
        let path = "\(tracker.fileFolder)/pasted-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let files = FileManager.default
        try files.createDirectory(
            atPath: tracker.fileFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard
            files.createFile(
                atPath: path, contents: Data(fields["text"].utf8), attributes: [.posixPermissions: 0o600])
        else { throw TrackerError.file(FileProblem("The server can’t write to its folder of files.")) }
        return try await load(ImportFile(name: "pasted table", path: path), year, replaces, visit)
    }

    /// - Returns: the tests of which a table was loaded.
    private func load(
        _ file: ImportFile, _ year: SchoolYear?, _ replaces: Bool, _ visit: Visit
    ) async throws -> [ConversionTable.Key] {
        let before = try await tracker.tables()
        let choices = ImportChoices(replacesTables: replaces)
        let options = ImportOptions(kind: .conversionTable)
        let preview = try await tracker.preview(
            file: file, school: visit.school, year: year, options: options, choices: choices, as: visit.caller)
        guard preview.kind == .conversionTable else {
            throw TrackerError.file(
                FileProblem("This is a \(preview.kind.title), not a conversion table. Bring it in on the Files page."))
        }
        if let conflict = preview.items.first(where: { $0.status == .conflict }), let key = Self.key(conflict) {
            throw TrackerError.tableExists(key)
        }
        _ = try await tracker.apply(
            file: file, school: visit.school, year: year, options: options, choices: choices, as: visit.caller)
        let after = try await tracker.tables()
        return after.keys.filter { after.table($0) != before.table($0) || after.isLoaded($0) != before.isLoaded($0) }
    }

    /// The test of an item, whose column is `ks2.reading`.
    private static func key(_ item: ImportItem) -> ConversionTable.Key? {
        let parts = (item.column ?? "").split(separator: ".")
        guard parts.count == 2, let keyStage = Int(parts[0].dropFirst(2)),
            let subject = Subject(rawValue: String(parts[1])),
            let year = item.year
        else { return nil }
        return ConversionTable.Key(year: year, keyStage: keyStage, subject: subject)
    }

    func withdrawTable(_ key: ConversionTable.Key, _ visit: Visit) async throws -> Response {
        _ = try await fields(visit.signedIn)
        try await tracker.withdrawTable(key, in: visit.school, as: visit.caller)
        return redirect(
            to: visit.place.route(.tables), visit.signedIn,
            notice: Notice("The loaded table of \(key) is out of use. It is kept, and can be loaded again."))
    }
}
