import Assessment
import Reports

extension JudgementCopyPlan {
    /// The plan as JSON: `{"from":"2026.autumn1","to":"2026.autumn2",..,"batch":null,"applied":false,"counts":{..},"pupils":[..]}`;
    /// judgements by their stored names.
    ///
    /// - Parameters:
    ///   - batch: that wrote it; nil when nothing was written.
    ///   - applied: whether it was carried out.
    public func json(batch: Int64?, applied: Bool) -> String {
        var json = JSONText()
        json.object { json in
            json.member("from", copy.from.id)
            json.member("to", copy.to.id)
            json.member("year_group", copy.yearGroup.rawValue)
            json.member("class", copy.className)
            json.member("date", date.description)
            json.key("batch")
            if let batch { json.value(Int(batch)) } else { json.null() }
            json.key("applied")
            json.value(applied)
            json.object("counts") { json in
                let counts = counts()
                json.member("copied", counts.copied)
                json.member("kept", counts.kept)
                json.member("without", counts.without)
            }
            json.array("pupils") { json in
                for row in rows {
                    json.object { json in
                        json.member("upn", row.pupil.upn?.text)
                        json.member("surname", row.pupil.surname)
                        json.member("forename", row.pupil.forename)
                        json.member("class", row.className)
                        json.object("judgements") { json in
                            for (subject, step) in zip(subjects, row.steps) {
                                json.object(subject.rawValue) { json in
                                    let (name, judgement) = Self.names(step)
                                    json.member("step", name)
                                    json.member("judgement", judgement?.rawValue)
                                }
                            }
                        }
                    }
                }
            }
        }
        return json.text
    }

    private static func names(_ step: Step) -> (String, Judgement?) {
        switch step {
        case .copies(let judgement): ("copied", judgement)
        case .keeps(let judgement): ("kept", judgement)
        case .nothingBefore: ("without", nil)
        }
    }

    /// The plan for a terminal, a line a subject.
    public func text(batch: Int64?, applied: Bool) -> String {
        var lines = ["\(copy.who), \(rows.count) pupils: \(copy.from.title) copied to \(copy.to.title)"]
        for subject in subjects {
            let counts = counts(subject)
            lines.append(
                "  \(subject.title): \(counts.copied) copied, \(counts.kept) judged already and kept, \(counts.without) without an earlier judgement"
            )
        }
        if !applied {
            lines.append("  Nothing is stored yet: this was a dry run.")
        } else if let batch {
            lines.append("  Stored as batch \(batch). Take it back with: leadline undo \(batch)")
        } else {
            lines.append("  Nothing to copy: nothing was changed.")
        }
        return lines.joined(separator: "\n")
    }
}
