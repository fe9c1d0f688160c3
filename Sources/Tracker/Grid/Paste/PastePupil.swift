import Assessment

/// A pupil of the grid, found by UPN or by name.
struct PastePupil: Sendable {
    let key: String
    let pupil: Pupil
    let row: any AssessmentRow
    private let names: Set<String>
    private let surnames: [String]
    private let forenames: [String]

    init(key: String, pupil: Pupil, row: any AssessmentRow) {
        self.key = key
        self.pupil = pupil
        self.row = row
        surnames = Set([pupil.surname, pupil.preferredSurname ?? pupil.surname]).map(foldedName)
        let first = Set([pupil.forename, pupil.preferredForename ?? pupil.forename])
        let middle = pupil.middleNames.map { names in first.map { "\($0) \(names)" } } ?? []
        forenames = (first + middle).map(foldedName)
        var names: Set<String> = []
        for surname in surnames {
            for forename in forenames {
                names.insert(surname + forename)
                names.insert(forename + surname)
            }
        }
        self.names = names
    }

    var title: String { "\(pupil.displayName) (\(pupil.upn?.text ?? "no UPN"))" }

    func has(upn: String) -> Bool { pupil.upn?.text == upn || pupil.formerUPNs.contains { $0.text == upn } }

    /// Whether this is the pupil's name: either order, accents, hyphens and blanks apart.
    func isNamed(_ name: String) -> Bool { names.contains(foldedName(name)) }

    /// Whether a shortened name (`Smith, J`, `J Smith`, or `Smith` alone) can be the pupil's.
    func mayBeNamed(_ name: String) -> Bool {
        let halves = name.split(separator: ",", maxSplits: 1).map { foldedName(String($0)) }
        if halves.count == 2 { return fits(surname: halves[0], forename: halves[1]) }
        if surnames.contains(foldedName(name)) { return true }
        let words = name.split(whereSeparator: \.isWhitespace).map { foldedName(String($0)) }
        guard words.count > 1, let first = words.first, let last = words.last else { return false }
        return fits(surname: words.dropFirst().joined(), forename: first)
            || fits(surname: words.dropLast().joined(), forename: last)
    }

    private func fits(surname: String, forename: String) -> Bool {
        !surname.isEmpty && !forename.isEmpty && surnames.contains(surname)
            && forenames.contains { $0.hasPrefix(forename) }
    }
}
