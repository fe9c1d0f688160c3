import Assessment
import Pages
import Storage
import Tracker

/// Fills the page of a file's preview.
struct PreviewDrawing {
    let waiting: WaitingFile
    let query: PreviewQuery
    let place: SchoolPlace
    /// The years to choose from, newest first.
    let years: [SchoolYear]
    /// When the file was sent, in words.
    let when: String
    /// Whether the page is drawn for the file of its tables, which has the whole list.
    let isFile: Bool

    /// Things on one page of the preview.
    private static let pageLength = 200
    /// Pupils asked about at once.
    private static let questionsLength = 50

    private var choices: ImportChoices { waiting.settings.choices }

    func model(_ preview: ImportPreview, columns: SchoolColumns) -> ImportPreviewModel {
        let page = page(preview, columns)
        let asksForYear =
            preview.kind == .conversionTable
            || (preview.kind == .results || preview.kind == .roster) && !preview.source.saysYear
        let replaces =
            preview.kind == .conversionTable && (preview.count(.conflict) > 0 || choices.replacesTables)
        return ImportPreviewModel(
            place: place, uploadID: waiting.id, query: query, fileName: waiting.fileName,
            kindTitle: preview.kind.title, facts: facts(preview), warnings: preview.warnings,
            year: asksForYear ? preview.source.year ?? waiting.settings.year : nil, years: asksForYear ? years : [],
            assessments: assessments(preview), pupilQuestions: pupilQuestions(preview),
            readingQuestions: preview.questions.map(question), headings: preview.headings.map { heading($0, preview) },
            replacesTables: replaces ? choices.replacesTables : nil, counts: counts(preview), schools: schools(preview),
            conflicts: conflicts(preview), subjects: subjects(preview),
            items: page.items, pageCount: page.count,
            takes: preview.count(.new) + preview.count(.changed) - preview.items.leftOut)
    }

    /// The page of a file of which something must be said before it can be compared.
    func withoutItems(errors: [FieldError]) -> ImportPreviewModel {
        ImportPreviewModel(
            place: place, uploadID: waiting.id, query: query, fileName: waiting.fileName, kindTitle: "The file",
            facts: [Fact("Sent", when), Fact("Fingerprint (SHA-256)", waiting.sha256)], year: waiting.settings.year,
            years: years,
            counts: [:], items: [], takes: 0, errors: errors)
    }

    /// The page of a file that can't be taken at all.
    func refused(_ message: String) -> ImportPreviewModel {
        ImportPreviewModel(
            place: place, uploadID: waiting.id, query: query, fileName: waiting.fileName, kindTitle: "The file",
            facts: [Fact("Sent", when), Fact("Fingerprint (SHA-256)", waiting.sha256)], refusal: message, counts: [:],
            items: [],
            takes: 0)
    }

    // MARK: The file

    private func facts(_ preview: ImportPreview) -> [Fact] {
        let source = preview.source
        let years = (source.year.map { [$0] } ?? source.years).map(\.label)
        let facts: [(String, String?)] = [
            ("From", source.from), ("To", source.to), ("Written", source.writtenAt),
            ("School year", years.isEmpty ? nil : years.joined(separator: ", ")),
            ("Version", source.version), ("Supplier", source.supplier), ("Extent", source.qualifier),
            ("Pupils", source.pupils > 0 ? String(source.pupils) : nil),
            ("Records", preview.records.flatMap { $0.total > 0 ? $0.inWords : nil }),
            (source.isWorkbook ? "Read as" : "Characters", source.encoding),
            ("Sent", when),
            ("Fingerprint (SHA-256)", preview.sha256),
        ]
        return facts.filter { $0.1 != nil }.map { Fact($0.0, $0.1) }
    }

    private func schools(_ preview: ImportPreview) -> [PreviewSchool] {
        preview.shares.map { share in
            let number = share.school?.dfe
            return PreviewSchool(
                title: share.title, lines: share.lines, number: number == preview.school ? nil : number,
                reason: share.reason)
        }
    }

