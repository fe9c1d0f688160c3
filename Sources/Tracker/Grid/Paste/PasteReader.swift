import Assessment

/// Works out what a pasted block means. Pure: stores nothing and asks nobody.
struct PasteReader {
    let request: PasteRequest
    let columns: any AssessmentColumns
    /// The pupils shown, top to bottom.
    let pupils: [PastePupil]

    /// One line of the block: its pupil and its values.
    private struct Line {
        let number: Int
        let pupil: PastePupil?
        var values: [String]
    }

    func plan() -> PastePlan {
        var plan = PastePlan()
        var text = PastedText(request.text, isValue: isValue)
        guard !text.isBlank else { return blank(text) }
        var block = block(text)
        if text.parting == .named, block.identity.by == .position {
            text = PastedText(request.text, parts: false, isValue: isValue)
            block = self.block(text)
        }
        let (headings, body, identity) = block
        let first = headings == nil ? 1 : 2
        plan.by = identity.by
        var lines = match(body, first: first, identity, &plan)
        let targets = targets(headings, identity, &lines, body, &plan)
        fill(lines, targets, &plan)
        plan.ask =
            plan.by != .position || headings != nil || !plan.left.isEmpty || !plan.questions.isEmpty
            || text.parting != nil
        plan.words = words(plan)
        if text.parting == .values { plan.words += " The lines were parted at their blanks." }
        return plan
    }

    private func block(_ text: PastedText) -> (headings: PasteHeadings?, body: [[String]], identity: Identity) {
        let headings =
            text.rows.count > 1
            ? PasteHeadings(text.rows[0], columns: columns, isValue: isValue) : nil
        let body = Array(text.rows.dropFirst(headings == nil ? 0 : 1))
        return (headings, body, identity(headings, body))
    }

    /// One empty cell clears; more of them say nothing.
    private func blank(_ text: PastedText) -> PastePlan {
        var plan = PastePlan()
        if text.isOneEmptyCell, pupils.contains(where: { $0.key == request.pupil }) {
            plan.cells = [.init(pupil: request.pupil, column: request.column.rawValue, value: "")]
        }
        plan.words = plan.cells.isEmpty ? "There is nothing in the block." : "One empty cell, which clears."
        plan.ask = plan.cells.isEmpty
        return plan
    }

    /// Whether a text is a value of any column.
    private func isValue(_ text: String) -> Bool {
        columns.all.contains { PasteLayout.isValue(text, $0, columns) }
    }

    // MARK: Whose lines

    private struct Identity {
        var by = PastePlan.Matching.position
        var upn: Int?
        /// The columns that together are the name.
        var name: [Int] = []

        var places: Set<Int> { Set(name + (upn.map { [$0] } ?? [])) }
    }

    private func identity(_ headings: PasteHeadings?, _ body: [[String]]) -> Identity {
        var identity = Identity()
        let matcher = PasteMatcher(pupils: pupils, answers: [:])
        func texts(_ place: Int) -> [String] { body.map { $0.indices.contains(place) ? $0[place] : "" } }
        let width = body.map(\.count).max() ?? 0
        if let headings {
            identity.upn = headings.place(.upn)
            if let surname = headings.place(.surname), let forename = headings.place(.forename) {
                identity.name = [surname, forename]
            } else if let name = headings.place(.name) ?? headings.place(.surname) {
                identity.name = [name]
            }
        } else {
            identity.upn = (0..<width).first { place in
                let given = texts(place).filter { !$0.isEmpty }
                return !given.isEmpty && given.allSatisfy(Self.looksLikeUPN)
            }
            let free = (0..<min(width, 3)).filter { $0 != identity.upn && !texts($0).contains(where: isValue) }
            // Two columns first: a surname alone would do, and leave the forenames among the values.
            if free.count > 1, matcher.areNames(zip(texts(free[0]), texts(free[1])).map { "\($0), \($1)" }) {
                identity.name = [free[0], free[1]]
            } else if let place = free.first(where: { matcher.areNames(texts($0)) }) {
                identity.name = [place]
            }
        }
        identity.by = identity.upn != nil ? .upn : identity.name.isEmpty ? .position : .name
        return identity
    }

    private static func looksLikeUPN(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 13 && (65...90).contains(bytes[0] & 0xDF)
            && bytes[1..<12].allSatisfy { (48...57).contains($0) }
    }

    private func match(_ body: [[String]], first: Int, _ identity: Identity, _ plan: inout PastePlan) -> [Line] {
        if identity.by == .position {
            let start = pupils.firstIndex { $0.key == request.pupil } ?? 0
            return body.enumerated().map { offset, values in
                let place = start + offset
                let pupil = pupils.indices.contains(place) ? pupils[place] : nil
                if pupil == nil, !values.allSatisfy(PastedText.isNothing) {
                    plan.left.append("Line \(offset + first) is left out: there is no pupil that far down.")
                }
                return Line(number: offset + first, pupil: pupil, values: values)
            }
        }
        let matcher = PasteMatcher(pupils: pupils, answers: request.answers)
        var lineOf: [String: Int] = [:]
        return body.enumerated().compactMap { offset, values in
            let number = offset + first
            guard !values.allSatisfy(\.isEmpty) else { return nil }
            func text(_ place: Int) -> String { values.indices.contains(place) ? values[place] : "" }
            let given = PasteMatcher.Given(
                upn: identity.upn.map(text),
                name: identity.name.isEmpty ? nil : identity.name.map(text).joined(separator: ", "))
            var found = matcher.find(given, line: number)
            if let key = found.pupil?.key {
                if let other = lineOf[key] {
                    found = .init(message: "This pupil is on line \(other) already.")
                } else {
                    lineOf[key] = number
                }
            }
            plan.lines.append(
                .init(
                    line: number, given: given.text, pupil: found.pupil?.key, label: found.pupil?.pupil.displayName,
                    message: found.message))
            if let question = found.question {
                plan.questions.append(question)
            } else if found.pupil == nil {
                plan.left.append("Line \(number) is left out: \(found.message ?? "")")
            }
            return Line(number: number, pupil: found.pupil, values: values)
        }
    }

