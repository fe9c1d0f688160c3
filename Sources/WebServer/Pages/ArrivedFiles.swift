import Tracker

/// What became of the files of one form.
struct ArrivedFiles {
    var kept: [WaitingFile] = []
    /// Each with the file's name and what to do.
    var refusals: [String] = []
    /// What was left out of a zip without anybody missing it.
    var notes: [String] = []
}
