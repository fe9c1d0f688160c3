import Tracker

extension ImportCellKey {
    /// As a form sends it: `2026 writing.ta H801200001001`; the pupil's key comes last, since it may hold blanks.
    var text: String { "\(year) \(column) \(pupil)" }

    init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, let year = Int(parts[0]) else { return nil }
        self.init(pupil: String(parts[2]), year: year, column: String(parts[1]))
    }
}

extension ImportChoices {
    /// The answer that a number which stands alone is a raw mark; no code of a record.
    static let mark = "raw mark"

    /// Takes the ticks of one page of a preview: `shown` names the conflicts that stood on it, `offered` the values that would
    /// be stored, `take` those of both that were on.
    mutating func takeTicks(_ fields: FormFields) {
        let taken = Set(fields.all("take"))
        for text in fields.all("shown") {
            guard let key = ImportCellKey(text) else { continue }
            if taken.contains(text) { conflicts.insert(key) } else { conflicts.remove(key) }
        }
        for text in fields.all("offered") {
            guard let key = ImportCellKey(text) else { continue }
            if taken.contains(text) { leftOut.remove(key) } else { leftOut.insert(key) }
        }
    }

    /// Takes the answers to the questions about the file as a whole; an answer left open is forgotten.
    mutating func takeAnswers(_ fields: FormFields) {
        for (key, answer) in fields.answers("pupil") {
            switch answer {
            case "": pupils[key] = nil
            case "new": pupils[key] = .new
            default: if let id = Int64(answer) { pupils[key] = .existing(id) }
            }
        }
        for (keys, answer) in fields.answers("reading") {
            // One question may be about two codes; the answer names the code of the scaled score, or says that there is none.
            for code in keys.split(separator: " ").map(String.init) {
                readings[code] = answer.isEmpty ? nil : code == answer ? .scaled : .mark
            }
        }
        replacesTables = fields.isTicked("replace-tables")
    }
}

extension FormFields {
    /// The pairs `<list>-<n>-key` and `<list>-<n>` of a list of questions.
    func answers(_ list: String) -> [(key: String, answer: String)] {
        var answers: [(key: String, answer: String)] = []
        var index = 0
        while case let key = self["\(list)-\(index)-key"], !key.isEmpty {
            answers.append((key, self["\(list)-\(index)"]))
            index += 1
        }
        return answers
    }
}
