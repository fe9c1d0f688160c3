import Assessment
import CommonTransferFile
import Spreadsheets
import Storage

/// One file with everything that is needed to compare it with a school's data, whenever a transaction is open.
struct ImportJob: Sendable {
    let fileName: String
    let sha256: String
    let content: FileContent
    let school: School
    /// Those for which the person may bring files in, this one among them.
    let schools: [School]
    let year: SchoolYear?
    let options: ImportOptions
    let choices: ImportChoices
    let reference: ReferenceData
    let summatives: SummativeCache
    let codes: CTFCodes
    let clock: TrackerClock

    /// The school's data as the session sees it.
    func data(_ session: any SQLSession) throws -> ImportData {
        try ImportData(session, school: school, reference: reference, summatives: summatives)
    }

    /// Works out what the file does to the data as the session sees it.
    func plan(_ data: ImportData) throws -> ImportPlan {
        switch content {
        case .ctf(let file): return try plan(file, data)
        case .sheet(let sheet):
            let signature = HeadingMap.signature(of: sheet.headings)
            let remembered = try RememberedHeadings.read(data.session, school: school.id, signature: signature)
            let headings = try SheetHeadings(sheet, options: options, remembered: remembered)
            var plan: ImportPlan
            switch headings.kind {
            case .roster:
                var classifier = RosterClassifier(
                    sheet, headings, data: data, choices: choices, year: year, clock: clock)
                plan = try classifier.run()
            case .conversionTable:
                return try TablesClassifier.plan(sheet, year: year, data: data, choices: choices)
            case .results, .ctf:
                var classifier = try ResultsClassifier(
                    sheet, headings, data: data, schools: schools, options: options, choices: choices, year: year,
                    clock: clock)
                plan = try classifier.run()
            }
            if !options.headings.isEmpty || options.kind != nil {
                plan.rememberedHeadings = RememberedHeadings(
                    kind: options.kind ?? remembered?.kind, headings: headings.overrides, signature: signature)
            }
            return plan
        }
    }

    /// While the file is read, if what its pupils are doesn't depend on what comes after them; else when it has been.
    private func plan(_ file: ArrivingCTF, _ data: ImportData) throws -> ImportPlan {
        func classifier(_ header: CTFHeader, isFull: Bool) throws -> CTFClassifier {
            try CTFClassifier(
                header, isFull: isFull, data: data, codes: codes, options: options, choices: choices, year: year,
                clock: clock)
        }
        if file.piece(0) != nil, let header = file.header, header.qualifier != nil {
            do {
                var classifier = try classifier(header, isFull: header.isFull)
                if let plan = try classifier.follow(file) { return plan }
            } catch {
                // What is wrong with the file itself is said first.
                _ = try file.summary()
                throw error
            }
        }
        let content = try file.content()
        let header = content.header
        let isFull = header.isFull || (header.qualifier == nil && content.pupils.contains { $0.hasBasicDetails })
        var classifier = try classifier(header, isFull: isFull)
        return try classifier.run(content)
    }

    /// The plan for display.
    func preview(_ plan: ImportPlan, _ data: ImportData) throws -> ImportPreview {
        var preview = ImportPreview(
            kind: plan.kind, fileName: fileName, sha256: sha256, school: school.dfe, source: plan.source,
            warnings: plan.warnings, items: plan.items(data), headings: plan.headings, fields: plan.fields,
            assessments: plan.assessments, questions: plan.questions, shares: plan.shares, refusal: plan.refusal)
        preview.pupilQuestions = plan.pupilQuestions
        if plan.kind == .ctf { preview.records = plan.records }
        if let batch = try BatchStore(data.session).standing(school: school.id, sha256: sha256).first {
            let sentence =
                "This very file was taken on \(clock.inWords(batch.at)) by \(batch.authorName) (batch \(batch.id))."
            preview.takenBefore = sentence
            preview.warnings.insert(sentence, at: 0)
        }
        return preview
    }

    /// Classifies and stores in the session's transaction.
    func apply(_ session: any SQLSession, by stamp: ChangeStamp) throws -> (
        outcome: ImportOutcome, tables: [ConversionTable]
    ) {
        let data = try data(session)
        let plan = try plan(data)
        if let refusal = plan.refusal { throw FileReading.refusal(refusal) }
        let preview = try preview(plan, data)
        guard plan.kind != .conversionTable else {
            return (ImportOutcome(batch: nil, preview: preview), plan.tables)
        }
        var stamp = stamp
        let batchID = session.nextID()
        stamp.batchID = batchID
        let counts = try plan.store(data, content, by: stamp)
        if !counts.isNothing {
            try BatchStore(session).insert(
                Batch(
                    id: batchID, kind: plan.kind.rawValue, fileName: fileName, sha256: sha256, at: stamp.at,
                    authorID: stamp.author.id, authorName: stamp.author.name, role: stamp.author.role,
                    year: plan.year, countsJSON: Self.countsJSON(preview),
                    writtenAt: plan.kind == .ctf ? LondonTime.timestamp(plan.source.writtenAt) : nil),
                school: school.id)
        }
        try plan.rememberedHeadings?.write(session, school: school.id)
        for (year, readings) in plan.rememberedReadings {
            try RememberedReadings.write(
                readings, session, school: school.id, supplier: plan.source.supplier ?? "", year: year)
        }
        return (
            ImportOutcome(
                batch: counts.isNothing ? nil : batchID, preview: preview, values: counts.values,
                pupilsAdded: counts.pupilsAdded, pupilsChanged: counts.pupilsChanged, places: counts.places,
                records: counts.records), []
        )
    }

    private static func countsJSON(_ preview: ImportPreview) -> String {
        let counts = ImportStatus.allCases.map { "\"\($0.rawValue)\":\(preview.count($0))" }
        return "{\(counts.joined(separator: ","))}"
    }
}

extension ImportPlan {
    /// The one year that the file's values are of; nil when there are several or none.
    var year: SchoolYear? {
        guard kind == .ctf else { return source.year }
        let years = Set(list.entries.lazy.filter { $0.assessment >= 0 }.map(\.year))
        return years.count == 1 ? years.first.flatMap { SchoolYear(endYear: Int($0)) } : nil
    }
}
