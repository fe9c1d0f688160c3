public import Assessment

/// One class of the year that ends, as far as it is one year group, and what becomes of it.
public struct RollOverClass: Sendable, Hashable {
    /// A class with two year groups is two of these.
    public struct Key: Sendable, Hashable, Comparable {
        public let yearGroup: YearGroup
        /// nil for pupils without a class.
        public let className: String?

        public init(yearGroup: YearGroup, className: String?) {
            self.yearGroup = yearGroup
            self.className = className
        }

        public static func < (left: Key, right: Key) -> Bool {
            (left.yearGroup, left.className ?? "") < (right.yearGroup, right.className ?? "")
        }
    }

    public let key: Key
    /// The year group in the new year; nil when the school ends with this one.
    public let newYearGroup: YearGroup?
    /// The class in the new year; nil for none.
    public let newClass: String?
    /// Pupils who move with it or finish with it.
    public let pupils: Int

    /// The name a class has one year group on: `5 Kestrel` becomes `6 Kestrel`, `Reception Robin` `1 Robin`. A name that does not
    /// begin with its year group is kept.
    static func proposedName(_ name: String, from: YearGroup, to: YearGroup) -> String {
        let beginnings =
            switch from {
            case .reception: ["Reception", "Rec", "R"]
            case .nursery1, .nursery2: ["Nursery", "N"]
            default: ["Year \(from.rawValue)", "Y\(from.rawValue)", from.rawValue]
            }
        for beginning in beginnings where name.lowercased().hasPrefix(beginning.lowercased()) {
            let rest = name.dropFirst(beginning.count)
            // The R of `Robin` and the 1 of `10 Oak` are not the year group.
            guard beginning.count > 1 || !beginning.allSatisfy(\.isLetter) || rest.first?.isLetter != true,
                rest.first?.isNumber != true
            else { continue }
            guard to >= .year1 else { return to.title + rest }
            let word = beginning.hasPrefix("Year") ? "Year " : beginning.hasPrefix("Y") ? "Y" : ""
            return word + to.rawValue + rest
        }
        return name
    }
}