    // MARK: Which columns

    /// The column of each value, and whether columns that are worked out may be met.
    private func targets(
        _ headings: PasteHeadings?, _ identity: Identity, _ lines: inout [Line], _ body: [[String]],
        _ plan: inout PastePlan
    ) -> [ColumnID?] {
        if let headings, headings.uses.contains(where: { if case .column = $0 { true } else { false } }) {
            return byHeading(headings, &plan)
        }
        // Without headings of columns the values stand together, the names apart.
        let aside = identity.places.union(
            headings?.uses.enumerated().filter { $0.element == .aside }.map(\.offset) ?? [])
        for index in lines.indices {
            lines[index].values = lines[index].values.enumerated().filter { !aside.contains($0.offset) }
                .map(\.element)
        }
        let layout = PasteLayout(columns: columns, shown: request.columns, start: request.column)
        let laid = layout.targets(lines.map(\.values), answer: request.answers["columns"])
        if let question = laid.question { plan.questions.append(question) }
        for (place, target) in laid.targets.enumerated() where target == nil {
            let isUsed = lines.contains {
                $0.values.indices.contains(place) && !PastedText.isNothing($0.values[place])
            }
            if isUsed {
                plan.left.append("Column \(place + 1) of the block is left out: there is no column that far right.")
            }
        }
        return laid.targets
    }

    private func byHeading(_ headings: PasteHeadings, _ plan: inout PastePlan) -> [ColumnID?] {
        var seen: Set<ColumnID> = []
        return zip(headings.headings, headings.uses).map { heading, use in
            switch use {
            case .column(let id):
                let name = columns.column(id)?.fullTitle ?? id.rawValue
                guard request.columns.contains(id) else {
                    plan.left.append("“\(heading)” is left out: \(name) is not among the columns shown.")
                    plan.columns.append(.init(heading: heading, column: nil, name: name))
                    return nil
                }
                guard seen.insert(id).inserted else {
                    plan.left.append("The second “\(heading)” is left out: \(name) is there already.")
                    return nil
                }
                plan.columns.append(.init(heading: heading, column: id.rawValue, name: name))
                return id
            case .unknown:
                plan.left.append("“\(heading)” is left out: no column of this grid is called so.")
                plan.columns.append(.init(heading: heading, column: nil, name: ""))
                return nil
            case .upn, .name, .surname, .forename, .aside: return nil
            }
        }
    }

    // MARK: Cells

    private func fill(_ lines: [Line], _ targets: [ColumnID?], _ plan: inout PastePlan) {
        var differing: [ColumnID: Int] = [:]
        for line in lines {
            guard let pupil = line.pupil else { continue }
            var typed: [ColumnID: String] = [:]
            var others: [(ColumnID, String)] = []
            for (value, target) in zip(line.values, targets) {
                guard let target, let column = columns.column(target), !PastedText.isNothing(value) else { continue }
                let text = column.code(value.uppercased())?.code ?? value
                switch column.kind {
                case .mark, .teacherAssessment: typed[target] = text
                case .total, .scaledScore, .outcome: others.append((target, text))
                }
            }
            for target in targets.compactMap(\.self) {
                if let value = typed[target] {
                    plan.cells.append(.init(pupil: pupil.key, column: target.rawValue, value: value))
                }
            }
            // What follows from the other cells is not entered; what can stand for itself is.
            let after = pupil.row.taking(typed, source: .hand).row
            for (target, value) in others {
                do throws(EntryProblem) {
                    if try after.check(value, in: target, source: .hand) != nil {
                        plan.cells.append(.init(pupil: pupil.key, column: target.rawValue, value: value))
                    }
                } catch {
                    if target == request.column {
                        // Chosen by the person: the cell itself says why it can't be.
                        plan.cells.append(.init(pupil: pupil.key, column: target.rawValue, value: value))
                    } else if after.cell(target)?.value != value {
                        differing[target, default: 0] += 1
                    }
                }
            }
        }
        for (target, count) in differing.sorted(by: { $0.key < $1.key }) {
            let name = columns.column(target)?.fullTitle ?? target.rawValue
            let values = count == 1 ? "1 value that differs is" : "\(count) values that differ are"
            plan.left.append("\(name) is worked out here: \(values) left out.")
        }
    }

    private func words(_ plan: PastePlan) -> String {
        let values = plan.cells.count == 1 ? "1 value" : "\(plan.cells.count) values"
        let count = Set(plan.cells.map(\.pupil)).count
        let people = count == 1 ? "1 pupil" : "\(count) pupils"
        switch plan.by {
        case .position: return "\(values) for \(people), from the selected cell on."
        case .upn: return "\(values) for \(people), matched by UPN."
        case .name: return "\(values) for \(people), matched by name."
        }
    }
}
