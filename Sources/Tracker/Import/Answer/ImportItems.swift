import Assessment

/// The items of a preview, some 40 bytes each: texts that recur are held once, and an ``ImportItem`` is made when it is asked for.
///
/// A file of 100 MB has 300,000 and more; keep this and not arrays of its elements.
public struct ImportItems: Sendable, RandomAccessCollection {
    /// An item as it is kept: numbers that point into ``texts`` and ``pupils``; -1 for nothing.
    struct Entry: Sendable {
        var pupil: Int32
        var line: Int32
        var column: Int32
        var old: Int32
        var value: Int32
        var message: Int32
        /// When the result was reached, as the file says.
        var date: Int32
        var year: Int16
        var status: ImportStatus
        /// Its place in `AssessmentKind.allCases`; -1 for a pupil's details.
        var assessment: Int8
        var flags: Flags
    }

    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// Applying the file stores it.
        static let stores = Flags(rawValue: 1)
        /// A conflict that can be taken by choice.
        static let canTake = Flags(rawValue: 2)
        /// A result that is stored unless it is left out by choice.
        static let offered = Flags(rawValue: 4)
        /// An official value beside which something else is worked out.
        static let differs = Flags(rawValue: 8)
    }

    /// Who an item is about.
    struct Person: Sendable {
        var upn: String?
        var name: String
        var key: String?
        var id: Int64?
    }

    var entries: [Entry] = []
    var texts: [String] = []
    var pupils: [Person] = []
    private var counts = [Int](repeating: 0, count: ImportStatus.allCases.count)
    /// How many are not stored by choice only (``ImportChoices/leftOut``).
    public private(set) var leftOut = 0

    public init() {}

    init(entries: [Entry], texts: [String], pupils: [Person]) {
        self.entries = entries
        self.texts = texts
        self.pupils = pupils
        for entry in entries {
            counts[entry.status.index] += 1
            if entry.flags.isSuperset(of: .offered), !entry.flags.contains(.stores) { leftOut += 1 }
        }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }

    public subscript(position: Int) -> ImportItem {
        let entry = entries[position]
        let person = entry.pupil < 0 ? nil : pupils[Int(entry.pupil)]
        return ImportItem(
            status: entry.status, upn: person?.upn, pupilName: person?.name ?? "", pupilKey: person?.key,
            pupilID: person?.id, assessment: Self.assessment(entry.assessment),
            year: entry.year < 0 ? nil : Int(entry.year), column: text(entry.column), old: text(entry.old),
            value: text(entry.value), message: text(entry.message), line: Int(entry.line),
            canTake: entry.flags.contains(.canTake), isOffered: entry.flags.contains(.offered),
            differs: entry.flags.contains(.differs))
    }

    /// Hands over the items with a status for which the answer is true, one after the other; the rest cost a look at a small
    /// integer each.
    public func forEach(where isWanted: (ImportStatus) -> Bool, _ body: (ImportItem) -> Void) {
        for position in entries.indices where isWanted(entries[position].status) { body(self[position]) }
    }

    /// How many items have a status; kept, not counted anew.
    public func count(_ status: ImportStatus) -> Int { counts[status.index] }

    /// The items with one of these statuses, a page at a time; costs one pass over small integers.
    public func page(of statuses: Set<ImportStatus>, from offset: Int, limit: Int) -> [ImportItem] {
        var page: [ImportItem] = []
        var passed = 0
        for (index, entry) in entries.enumerated() where statuses.contains(entry.status) {
            defer { passed += 1 }
            if passed < offset { continue }
            if page.count >= limit { break }
            page.append(self[index])
        }
        return page
    }

    func text(_ index: Int32) -> String? { index < 0 ? nil : texts[Int(index)] }

    static func assessment(_ index: Int8) -> AssessmentKind? {
        index < 0 ? nil : AssessmentKind.allCases[Int(index)]
    }

    static func index(_ assessment: AssessmentKind?) -> Int8 {
        switch assessment {
        case nil: -1
        case .eyfsp: 0
        case .phonics: 1
        case .ks1: 2
        case .mtc: 3
        case .ks2: 4
        case .summative: 5
        }
    }
}
