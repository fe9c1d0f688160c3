import Assessment
import CommonTransferFile
import Storage

/// Whether a Common Transfer File is for this school, and whose pupils are in it.
struct CTFAddress {
    /// The school wrote it (or it is about its own pupils).
    let isFromHere: Bool
    /// Where the file names the school by a number it had before.
    let formerNumbers: [DfENumber]

    /// - Throws: ``TrackerError/file(_:)`` when the file is for another school.
    init(_ header: CTFHeader, isFull: Bool, data: ImportData) throws {
        let isFromHere = data.isOurs(header.source.dfeNumber)
        let isForHere = data.isOurs(header.destination.dfeNumber)
        let isFromDfE = header.source.code?.uppercased() == "XXXXXXX" || header.supplierID?.uppercased() == "GIAP"
        let isForAnother = header.destination.dfeNumber != nil && !isForHere
        self.isFromHere = isFromHere
        formerNumbers = data.school.formerNumbers.filter {
            $0 == header.source.dfeNumber || $0 == header.destination.dfeNumber
        }
        guard isFromHere || isForHere || (!isFull && isFromDfE && !isForAnother) else {
            let from = Self.title(header.source) ?? "a school that it does not name"
            let to = Self.title(header.destination) ?? "a school that it does not name"
            throw FileReading.refusal(
                "This file is for another school: it goes from \(from) to \(to), not from or to \(data.schoolTitle). Open the school it is for, or add the number to this school’s former numbers."
            )
        }
    }

    /// Says of each former number that the file is the school's own.
    var formerWarnings: [String] {
        formerNumbers.map {
            "The file names \($0), a former DfE number of this school, and is taken as its own."
        }
    }

    /// `820/9991 (Example Primary School)`; a special code in words.
    static func title(_ school: CTFSchool) -> String? {
        let name: String?
        switch school.code?.uppercased() {
        case nil: name = nil
        case "NAALLLL": name = "the Standards and Testing Agency"
        case "XXXXXXX": name = school.name == nil ? "an unknown school" : nil
        case "MMMMMMM": name = "a school outside the maintained system"
        case let code? where code.hasSuffix("LLLL"): name = "local authority \(code.prefix(3))"
        default: name = school.dfeNumber?.description ?? school.code
        }
        guard let title = school.name else { return name }
        return name.map { "\($0) (\(title))" } ?? title
    }
}
