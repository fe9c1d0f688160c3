/// Tells, while the pupils of a file come one by one, whether some may have to be refused because of each other.
///
/// Says so too often rather than too seldom: then the file is looked at as a whole, which names the lines.
struct PupilsSoFar {
    private var upns: Set<String> = []
    private var places: Set<Int> = []
    /// Of pupils who would be added.
    private var formerUPNs: [String] = []
    /// Whether one stands in the file twice, or may.
    private(set) var clash = false

    /// - Parameter addsPupils: whether the file adds pupils who are not in the list.
    mutating func add(_ person: FilePerson, _ match: PupilMatch, addsPupils: Bool) {
        let upn = person.upn?.uppercased()
        if let upn, !upns.insert(upn).inserted { clash = true }
        switch match {
        case .found(let place, _): if !places.insert(place).inserted { clash = true }
        case .unknown where addsPupils:
            if upn == nil { clash = true }
            formerUPNs += person.formerUPNs.lazy.map { $0.uppercased() }.filter { $0 != upn }
        default: break
        }
    }

    /// Whether the former UPN of one is the UPN of another. Asked when all have come.
    var clashByFormerUPN: Bool { formerUPNs.contains(where: upns.contains) }
}
