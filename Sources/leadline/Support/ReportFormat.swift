import ArgumentParser
import Tracker

/// In which form a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, xlsx
    /// A page that stands alone.
    case html

    /// The form of a table; nil for the others.
    var table: TableFormat? { TableFormat(rawValue: rawValue) }
}
