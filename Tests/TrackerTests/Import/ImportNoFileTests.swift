import Foundation
import Glibc
import Testing
import Tracker

/// What is given as a file and is none.
struct ImportNoFileTests {
    @Test func `A folder is refused, with what to give instead`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let folder = fixture.folder.path
            // when
            let refusal = await #expect(throws: TrackerError.self) { try await preview(folder, fixture) }
            // then
            #expect(refusal?.message == "\(folder) is a folder. Give the files in it, such as \(folder)/*.xml.")
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A pipe is refused at once, and nobody waits for what writes into it`() async throws {
        try await ImportFixture.with { fixture in
            // given: a pipe by its name, and one as a shell gives it to a command
            let path = fixture.folder.appendingPathComponent("pipe.csv").path
            try #require(mkfifo(path, 0o600) == 0)
            let shell = Pipe()
            let given = "/dev/fd/\(shell.fileHandleForReading.fileDescriptor)"
            for pipe in [path, given] {
                // when
                let refusal = await #expect(throws: TrackerError.self) { try await preview(pipe, fixture) }
                // then
                #expect(
                    refusal?.message
                        == "\(pipe) is not a file: what comes in is read more than once and kept. Save it as a file and give its name."
                )
            }
            withExtendedLifetime(shell) {}
        }
    }

    private func preview(_ path: String, _ fixture: ImportFixture) async throws -> ImportPreview {
        try await fixture.tracker.preview(
            file: ImportFile(name: "results.csv", path: path), school: fixture.school, year: nil, as: .operator)
    }
}
