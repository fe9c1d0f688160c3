import Spreadsheets

/// Which kind of table a file is, and what its headings mean.
struct SheetHeadings {
    let kind: ImportKind
    let map: HeadingMap
    /// The choices that hold, heading by heading.
    let overrides: [String: String]
    /// Headings of a pupil list that mean what another one means, and are not read, with that one.
    private(set) var repeated: [(heading: String, read: String)] = []
    private let rows: [SheetRow]

    /// Decides by the headings: what was said now, then what was said for an earlier file, then what is known.
    ///
    /// - Throws: ``TrackerError/file(_:)`` naming what was looked for, or the headings that clash.
    init(_ sheet: Sheet, options: ImportOptions, remembered: RememberedHeadings?) throws {
        var overrides = remembered?.headings ?? [:]
        overrides.merge(options.headings) { $1 }
        guard let kind = options.kind ?? remembered?.kind ?? Self.recognise(sheet, overrides) else {
            throw FileReading.refusal(Self.unrecognised(sheet.headings))
        }
        self.kind = kind
        rows = sheet.rows
        let ids = Set(Self.fields(kind).map(\.id))
        // A field of another kind of file is no choice for this one.
        self.overrides = overrides.filter { $0.value.isEmpty || ids.contains($0.value) }
        var held = self.overrides
        while true {
            do throws(HeadingMapError) {
                map = try HeadingMap(
                    headings: sheet.headings, fields: Self.fields(kind).map(\.known), overrides: held)
                return
            } catch .sameField(let id, let headings) {
                // Pupil lists have “FSM6” beside “Pupil Premium”; the later one is said not to be read. A results file may bring
                // different results under both, and what a person has chosen is not chosen again.
                guard kind == .roster, headings.count == 2, !Self.isChosen(headings[1], self.overrides),
                    HeadingMap.folded(headings[0]) != HeadingMap.folded(headings[1])
                else { throw FileReading.refusal(Self.clash(id, headings, kind)) }
                held[headings[1]] = ""
                repeated.append((headings[1], headings[0]))
            } catch {
                throw FileReading.refusal(error.message)
            }
        }
    }

    private static func isChosen(_ heading: String, _ overrides: [String: String]) -> Bool {
        overrides.keys.contains { HeadingMap.folded($0) == HeadingMap.folded(heading) }
    }

    private static func clash(_ id: String, _ headings: [String], _ kind: ImportKind) -> String {
        let title = fields(kind).first { $0.id == id }?.title ?? id
        let both = headings.map { "“\($0)”" }.joined(separator: " and ")
        return
            "The headings \(both) both mean \(title). Take one of the columns out of the file, or give it another heading."
    }

    static func fields(_ kind: ImportKind) -> [ResultsFields.Field] {
        switch kind {
        case .results: ResultsFields.all
        case .roster: RosterFields.all
        case .conversionTable, .ctf: []
        }
    }

    /// Whether it is a sheet of the school's own, such as the entry grid taken away and filled in, rather than official results.
    ///
    /// Told by the class, which a school knows and the DfE does not, and which goes with no number of a school.
    var isSchoolsOwn: Bool {
        kind == .results && map.column(of: "class") != nil && map.column(of: "laestab") == nil
            && map.column(of: "urn") == nil
    }

    /// For the page: each heading with what it is read as.
    var uses: [HeadingUse] {
        let chosen = Set(overrides.keys.map(HeadingMap.folded))
        return map.headings.indices.filter { !map.headings[$0].isEmpty }.map { index in
            let heading = map.headings[index]
            return HeadingUse(
                heading: heading, column: index + 1, fieldID: map.fieldIDs[index], firstValue: firstValue(index),
                isUnknown: map.unknown.contains(heading),
                isChosen: chosen.contains(HeadingMap.folded(heading)))
        }
    }

    private func firstValue(_ column: Int) -> String? {
        rows.lazy.compactMap { $0.fields.indices.contains(column) ? $0.fields[column] : nil }.first { !$0.isEmpty }
            .map(PupilFieldReading.cut)
    }

    var choices: [HeadingUse.Field] { Self.fields(kind).map { HeadingUse.Field(id: $0.id, title: $0.title) } }

    private static func recognise(_ sheet: Sheet, _ overrides: [String: String]) -> ImportKind? {
        if ConversionTableFile.isOne(sheet) { return .conversionTable }
        func found(_ fields: [ResultsFields.Field]) -> Set<String> {
            var names: [String: String] = [:]
            for field in fields {
                for name in field.names + [field.id] where names[HeadingMap.folded(name)] == nil {
                    names[HeadingMap.folded(name)] = field.id
                }
            }
            let chosen = Dictionary(
                overrides.map { (HeadingMap.folded($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
            // A choice of a field that this kind has not says nothing for it.
            return Set(sheet.headings.compactMap { chosen[HeadingMap.folded($0)] ?? names[HeadingMap.folded($0)] })
                .intersection(fields.map(\.id))
        }
        let results = found(ResultsFields.all)
        let values = results.subtracting(ResultsFields.identity.map(\.id))
        let hasName = results.isSuperset(of: ["surname", "forename"])
        if !values.isEmpty, results.contains("upn") || hasName { return .results }
        let roster = found(RosterFields.all)
        if roster.contains("upn") || roster.isSuperset(of: ["surname", "forename"]), roster.count >= 2 {
            return .roster
        }
        return nil
    }

    private static func unrecognised(_ headings: [String]) -> String {
        let shown = headings.prefix(12).map { $0.isEmpty ? "(none)" : $0 }.joined(separator: ", ")
        if Set(["upn", "assessment", "column", "value"]).isSubset(of: Set(headings.map(HeadingMap.folded))) {
            return
                "This is a list of marks, one a line. Give it to “leadline enter”, which takes it by the rules of the grid."
        }
        return """
            This is not a file that can be taken. Looked for: a Common Transfer File (XML); results as CSV or XLSX (UPN with columns \
            like READMRK, READSCORE, WRITTAOUTCOME, or judgements like Autumn 1 reading); a pupil list (UPN, Surname, Forename, Date of birth, Year group, Class ...); \
            a conversion table (raw score, scaled score). The headings found are: \(shown).
            """
    }
}
