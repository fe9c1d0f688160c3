import Assessment
import Tracker

/// A preview or an import in words for a terminal.
enum ImportText {
    static func line(_ item: ImportItem, in preview: ImportPreview) -> String {
        let place = preview.place(of: item) ?? "line \(item.line)"
        let who = [item.pupilName, item.upn.map { "(\($0))" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        let what = item.column.map { " \($0)" } ?? ""
        let value = item.value.map { " “\($0)”" } ?? ""
        let subject = trimBlanks("\(who)\(what)\(value)")
        let rest = [subject.isEmpty ? "" : "\(subject).", item.message ?? ""].filter { !$0.isEmpty }
        return
            "\(place.prefix(1).uppercased())\(place.dropFirst()): \(item.status.rawValue): \(rest.joined(separator: " "))"
    }

    static func summary(_ preview: ImportPreview, batch: Int64?, applied: Bool) -> String {
        var lines = ["\(preview.fileName): \(preview.kind.title), for \(preview.school)"]
        for kind in AssessmentKind.allCases {
            if let count = preview.assessments[kind], count > 0 {
                lines.append("  \(kind.title): \(count) \(count == 1 ? "result" : "results") in the file")
            }
        }
        if let records = preview.records, records.total > 0 {
            lines.append("  Records in the file: \(records.inWords)")
        }
        for share in preview.shares {
            lines.append("  \(share.title): \(share.lines) \(share.lines == 1 ? "line" : "lines") in the file")
        }
        lines += preview.warnings.map { "  Note: \($0)" }
        lines += preview.pupilQuestions.flatMap(Self.proposals)
        for question in preview.questions {
            lines.append("  \(question.message)")
            lines += question.codes.map { "    --reading \($0)=scaled" }
            if question.codes.count == 1 { lines += question.codes.map { "    --reading \($0)=mark" } }
        }
        for status in ImportStatus.allCases where preview.count(status) > 0 {
            lines.append("  \(preview.count(status)) \(status.title.lowercased())")
        }
        lines += differences(preview)
        let changes = preview.count(.new) + preview.count(.changed)
        if !applied {
            lines.append("  Nothing is stored yet: this was a dry run.")
        } else if let batch {
            lines.append("  Stored as batch \(batch). Take it back with: leadline undo \(batch)")
        } else {
            lines.append(changes == 0 ? "  Nothing new: everything stands as it was." : "  Nothing had to be stored.")
        }
        return lines.joined(separator: "\n")
    }

    /// Official values beside which something else is worked out here.
    private static func differences(_ preview: ImportPreview) -> [String] {
        let longest = 50
        var lines: [String] = []
        var count = 0
        preview.items.forEach(where: { $0 == .new || $0 == .changed }) { item in
            guard item.differs else { return }
            count += 1
            if count <= longest { lines.append("    \(line(item, in: preview))") }
        }
        guard count > 0 else { return [] }
        if count > longest { lines.append("    and \(count - longest) more: --format json lists all") }
        return ["  \(count) \(count == 1 ? "differs" : "differ") from what is worked out here:"] + lines
    }

    /// Who a pupil of the file may be, with the option that says so; nothing once it is said.
    private static func proposals(_ question: PupilQuestion) -> [String] {
        guard question.answer == nil else { return [] }
        let head = "  Who is \(question.name) (\(question.upn ?? question.key))?"
        return [head]
            + question.candidates.map { candidate in
                let who = candidate.upn?.text ?? "id \(candidate.id)"
                return "    --pupil \"\(question.key)=\(who)\" for \(candidate.title)"
            } + (question.mayBeNew ? ["    --pupil \"\(question.key)=new\" for somebody new"] : [])
    }
}
