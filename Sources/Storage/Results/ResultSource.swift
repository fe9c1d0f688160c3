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
    /// The same value given to many cells.
    case fill
    /// Taking a whole batch back.
    case undo
    /// Taking a change of the sitting back, in the grid.
    case gridUndo = "grid-undo"
    /// Doing again what was taken back in the grid.
    case gridRedo = "grid-redo"
    /// Putting a former value back from a cell's history.
    case restore
}
