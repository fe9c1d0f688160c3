public import Assessment
public import Storage

extension Tracker {
    /// The pupils of a school who have a place in a year, in register order.
    ///
    /// - Parameter search: names or UPN, or parts of them; then pupils without a place in the year are found as well.
    public func pupils(
        of school: School, year: SchoolYear, search: String? = nil, as caller: Caller
    ) async throws -> [ListedPupil] {
        try require(.viewPupils, caller, in: school)
        let today = clock.today()
        let (pupils, places) = try await database.read { session in
            let store = PupilStore(session)
            let found =
                if let search { try store.search(school: school.id, text: search, limit: 500) } else {
                    try store.all(school: school.id)
                }
            return (found.map(\.pupil), try CohortStore(session).places(school: school.id, year: year))
        }
        let byPupil = Dictionary(places.map { ($0.pupilID, $0) }, uniquingKeysWith: { first, _ in first })
        return
            pupils
            .filter { search != nil || byPupil[$0.id] != nil }
            .sorted { Self.sortKey($0) < Self.sortKey($1) }
            .map { pupil in
                let hasLeft = if let leaving = pupil.leavingDate, let today { leaving < today } else { false }
                return ListedPupil(pupil: pupil, place: byPupil[pupil.id], hasLeft: hasLeft)
            }
    }

    /// One pupil with the revision that a change must name, and the places of every year.
    public func pupil(_ id: Int64, in school: School, as caller: Caller) async throws
        -> (stored: StoredPupil, places: [CohortPlace])
    {
        try require(.viewPupils, caller, in: school)
        return try await database.read { session in
            guard let stored = try PupilStore(session).find(school: school.id, id: id) else {
                throw TrackerError.unknownPupil("\(id)")
            }
            return (stored, try CohortStore(session).places(school: school.id, pupil: id))
        }
    }

    /// The pupil of a school who has a UPN now; nil when nobody has.
    public func pupil(_ upn: UPN, in school: School, as caller: Caller) async throws -> Pupil? {
        try require(.viewPupils, caller, in: school)
        return try await database.read { try PupilStore($0).find(school: school.id, upn: upn)?.pupil }
    }

    /// Adds a pupil by hand.
    ///
    /// - Throws: ``TrackerError/fields(_:)`` also when another pupil has, or once had, the UPN.
    public func addPupil(_ form: PupilForm, school: School, year: SchoolYear, as caller: Caller) async throws -> Pupil {
        try require(.editPupils, caller, in: school)
        let (pupil, place) = try form.read(id: ids.next(), year: year, today: clock.today())
        let stamp = stamp(caller, in: school, source: .command(caller))
        try await database.write { session in
            try Self.refuseTakenUPN(pupil, school, session)
            try PupilStore(session).insert(pupil, school: school.id, by: stamp)
            if let place { try CohortStore(session).upsert(place, school: school.id, by: stamp) }
        }
        return pupil
    }

    /// Changes a pupil's details and place in a year.
    ///
    /// A UPN that is replaced is kept as a former one. An empty year group leaves the place as it is: a pupil's place is
    /// a fact of the year.
    ///
    /// - Parameter revision: the one the form was made from; a newer one throws ``StorageError/pupilConflict(current:)``.
    public func update(
        pupil id: Int64, _ form: PupilForm, revision: Int64?, school: School, year: SchoolYear, as caller: Caller
    ) async throws {
        try require(.editPupils, caller, in: school)
        let (read, place) = try form.read(id: id, year: year, today: clock.today())
        let stamp = stamp(caller, in: school, source: .command(caller))
        try await database.write { session in
            guard let before = try PupilStore(session).find(school: school.id, id: id) else {
                throw TrackerError.unknownPupil("\(id)")
            }
            var pupil = read
            if let old = before.pupil.upn, old != pupil.upn, !pupil.formerUPNs.contains(old) {
                pupil.formerUPNs.append(old)
            }
            try Self.refuseTakenUPN(pupil, school, session)
            try PupilStore(session).update(pupil, school: school.id, expectedRevision: revision, by: stamp)
            if let place { try CohortStore(session).upsert(place, school: school.id, by: stamp) }
        }
    }

    private static func refuseTakenUPN(_ pupil: Pupil, _ school: School, _ session: any SQLSession) throws {
        guard let upn = pupil.upn else { return }
        let store = PupilStore(session)
        let holders =
            try [store.find(school: school.id, upn: upn)].compactMap(\.self)
            + store.find(school: school.id, formerUPN: upn)
        if let other = holders.first(where: { $0.pupil.id != pupil.id }) {
            throw TrackerError.fields([
                FieldProblem(
                    "upn",
                    "The UPN \(upn) belongs to \(other.pupil.displayName). Enter another UPN, or change that pupil.")
            ])
        }
    }
}

extension ResultSource {
    /// By which door a caller changes something that is not typed into the grid.
    static func command(_ caller: Caller) -> ResultSource {
        switch caller.channel {
        case .command: .command
        case .api: .api
        case .page: .grid
        }
    }
}
