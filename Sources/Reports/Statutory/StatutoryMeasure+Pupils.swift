public import Assessment

extension StatutoryMeasure {
    /// What stands for a pupil in a list of those behind the measure: `28 · Wt`, `EXS`, `104 · EXS · 99`; a dash for a part
    /// of which nothing is recorded, nothing where nothing is.
    public func result(of row: any AssessmentRow) -> String {
        let values = row.values()
        let parts = shownColumns(row).map { group -> String in
            var seen: [String] = []
            for part in group {
                // A code stands in mark and outcome alike.
                if let value = part.lazy.compactMap({ values[$0] }).first, !seen.contains(value) { seen.append(value) }
            }
            return seen.joined(separator: " ")
        }
        guard parts.contains(where: { !$0.isEmpty }) else { return "" }
        return parts.map { $0.isEmpty ? "–" : $0 }.joined(separator: " · ")
    }

    /// What ``result(of:)`` is called in the head of a list.
    public var resultTitle: String {
        let name = nameParts
        switch kind {
        case .eyfsp:
            return name.count > 2 ? "Judgement: 1 emerging, 2 expected, A exempt" : "Goals at the expected level"
        case .phonics: return yearGroup == .year2 ? "Year 1 · Year 2" : "Mark and outcome"
        case .mtc: return "Mark"
        case .ks1, .ks2: return isTogether ? "Reading · writing · mathematics" : "Result"
        case .summative: return "Judgement"
        }
    }

    /// What the pupils in the numerator are called, and the others of the denominator.
    public var sides: (numerator: String, others: String) {
        guard unit == .share else { return ("In the average", "In the average with 0") }
        switch id {
        case "phonics.recheck": return ("Must be checked again", "Met it")
        case "phonics.near_misses": return ("Near misses", "Other marks")
        case "mtc.full_marks": return ("Full marks", "Not full marks")
        case "mtc.took": return ("Took it", "Did not take it")
        default:
            let isCount = nameParts.contains("band") || nameParts.contains("mark")
            return isCount ? ("With this mark", "With another, or with a code") : ("Met it", "Did not meet it")
        }
    }

    private var nameParts: [Substring] { id.split(separator: ".") }
    private var isTogether: Bool { nameParts[1].hasPrefix("rwm") }

    /// Parts side by side, each of what stands together, each the first of several columns that has a value.
    private func shownColumns(_ row: any AssessmentRow) -> [[[ColumnID]]] {
        let name = nameParts
        func check(_ year: Int) -> [[ColumnID]] {
            [[ColumnID(rawValue: "y\(year).mark")], [ColumnID(rawValue: "y\(year).outcome")]]
        }
        switch kind {
        case .eyfsp:
            switch name[1] {
            case "goal": return [[[ColumnID(rawValue: String(name[2]))]]]
            case "area":
                let goals = row.columns.all.filter { $0.isStored && $0.subject.rawValue == name[2] }
                return goals.map { [[$0.id]] }
            default: return [[["goals"]]]
            }
        case .phonics: return yearGroup == .year2 ? [check(1), check(2)] : [check(1)]
        case .mtc: return [[["mark"]]]
        case .ks1, .ks2:
            let subject = name[1].prefix { $0 != "_" }
            let subjects = isTogether ? ["reading", "writing", "mathematics"] : [String(subject)]
            let columns = kind == .ks1 ? ["ta"] : ["scaled", "outcome", "ta"]
            return subjects.map { subject in [columns.map { ColumnID(rawValue: "\(subject).\($0)") }] }
        // No measure is of what teachers judge by terms.
        case .summative: return []
        }
    }
}
