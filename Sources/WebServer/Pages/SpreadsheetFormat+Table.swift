import Pages
import Tracker

extension SpreadsheetFormat {
    var table: TableFormat {
        switch self {
        case .csv: .csv
        case .xlsx: .xlsx
        }
    }
}
