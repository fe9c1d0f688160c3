import Assessment

extension PupilStore {
    /// The columns of `pupil` in the order in which rows are written and read.
    static let columns = [
        "school_id", "pupil_id", "upn", "surname", "forename", "preferred_surname", "preferred_forename",
        "middle_names", "date_of_birth", "sex", "ethnicity", "first_language", "is_eal", "sen", "is_fsm", "is_fsm6",
        "is_looked_after", "was_looked_after", "is_service_child", "entry_date", "leaving_date", "groups",
        "folded_name", "revision",
    ]

    /// The values from `upn` to `folded_name`.
    static func details(of pupil: Pupil) -> [SQLValue] {
        [
            SQLValue(pupil.upn?.text), .text(pupil.surname), .text(pupil.forename), SQLValue(pupil.preferredSurname),
            SQLValue(pupil.preferredForename), SQLValue(pupil.middleNames), SQLValue(pupil.dateOfBirth?.description),
            SQLValue(pupil.sex?.rawValue), SQLValue(pupil.ethnicity), SQLValue(pupil.firstLanguage),
            SQLValue(pupil.isEAL), SQLValue(pupil.sen?.rawValue), SQLValue(pupil.isFSM), SQLValue(pupil.isFSM6),
            SQLValue(pupil.isLookedAfter), SQLValue(pupil.wasLookedAfter), SQLValue(pupil.isServiceChild),
            SQLValue(pupil.entryDate?.description), SQLValue(pupil.leavingDate?.description),
            .text(pupil.groups.joined(separator: "\n")), .text(searchText(pupil)),
        ]
    }

    /// Every name folded, one blank between names, so that a search finds any of them.
    static func searchText(_ pupil: Pupil) -> String {
        [pupil.surname, pupil.forename, pupil.preferredSurname, pupil.preferredForename, pupil.middleNames]
            .compactMap { $0.map(foldedName) }.joined(separator: " ")
    }

    /// Pupils of one school with their former UPNs read one by one: for few pupils.
    func found(school: Int64, where condition: String, _ arguments: [SQLValue]) throws -> [StoredPupil] {
        var stored = try pupils(where: condition, arguments, former: [:])
        for index in stored.indices {
            let id = stored[index].pupil.id
            stored[index].pupil.formerUPNs = try formerUPNs(school: school, pupil: id)[id, default: []]
        }
        return stored
    }

    func pupils(where condition: String, _ arguments: [SQLValue], former: [Int64: [UPN]]) throws -> [StoredPupil] {
        var pupils: [StoredPupil] = []
        let columns = Self.columns.dropFirst().joined(separator: ", ")
        try session.forEachRow("SELECT \(columns) FROM pupil WHERE \(condition)", arguments) { row in
            let id = try row.int(0)
            let groups = try row.text(20).split(separator: "\n").map(String.init)
            let pupil = Pupil(
                id: id, upn: try row.upn(1), formerUPNs: former[id, default: []], surname: try row.text(2),
                forename: try row.text(3), preferredSurname: try row.optionalText(4),
                preferredForename: try row.optionalText(5), middleNames: try row.optionalText(6),
                dateOfBirth: try row.date(7), sex: try row.optionalValue(8, "sex"), ethnicity: try row.optionalText(9),
                firstLanguage: try row.optionalText(10), isEAL: try row.optionalBool(11),
                sen: try row.optionalValue(12, "SEN provision"), isFSM: try row.optionalBool(13),
                isFSM6: try row.optionalBool(14), isLookedAfter: try row.optionalBool(15),
                wasLookedAfter: try row.optionalBool(16), isServiceChild: try row.optionalBool(17),
                entryDate: try row.date(18), leavingDate: try row.date(19), groups: groups)
            pupils.append(StoredPupil(pupil: pupil, revision: try row.int(22)))
        }
        return pupils
    }

    /// Former UPNs by pupil, in order; of one pupil or of the whole school.
    func formerUPNs(school: Int64, pupil: Int64?) throws -> [Int64: [UPN]] {
        var former: [Int64: [UPN]] = [:]
        let condition = pupil == nil ? "" : " AND pupil_id = $2"
        try session.forEachRow(
            "SELECT pupil_id, upn FROM former_upn WHERE school_id = $1\(condition) ORDER BY upn",
            [.int(school)] + (pupil.map { [.int($0)] } ?? [])
        ) { row in
            if let upn = try row.upn(1) { former[try row.int(0), default: []].append(upn) }
        }
        return former
    }
}
