import Assessment

/// Gives unique pupil numbers: valid check letters, never one number twice in the whole fictional country.
///
/// Those who begin in Reception have the school's own number and 001 on; arrivals from abroad the year they came and 500
/// on; those who come from another school that school's number. Some arrivals still have a temporary UPN, some had one.
struct PupilNumbers {
    private static let letters = ["A", "B", "C", "D", "E", "F", "G", "H", "J", "K"]

    private let identity: SchoolIdentity
    /// The calendar year in which Reception began.
    private let allocationYear: Int
    private var reception = 1
    private var abroad: Int
    private var former: Int
    private let temporaryBlock: Int
    private var temporary = 0

    init(identity: SchoolIdentity, allocationYear: Int, finalYear: Int) {
        self.identity = identity
        self.allocationYear = allocationYear
        former = identity.formerSchool.firstSerial
        // Up to seven year groups share the year in which an arrival came, so each has its own block.
        abroad = 500 + finalYear % 10 * 50
        temporaryBlock = finalYear % 10
    }

    mutating func number(_ pupil: inout Pupil, _ stay: PupilStay, _ draws: inout SplitMix64)
        throws(FictionalSchoolError)
    {
        guard let entry = stay.entry, let entered = SchoolYear.containing(entry) else { return }
        let isJoiner = entered.endYear - 1 > allocationYear
        guard isJoiner else {
            pupil.upn = try own(year: allocationYear, serial: digits(reception, 3))
            reception += 1
            return
        }
        let isTemporary = draws.happens(0.07)
        if isTemporary || draws.happens(0.08) {
            let letter = Self.letters[(temporary + temporary / 10) % 10]
            let number = try own(year: entered.endYear - 1, serial: "\(temporaryBlock)\(temporary % 10)\(letter)")
            temporary += 1
            if isTemporary {
                pupil.upn = number
                return
            }
            pupil.formerUPNs = [number]
        }
        if stay.isFromAbroad {
            pupil.upn = try own(year: entered.endYear - 1, serial: digits(abroad, 3))
            abroad += 1
        } else {
            let school = identity.formerSchool
            pupil.upn = try upn(school.authority, school.establishment, allocationYear, digits(former, 3))
            former += 1
        }
    }

    private func own(year: Int, serial: String) throws(FictionalSchoolError) -> UPN {
        try upn(identity.dfe.la, Int(identity.dfe.establishment) ?? 0, year, serial)
    }

    private func upn(_ authority: String, _ establishment: Int, _ year: Int, _ serial: String)
        throws(FictionalSchoolError) -> UPN
    {
        let twelve = "\(authority)\(digits(establishment, 4))\(digits(year % 100, 2))\(serial)"
        do throws(IdentifierError) {
            return try UPN("\(UPN.checkLetter(for: twelve).map(String.init) ?? "")\(twelve)")
        } catch {
            throw .identifier(error)
        }
    }
}
