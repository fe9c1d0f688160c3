import Assessment

/// What the reports over many schools have in common when they are written.
enum SchoolsTable {
    /// What stands before the columns of one school's table.
    static let headings = ["dfe", "school"]

    /// A school's rows with its DfE number and name before each; both empty in those of the total.
    ///
    /// - Parameter table: one school's, headings first.
    static func rows(_ table: [[String]], of number: DfENumber? = nil, name: String = "") -> [[String]] {
        table.dropFirst().map { [number?.description ?? "", name] + $0 }
    }

    /// `1 school`, `27 schools`.
    static func title(_ count: Int) -> String { count == 1 ? "1 school" : "\(count) schools" }
}
