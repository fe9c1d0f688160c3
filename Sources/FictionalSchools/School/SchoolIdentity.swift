public import Assessment

/// Which fictional school it is: numbers, name, and nothing that costs time to make.
///
/// DfE numbers use local authority codes that were given up when the authority was abolished (820 Bedfordshire and 875
/// Cheshire in 2009, 920 Humberside in 1996), because one authority has fewer than 10,000 numbers. With the years of
/// allocation that fictional pupils have, no real pupil can have their UPNs. URNs begin with 9; real ones do not.
public struct SchoolIdentity: Sendable, Hashable {
    /// 0 is the school of the demonstration, 820/9991.
    public let index: Int
    public let dfe: DfENumber
    public let urn: URN
    /// Invented: `Saltmarsh Primary School`.
    public let name: String

    /// How many different schools there are numbers for; more than the 16,800 primary schools of England.
    public static let count = 1 + perAuthority820 + 2 * perAuthority

    /// 820/2001 to 820/9990: 820/9991 and 820/9992 are the two schools of the example files.
    private static let perAuthority820 = 7_990
    private static let perAuthority = 7_999

    /// - Parameter index: 0 to one less than ``count``.
    public init(seed: UInt64, index: Int) throws(FictionalSchoolError) {
        guard (0..<Self.count).contains(index) else {
            throw .indexOutOfRange(index, highest: Self.count - 1)
        }
        self.index = index
        let place = Self.place(of: index)
        do throws(IdentifierError) {
            dfe = try DfENumber("\(place.authority)\(digits(place.establishment, 4))")
            urn = try URN(index == 0 ? "999991" : "\(900_000 + index)")
        } catch {
            throw .identifier(error)
        }
        var draws = SplitMix64(seed: SplitMix64.schoolSeed(seed, index), part: 1)
        name = index == 0 ? "Saltmarsh Primary School" : SchoolNames.name(&draws)
    }

    private static func place(of index: Int) -> (authority: String, establishment: Int) {
        if index == 0 { return ("820", 9_991) }
        if index <= perAuthority820 { return ("820", 2_000 + index) }
        let rest = index - perAuthority820 - 1
        return rest < perAuthority ? ("875", 2_001 + rest) : ("920", 2_001 + rest - perAuthority)
    }

    /// Where those who joined later got their UPN: an establishment number under 2000 and the first serial to use there.
    ///
    /// The numbers of any two schools differ, so that UPNs are unique in the whole country.
    var formerSchool: (authority: String, establishment: Int, firstSerial: Int) {
        (dfe.la, index % 1_999 + 1, (index / 1_999 % 9) * 100 + 1)
    }
}
