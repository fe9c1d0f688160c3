public import Assessment
import Foundation

/// The table from the codes of records to the program's columns. Data, by year: a new year's codes are lines in a file.
///
/// Loaded once and handed down; a value, so safe to share between threads.
public struct CTFCodes: Sendable {
    public let entries: [CTFCodeEntry]
    /// The versions of the format by school year; empty in a table that was made without.
    public let versions: [CTFVersion]
    private let byCodes: [String: [Int]]
    private let byCodesWithoutStage: [String: [Int]]

    /// - Parameters:
    ///   - entries: the lines of the table; where two cover the same codes and year, the later one holds, so that a
    ///     school's own lines go before the shipped ones.
    ///   - versions: of the format.
    public init(entries: [CTFCodeEntry], versions: [CTFVersion] = []) {
        self.entries = entries
        self.versions = versions
        var byCodes: [String: [Int]] = [:]
        var byCodesWithoutStage: [String: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            let key = Self.key(entry.subject, entry.method, entry.component, entry.qualifier)
            byCodes["\(entry.stage)/\(key)", default: []].insert(index, at: 0)
            byCodesWithoutStage[key, default: []].insert(index, at: 0)
        }
        self.byCodes = byCodes
        self.byCodesWithoutStage = byCodesWithoutStage
    }

    /// Reads the shipped tables: about 60 lines of codes, one line a year of versions.
    ///
    /// - Throws: ``CTFCodesError`` when the resource is missing or broken.
    public static func load() throws -> CTFCodes {
        CTFCodes(
            entries: try CTFCodes(csv: try text(of: "assessment_codes.csv")).entries,
            versions: try CTFVersion.read(csv: try text(of: CTFVersion.fileName)))
    }

    private static func text(of file: String) throws(CTFCodesError) -> String {
        // A bundle with a folder of this name may already count that folder as its root.
        let folders = [Bundle.module.bundleURL, Bundle.module.resourceURL].compactMap(\.self)
        for folder in folders {
            let place = folder.appendingPathComponent("Resources/\(file)")
            if let text = try? String(contentsOf: place, encoding: .utf8) { return text }
        }
        throw .missing(file: file)
    }

    /// The version of the files of a school year; nil when none is known.
    ///
    /// - Parameter endYear: the calendar year in which the school year ends.
    public func version(endYear: Int) -> CTFVersion? { versions.first { $0.endYear == endYear } }

    /// Says where a record belongs.
    ///
    /// Codes are compared without case, the year decides between editions, and a record under the wrong stage is recognised when its other
    /// codes belong to one stage only.
    public func match(_ record: CTFRecord) -> CTFMatch {
        match(record.codes, year: record.year)
    }

    /// Says where results with these codes, of a calendar year, belong. Without a year only year-free codes match.
    public func match(_ codes: CTFCodeTuple, year: Int?) -> CTFMatch {
        guard let year else { return CTFMatch(target: .unknown) }
        let status = codes.status.uppercased()
        let isResult = status.isEmpty || status == "R" || status == "P"
        let stage = codes.stage.uppercased()
        let method = codes.method.uppercased()
        let subject = codes.subject.uppercased()
        let component = codes.component.uppercased()
        if stage == "KS2", method == "TT", year >= 2016, let test = Self.test(subject, component) {
            return CTFMatch(target: isResult ? .keyStage2Test(test) : .notAResult(status: status))
        }
        let key = Self.key(subject, method, component, codes.qualifier.uppercased())
        let found = byCodes["\(stage)/\(key)"]?.map { entries[$0] }.first { $0.covers(year: year) }
        let elsewhere = found == nil ? onlyStage(key, year: year) : nil
        guard let entry = found ?? elsewhere else { return CTFMatch(target: .unknown) }
        return CTFMatch(
            target: isResult ? Self.target(entry) : .notAResult(status: status), entry: entry,
            isUnderOtherStage: found == nil)
    }

    /// The entry for results of a year in a column, to write them out; nil when its codes are a guess or there are none.
    public func entryForExport(_ assessment: AssessmentKind, _ column: ColumnID, year: Int) -> CTFCodeEntry? {
        entries.last {
            $0.assessment == assessment && $0.column == column && $0.covers(year: year) && $0.confidence != .guess
        }
    }

    /// The entry for codes that only one stage has ever had; a year in which another stage no longer uses them is no proof.
    private func onlyStage(_ key: String, year: Int) -> CTFCodeEntry? {
        let candidates = (byCodesWithoutStage[key] ?? []).map { entries[$0] }
        guard Set(candidates.map(\.stage)).count == 1 else { return nil }
        return candidates.first { $0.covers(year: year) }
    }

    /// The subject of a key stage 2 test, by the root of its component; a paper's component (`MAT1`, `GPS2`) is not known.
    private static func test(_ subject: String, _ component: String) -> Subject? {
        switch (subject, component) {
        case ("ENG", "REA"): .reading
        case ("ENG", "GPS"): .gps
        case ("MAT", "MAT"): .mathematics
        default: nil
        }
    }

    private static func target(_ entry: CTFCodeEntry) -> CTFTarget {
        guard let assessment = entry.assessment, let column = entry.column else {
            return .keptOnly(meaning: entry.meaning)
        }
        guard assessment == .phonics else { return .column(assessment, column) }
        return column == "mark" ? .phonicsMark : .phonicsOutcome
    }

    private static func key(_ subject: String, _ method: String, _ component: String, _ qualifier: String) -> String {
        "\(subject)/\(method)/\(component)/\(qualifier)"
    }
}
