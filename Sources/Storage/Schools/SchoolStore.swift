public import Assessment

/// The schools of the installation, with their current and former numbers.
public struct SchoolStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// Adds a school under the id it carries.
    ///
    /// - Throws: ``StorageError/duplicate(constraint:)`` when one of its numbers is another school's, now or formerly.
    public func insert(_ school: School) throws {
        try session.execute(
            "INSERT INTO school (school_id, dfe, urn, name, trust) VALUES ($1, $2, $3, $4, $5)",
            [
                .int(school.id), .text(school.dfe.compact), SQLValue(school.urn?.text), .text(school.name),
                SQLValue(school.trust),
            ])
        try insertNumbers(of: school)
        session.noteChange(schoolID: 0)
    }

    /// Replaces everything stored about a school, its former numbers included.
    public func update(_ school: School) throws {
        try session.execute(
            "UPDATE school SET dfe = $1, urn = $2, name = $3, trust = $4 WHERE school_id = $5",
            [
                .text(school.dfe.compact), SQLValue(school.urn?.text), .text(school.name), SQLValue(school.trust),
                .int(school.id),
            ])
        try session.execute("DELETE FROM school_number WHERE school_id = $1", [.int(school.id)])
        try insertNumbers(of: school)
        session.noteChange(schoolID: 0)
        session.noteChange(schoolID: school.id)
    }

    /// Every school, by name.
    public func all() throws -> [School] { try schools(where: "TRUE", []) }

    /// The schools of a trust, by name.
    public func schools(inTrust trust: String) throws -> [School] { try schools(where: "trust = $1", [.text(trust)]) }

    /// The names of all trusts, in order.
    public func trusts() throws -> [String] {
        try session.execute("SELECT DISTINCT trust FROM school WHERE trust IS NOT NULL ORDER BY trust").map {
            try $0.text(0)
        }
    }

    public func find(id: Int64) throws -> School? { try schools(where: "school_id = $1", [.int(id)]).first }

    /// The school that has, or once had, this number.
    public func find(dfe: DfENumber) throws -> School? {
        try schools(
            where: "school_id = (SELECT n.school_id FROM school_number n WHERE n.dfe = $1)", [.text(dfe.compact)]
        ).first
    }

    private func insertNumbers(of school: School) throws {
        let numbers = [(school.dfe, true)] + school.formerNumbers.filter { $0 != school.dfe }.map { ($0, false) }
        for (number, isCurrent) in numbers {
            try session.execute(
                "INSERT INTO school_number (dfe, school_id, is_current) VALUES ($1, $2, $3)",
                [.text(number.compact), .int(school.id), SQLValue(isCurrent)])
        }
    }

    private func schools(where condition: String, _ arguments: [SQLValue]) throws -> [School] {
        var schools = try session.execute(
            "SELECT school_id, dfe, urn, name, trust FROM school WHERE \(condition) ORDER BY name, school_id", arguments
        ).map { row in
            School(
                id: try row.int(0), dfe: try row.dfeNumber(1), urn: try row.urn(2), name: try row.text(3),
                trust: try row.optionalText(4))
        }
        let former = try session.execute(
            """
            SELECT school_id, dfe FROM school_number
            WHERE is_current = 0 AND school_id IN (SELECT school_id FROM school WHERE \(condition)) ORDER BY dfe
            """, arguments)
        guard !former.isEmpty else { return schools }
        let bySchool = Dictionary(grouping: former) { $0[0] }
        for index in schools.indices {
            schools[index].formerNumbers = try bySchool[.int(schools[index].id), default: []].map {
                try $0.dfeNumber(1)
            }
        }
        return schools
    }
}
