/// The door through which a change came in.
public enum ResultSource: String, Sendable, Hashable, CaseIterable {
    /// Typed into a cell.
    case grid
    /// Pasted as a block.
    case paste
    /// Read from a file.
    case file
    /// Sent by another program.
    case api
    /// Given to the command line.
    case command
    /// Taking something back.
    case undo
}
