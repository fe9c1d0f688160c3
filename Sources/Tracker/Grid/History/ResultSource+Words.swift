public import Storage

extension ResultSource {
    /// What a history says of it: "typed", "pasted".
    public var inWords: String {
        switch self {
        case .grid: "typed"
        case .paste: "pasted"
        case .fill: "filled"
        case .gridUndo: "undone"
        case .gridRedo: "redone"
        case .restore: "restored"
        case .file: "by file"
        case .undo: "file undone"
        case .api: "by another program"
        case .command: "by command"
        }
    }

    /// The door's name in JSON; the doors of the grid are named as it names them.
    public var door: String {
        switch self {
        case .gridUndo: "undo"
        case .gridRedo: "redo"
        case .undo: "batch-undo"
        case .grid, .paste, .fill, .restore, .file, .api, .command: rawValue
        }
    }
}
