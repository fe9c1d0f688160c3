import Foundation
import Storage

/// The engines that this run can test: SQLite always, PostgreSQL when `LEADLINE_TEST_POSTGRES` names a throwaway database.
enum TestEngine {
    static let postgresURL = ProcessInfo.processInfo.environment["LEADLINE_TEST_POSTGRES"]

    static let all: [DatabaseEngine] = {
        guard postgresURL != nil else {
            print("PostgreSQL is NOT tested in this run: LEADLINE_TEST_POSTGRES is not set.")
            return [.sqlite]
        }
        return [.sqlite, .postgres]
    }()

    /// Only PostgreSQL, when it can be tested.
    static var postgres: [DatabaseEngine] { all.filter { $0 == .postgres } }
}