    private func conflicts(_ preview: ImportPreview) -> PreviewConflicts? {
        let open = preview.takeableConflicts.count
        let taken = choices.conflicts.count(where: \.isOneOfMany)
        // One by itself has its tick.
        return open + taken > 1 ? PreviewConflicts(open: open, taken: taken) : nil
    }

    private func assessments(_ preview: ImportPreview) -> [PreviewAssessment] {
        AssessmentKind.allCases.compactMap { kind in
            preview.assessments[kind].map { count in
                PreviewAssessment(
                    kind: kind, results: count, isTaken: waiting.settings.options.take?.contains(kind) ?? true)
            }
        }
    }

    /// The page of the pupils of whom a person must say who they are.
    private func pupilQuestions(_ preview: ImportPreview) -> PreviewPupils {
        let all = preview.pupilQuestions
        let length = isFile ? max(1, all.count) : Self.questionsLength
        let count = max(1, (all.count + length - 1) / length)
        let page = min(query.people, count)
        let from = (page - 1) * length
        return PreviewPupils(
            questions: all.dropFirst(from).prefix(length).map { question($0, preview) }, first: from + 1,
            total: all.count, open: all.count { $0.answer == nil }, page: page, pageCount: count)
    }

    private func question(_ question: PupilQuestion, _ preview: ImportPreview) -> PreviewQuestion {
        let new = PreviewQuestion.Answer("new", "Somebody new: add this pupil")
        let open =
            question.unanswered == .added
            ? PreviewQuestion.Answer("", "Not decided: added as somebody new") : .init("", "Not decided: left out")
        let facts = [
            question.name, question.dateOfBirth.map { "born \($0.inWords)" }, question.upn.map { "UPN \($0)" },
            question.upn == nil ? preview.place(ofLine: question.line) : nil,
        ]
        let others = question.others.map { "Not offered: \($0.title)." }
        return PreviewQuestion(
            key: question.key, text: facts.compactMap(\.self).joined(separator: ", "),
            hint: others.isEmpty ? nil : others.joined(separator: " "),
            answers: [open] + question.candidates.map { .init(String($0.id), $0.title) }
                + (question.mayBeNew ? [new] : []),
            chosen: Self.answer(question.answer))
    }

    private static func answer(_ choice: PupilChoice?) -> String {
        switch choice {
        case .existing(let id): String(id)
        case .new: "new"
        case nil: ""
        }
    }

    private func question(_ question: ReadingQuestion) -> PreviewQuestion {
        let chosen = question.codes.first { choices.readings[$0] == .scaled }
        return PreviewQuestion(
            key: question.codes.joined(separator: " "), text: question.message, hint: "For example \(question.example)",
            answers: [.init("", "Not decided")] + question.codes.map { .init($0, "\($0) is the scaled score") }
                + (question.codes.count == 1
                    ? question.codes.map { .init(ImportChoices.mark, "\($0) is the raw mark") } : []),
            chosen: chosen ?? (question.codes.contains { choices.readings[$0] == .mark } ? ImportChoices.mark : ""))
    }

    private func heading(_ use: HeadingUse, _ preview: ImportPreview) -> PreviewQuestion {
        PreviewQuestion(
            key: use.heading, text: use.heading, hint: use.firstValue ?? "nothing",
            answers: [.init("", "Not used")] + preview.fields.map { .init($0.id, $0.title) }, chosen: use.fieldID ?? "")
    }

    private func counts(_ preview: ImportPreview) -> [PreviewStatus: Int] {
        var counts: [PreviewStatus: Int] = [:]
        for status in PreviewStatus.allCases {
            guard let own = ImportStatus(rawValue: status.rawValue), preview.count(own) > 0 else { continue }
            counts[status] = preview.count(own)
        }
        return counts
    }

    // MARK: Its items

    /// By which a file can be filtered: details of pupils, else the assessment; of Key Stage 2 also the subject.
    private static func subjects(of item: ImportItem) -> [String] {
        guard let assessment = item.assessment else { return ["details"] }
        guard assessment == .ks2, let subject = item.column?.split(separator: ".").first else {
            return [assessment.rawValue]
        }
        return [assessment.rawValue, String(subject)]
    }

