import ArgumentParser
import Foundation
import Storage
import Tracker

/// Runs the program and turns what happens into the exit codes of its interface.
@main
enum Program {
    static func main() async {
        // A reader that has seen enough (`| head`) ends the program quietly instead of by a signal.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try Leadline.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            exit(code.rawValue)
        } catch let error as TrackerError {
            fail(error.message)
        } catch let error as StorageError {
            fail(error.message)
        } catch let error as CommandFailure {
            fail(error.message)
        } catch {
            end(error)
        }
    }

    private static func fail(_ message: String) -> Never {
        Terminal.error(message)
        exit(1)
    }

    /// Help and version go to standard output with 0, wrong usage to standard error with 2.
    private static func end(_ error: any Error) -> Never {
        let message = Leadline.fullMessage(for: error)
        switch Leadline.exitCode(for: error) {
        case .success:
            if !message.isEmpty { Terminal.out(message) }
            exit(0)
        case .validationFailure:
            Terminal.error(message)
            exit(2)
        default: fail(message.isEmpty ? "\(error)" : message)
        }
    }
}
