public import Assessment

extension FictionalKeyStage2 {
    /// What a school types: marks or codes by paper, `97+` for special consideration, teacher assessments.
    ///
    /// Totals, scaled scores and outcomes follow from these. Every value passes ``KeyStage2Row/check(_:in:source:)`` by
    /// hand, in the order of ``enteredValues``.
    public var facts: Facts { Dictionary(enteredValues) { first, _ in first } }

    /// What the official results file brings: also totals, scaled scores and outcomes; codes stand as outcomes.
    ///
    /// Of 2024 and 2025 mathematics only thresholds ship with the program, so there is an outcome (AS or NS) and a total
    /// but no scaled score, which a true file would have; none is invented. With no table or threshold of the year there
    /// is no outcome either.
    public var officialFacts: Facts { Dictionary(officialValues) { first, _ in first } }

    /// ``facts`` as an ordered list; the order in which they can be entered one by one.
    public var enteredValues: [(ColumnID, String)] {
        var values: [(ColumnID, String)] = []
        for (subject, test) in tests {
            switch test {
            case .sat(let sitting):
                for (paper, mark) in sitting.marks.enumerated() {
                    values.append((Self.column(subject, "paper\(paper + 1)"), String(mark)))
                }
                if sitting.hasSpecialConsideration, let score = sitting.scaledScore {
                    values.append((Self.column(subject, "scaled"), "\(score)+"))
                }
            case .code(let code, let paper):
                values.append((Self.column(subject, "paper\(paper + 1)"), code))
            }
        }
        return values + teacherAssessments
    }

    /// ``officialFacts`` as an ordered list.
    public var officialValues: [(ColumnID, String)] {
        var values: [(ColumnID, String)] = []
        for (subject, test) in tests {
            switch test {
            case .sat(let sitting):
                for (paper, mark) in sitting.marks.enumerated() {
                    values.append((Self.column(subject, "paper\(paper + 1)"), String(mark)))
                }
                values.append((Self.column(subject, "total"), String(sitting.total)))
                if let score = sitting.scaledScore {
                    let text = sitting.hasSpecialConsideration ? "\(score)+" : "\(score)"
                    values.append((Self.column(subject, "scaled"), text))
                }
                if let outcome = sitting.outcome { values.append((Self.column(subject, "outcome"), outcome)) }
            case .code(let code, _):
                values.append((Self.column(subject, "outcome"), code))
            }
        }
        return values + teacherAssessments
    }

    private var teacherAssessments: [(ColumnID, String)] {
        var values: [(ColumnID, String)] = [("writing.ta", writing), ("science.ta", science)]
        if let value = readingTeacherAssessment { values.append(("reading.ta", value)) }
        if let value = mathematicsTeacherAssessment { values.append(("mathematics.ta", value)) }
        return values
    }

    private static func column(_ subject: Subject, _ part: String) -> ColumnID {
        ColumnID(rawValue: "\(subject.rawValue).\(part)")
    }
}