    private func subjects(_ preview: ImportPreview) -> [PreviewQuestion.Answer] {
        var found: Set<String> = []
        for item in preview.items { found.formUnion(Self.subjects(of: item)) }
        // A file of one assessment needs no filter of it.
        let assessments = AssessmentKind.allCases.filter { found.contains($0.rawValue) }
        if assessments.count == 1, !found.contains("details") { found.subtract(assessments.map(\.rawValue)) }
        let titles =
            AssessmentKind.allCases.map { ($0.rawValue, $0.title) }
            + Subject.keyStage.map { ($0.rawValue, assessments.count > 1 ? "KS2 \($0.inSentence)" : $0.title) }
            + [("details", "Pupils’ details")]
        return titles.filter { found.contains($0.0) }.map { .init($0.0, $0.1) }
    }

    /// The items of the page asked for, in the order of their statuses.
    private func page(_ preview: ImportPreview, _ columns: SchoolColumns) -> (items: [PreviewItem], count: Int) {
        let statuses = PreviewStatus.allCases.filter { query.status == nil || $0.rawValue == query.status }
            .compactMap { status in ImportStatus(rawValue: status.rawValue).map { (status, $0) } }
        var items: [PreviewItem] = []
        let total: Int
        let length: Int
        if let subject = query.subject {
            var found: [ImportStatus: [ImportItem]] = [:]
            for item in preview.items where Self.subjects(of: item).contains(subject) {
                found[item.status, default: []].append(item)
            }
            let matching = statuses.flatMap { status, own in (found[own] ?? []).map { (status, $0) } }
            total = matching.count
            let part = part(of: total)
            length = part.length
            items = matching.dropFirst(part.skip).prefix(length).map { item($0.1, $0.0, preview, columns) }
        } else {
            total = statuses.reduce(0) { $0 + preview.count($1.1) }
            var skip: Int
            (skip, length) = part(of: total)
            for (status, own) in statuses {
                let count = preview.count(own)
                if skip < count, items.count < length {
                    let page = preview.items.page(of: [own], from: skip, limit: length - items.count)
                    items += page.map { item($0, status, preview, columns) }
                }
                skip = max(0, skip - count)
            }
        }
        return (items, max(1, (total + length - 1) / length))
    }

    /// Which part of a list is drawn.
    private func part(of total: Int) -> (skip: Int, length: Int) {
        isFile && total <= PageHandler.longestList
            ? (0, max(1, total)) : ((query.page - 1) * Self.pageLength, Self.pageLength)
    }

    private func item(
        _ item: ImportItem, _ status: PreviewStatus, _ preview: ImportPreview, _ columns: SchoolColumns
    ) -> PreviewItem {
        var what = item.column.map { ImportWords.column($0, item.assessment, item.year, columns) } ?? "Pupil"
        if let year = item.year, year != waiting.settings.year?.endYear { what += " \(year)" }
        return PreviewItem(
            status: status, pupil: Self.pupil(item), what: what, old: item.old,
            value: item.value, message: item.message, place: preview.place(of: item), tick: tick(item))
    }

    /// Nothing of another school's pupil is known here.
    private static func pupil(_ item: ImportItem) -> String {
        if item.status == .otherSchool { return "Not shown" }
        return item.pupilName.isEmpty ? item.upn ?? "" : item.pupilName
    }

    /// A value that would be stored has a tick that is on, a conflict that can be taken one that is off, until they are changed.
    private func tick(_ item: ImportItem) -> PreviewItem.Tick? {
        guard let pupil = item.pupilKey, let column = item.column else { return nil }
        let key = ImportCellKey(pupil: pupil, year: item.year ?? ImportCellKey.noYear, column: column)
        let isOn = choices.conflicts.contains(key)
        if item.canTake || isOn { return PreviewItem.Tick(key: key.text, isOn: isOn, isOffered: false) }
        return item.isOffered
            ? PreviewItem.Tick(key: key.text, isOn: !choices.leftOut.contains(key), isOffered: true) : nil
    }
}
