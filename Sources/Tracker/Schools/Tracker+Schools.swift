public import Assessment
public import Storage

extension Tracker {
    /// Adds a school. For the operator of the command line, and for the set-up link.
    ///
    /// - Throws: ``TrackerError/fields(_:)`` when a number belongs to another school already.
    public func addSchool(
        dfe: DfENumber, urn: URN?, name: String, trust: String? = nil, formerNumbers: [DfENumber] = [],
        as caller: Caller
    ) async throws -> School {
        guard caller.isOperator else { throw TrackerError.notAllowed(.manageSchool, role: nil) }
        let school = School(
            id: ids.next(), dfe: dfe, urn: urn, name: try Self.required(name, "name", "Enter the school’s name."),
            trust: Self.optional(trust), formerNumbers: formerNumbers)
        try await database.write { try Self.insert(school, $0) }
        return school
    }

    /// Changes a school's name, URN and former numbers.
    public func update(_ school: School, as caller: Caller) async throws {
        try require(.manageSchool, caller, in: school)
        var school = school
        school.name = try Self.required(school.name, "name", "Enter the school’s name.")
        let changed = school
        try await database.write { session in
            for number in [changed.dfe] + changed.formerNumbers {
                if let other = try SchoolStore(session).find(dfe: number), other.id != changed.id {
                    throw Self.numberTaken(number, by: other)
                }
            }
            try SchoolStore(session).update(changed)
        }
    }

    static func insert(_ school: School, _ session: any SQLSession) throws {
        for number in [school.dfe] + school.formerNumbers {
            if let other = try SchoolStore(session).find(dfe: number) { throw numberTaken(number, by: other) }
        }
        try SchoolStore(session).insert(school)
    }

    private static func numberTaken(_ number: DfENumber, by other: School) -> TrackerError {
        .fields([
            FieldProblem("dfe", "The DfE number \(number) belongs to \(other.name) already. Enter another number.")
        ])
    }

    /// The schools in which the caller has a role, by name.
    public func schools(for caller: Caller) async throws -> [School] {
        let all = try await database.read { try SchoolStore($0).all() }
        return all.filter { role(of: caller, in: $0) != nil }
    }

    /// The school with a DfE number, current or former.
    ///
    /// - Throws: ``TrackerError/unknownSchool(_:)`` also when the caller has no role in it, so that nobody learns which
    ///   schools there are.
    public func school(_ number: DfENumber, for caller: Caller) async throws -> School {
        let installation = try await dataStamp(school: 0).installation
        if let kept = schoolCache.school(number, installation: installation) {
            guard role(of: caller, in: kept) != nil else { throw TrackerError.unknownSchool(number.description) }
            return kept
        }
        guard let school = try await database.read({ try SchoolStore($0).find(dfe: number) }) else {
            throw TrackerError.unknownSchool(number.description)
        }
        schoolCache.keep(school, for: number, installation: installation)
        guard role(of: caller, in: school) != nil else { throw TrackerError.unknownSchool(number.description) }
        return school
    }

    /// The years a school's pages offer: those with pupils, and the present one; newest first.
    public func years(of school: School, as caller: Caller) async throws -> [SchoolYear] {
        var years = Set(try await yearsWithPupils(of: school, as: caller))
        if let current = clock.currentSchoolYear() { years.insert(current) }
        return years.sorted(by: >)
    }

    /// The years in which the school has pupils, oldest first.
    public func yearsWithPupils(of school: School, as caller: Caller) async throws -> [SchoolYear] {
        try require(.viewReports, caller, in: school)
        return try await database.read { try CohortStore($0).years(school: school.id) }
    }

    /// The year a page opens with: the latest with pupils, else the present one.
    public func defaultYear(of school: School) async throws -> SchoolYear {
        let years = try await database.read { try CohortStore($0).years(school: school.id) }
        guard let year = years.max() ?? clock.currentSchoolYear() else {
            throw TrackerError.unknownSchool(school.dfe.description)
        }
        return year
    }

    static func required(_ text: String, _ field: String, _ message: String) throws(TrackerError) -> String {
        let trimmed = trimBlanks(text)
        guard !trimmed.isEmpty else { throw .fields([FieldProblem(field, message)]) }
        return trimmed
    }

    static func optional(_ text: String?) -> String? {
        let trimmed = trimBlanks(text ?? "")
        return trimmed.isEmpty ? nil : trimmed
    }
}
