import Foundation

/// A password from standard input, when something was piped in.
enum PasswordInput {
    /// The first line; nil at a terminal, for an empty input, and when nothing comes within two seconds (a script that
    /// left its own input open must not make the command wait for ever).
    static func read() -> String? {
        guard isatty(STDIN_FILENO) == 0 else { return nil }
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, 2000) > 0 else { return nil }
        guard let line = readLine(strippingNewline: true) else { return nil }
        let password = line.hasSuffix("\r") ? String(line.dropLast()) : line
        return password.isEmpty ? nil : password
    }
}
