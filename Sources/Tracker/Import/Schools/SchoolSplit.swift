import Assessment
import Spreadsheets
import Storage

/// Whose the lines of a results file are, by the school's number that each carries. A line that carries none goes with the school
/// that the file was given to.
struct SchoolSplit {
    /// By line of the file: its place in ``shares``.
    private(set) var places: [Int] = []
    /// In the order of the file. All their lines together are those of the file.
    private(set) var shares: [SchoolShare] = []
    /// Lines that carry a number which their school had before, by that number.
    private(set) var formerLines: [DfENumber: Int] = [:]

    private var placeOf: [String: Int] = [:]

    /// - Parameters:
    ///   - here: the school that the file was given to; nil when it was given to all.
    ///   - schools: those for which the person may bring files in.
    init(_ sheet: Sheet, _ headings: SheetHeadings, here: School?, schools: [School]) {
        var byNumber: [String: School] = [:]
        var byURN: [String: School] = [:]
        for school in schools + [here].compactMap(\.self) {
            for number in [school.dfe] + school.formerNumbers { byNumber[number.compact] = school }
            if let urn = school.urn { byURN[urn.text] = school }
        }
        for row in sheet.rows {
            if let text = headings.map.value("laestab", in: row), !text.isEmpty {
                guard let number = try? DfENumber(text) else {
                    add(row, "“\(PupilFieldReading.cut(text))”", "This is no DfE number: it must be like 820/9991.")
                    continue
                }
                guard let school = byNumber[number.compact] else {
                    add(row, number.description, Self.notTheirs)
                    continue
                }
                if number != school.dfe { formerLines[number, default: 0] += 1 }
                add(row, school)
            } else if let text = headings.map.value("urn", in: row), !text.isEmpty,
                here == nil || here?.urn != nil || byURN[text] != nil
            {
                if let school = byURN[text] {
                    add(row, school)
                } else {
                    add(row, "URN \(PupilFieldReading.cut(text))", Self.notTheirs)
                }
            } else if let here {
                add(row, here)
            } else {
                add(row, "no school", "These lines carry no DfE number and no URN. Bring the file in for one school.")
            }
        }
    }

    // The same words for both, so that nobody learns which schools there are.
    private static let notTheirs =
        "No such school is known here, or you may not bring files in for it. Give the file to somebody who may."

    private mutating func add(_ row: SheetRow, _ school: School) {
        add(row, "\(school.id)") {
            SchoolShare(school: school, title: "\(school.dfe) (\(school.name))", lines: 0, firstLine: row.line)
        }
    }

    private mutating func add(_ row: SheetRow, _ title: String, _ reason: String) {
        add(row, title) {
            SchoolShare(school: nil, title: title, lines: 0, firstLine: row.line, reason: reason)
        }
    }

    private mutating func add(_ row: SheetRow, _ key: String, _ make: () -> SchoolShare) {
        let place: Int
        if let known = placeOf[key] {
            place = known
        } else {
            place = shares.count
            placeOf[key] = place
            shares.append(make())
        }
        shares[place].lines += 1
        places.append(place)
    }

    /// Says of each former number of a school how many lines carry it.
    func formerWarnings(of school: School) -> [String] {
        school.formerNumbers.compactMap { number in
            formerLines[number].map { count in
                "\(count) \(count == 1 ? "line carries" : "lines carry") \(number), a former DfE number of this school, and \(count == 1 ? "is" : "are") taken as its own."
            }
        }
    }
}
