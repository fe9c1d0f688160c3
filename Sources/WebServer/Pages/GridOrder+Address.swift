import Assessment
import Pages

extension GridOrder {
    /// The order that an address names: nothing for by name, `class`, a column, or a column with `-` for descending.
    init(_ text: String?) {
        switch text {
        case nil, "name": self = .name
        case "class": self = .className
        case let text?:
            let isDescending = text.hasPrefix("-")
            self = .column(ColumnID(rawValue: isDescending ? String(text.dropFirst()) : text), descending: isDescending)
        }
    }

    /// As it stands in an address; nil for by name.
    var text: String? {
        switch self {
        case .name: nil
        case .className: "class"
        case .column(let id, let isDescending): "\(isDescending ? "-" : "")\(id)"
        }
    }
}
