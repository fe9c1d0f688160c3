import Assessment
import Storage

extension Tracker {
    /// Writes a consistent copy of the data to a new file. For the operator.
    public func backup(to path: String, as caller: Caller) async throws {
        guard caller.isOperator else { throw TrackerError.notAllowed(.manageSchool, role: nil) }
        try await database.backup(to: path)
    }

    /// What is wrong with the stored data, in words; empty when all is well. For the operator. Reads everything.
    public func verify(as caller: Caller) async throws -> [String] {
        guard caller.isOperator else { throw TrackerError.notAllowed(.manageSchool, role: nil) }
        var problems = try await database.integrityProblems()
        for school in try await database.read({ try SchoolStore($0).all() }) {
            problems += try await database.read { try LedgerAudit($0).problems(school: school.id) }
                .map { "\(school.dfe): \($0.cell.assessment.rawValue) \($0.cell.year) \($0.cell.column): \($0.detail)" }
            do {
                _ = try await database.read { try StoredSummative.text($0, school: school.id) }
                    .map { text throws(TrackerError) in try StoredSummative(text: text) }
            } catch let error as TrackerError {
                problems.append("\(school.dfe): \(error.message)")
            }
        }
        return problems
    }
}
