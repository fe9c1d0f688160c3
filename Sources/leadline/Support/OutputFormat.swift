import ArgumentParser
import Tracker

/// In which form a command writes its answer.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, xlsx
}

extension OutputFormat {
    /// The form of a table; nil for text and JSON.
    var table: TableFormat? { TableFormat(rawValue: rawValue) }
}
