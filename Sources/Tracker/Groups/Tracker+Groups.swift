public import Assessment
public import Storage

extension Tracker {
    /// The school's own groups, by name.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``.
    public func ownGroups(of school: School, year: SchoolYear, as caller: Caller) async throws -> [OwnGroup] {
        let inYear = try await pupils(of: school, year: year, as: caller)
        let everybody = try await database.read { try PupilStore($0).all(school: school.id) }
        var sizes: [String: Int] = [:]
        for stored in everybody { for name in Set(stored.pupil.groups) { sizes[name, default: 0] += 1 } }
        return sizes.keys.sorted { (foldedName($0), $0) < (foldedName($1), $1) }.map { name in
            let members = inYear.filter { $0.pupil.groups.contains(name) }
            return OwnGroup(name: name, pupils: members, elsewhere: (sizes[name] ?? 0) - members.count)
        }
    }

    /// The pupils of a year whom a rule fits, in the order of their names.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``.
    public func pupils(
        fitting rule: GroupRule, school: School, year: SchoolYear, as caller: Caller
    ) async throws -> [ListedPupil] {
        try await pupils(of: school, year: year, as: caller).filter { listed in
            listed.place.map { rule.fits(listed.pupil, $0) } ?? false
        }
    }

    /// Changes who is in a group, or its name, in one transaction and as one batch that can be undone.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``; ``TrackerError/fields(_:)`` when the name can't be or is another group's;
    ///   ``TrackerError/unknownPupil(_:)``. Then nothing is changed.
    public func change(group change: GroupChange, school: School, as caller: Caller) async throws -> GroupOutcome {
        try require(.editPupils, caller, in: school)
        let name = try Self.groupName(change.name)
        let wanted = try change.newName.map(Self.groupName) ?? name
        let stamp = stamp(caller, in: school, source: .command(caller))
        return try await database.write { session in
            let store = PupilStore(session)
            let everybody = try store.all(school: school.id)
            if wanted != name || !everybody.contains(where: { $0.pupil.groups.contains(name) }) {
                try Self.refuseLikeNamed(wanted, besides: name, among: everybody.map(\.pupil))
            }
            let known = Set(everybody.map(\.pupil.id))
            if let unknown = change.adding.union(change.removing).subtracting(known).min() {
                throw TrackerError.unknownPupil("\(unknown)")
            }
            var stamp = stamp
            stamp.batchID = session.nextID()
            var added = 0
            var removed = 0
            var members = 0
            var changed = 0
            for stored in everybody {
                var pupil = stored.pupil
                let was = pupil.groups.contains(name)
                let isIn =
                    !change.dissolves && !change.removing.contains(pupil.id)
                    && (was || change.adding.contains(pupil.id))
                if isIn { members += 1 }
                if was, !isIn { removed += 1 }
                if isIn, !was { added += 1 }
                guard was != isIn || (isIn && wanted != name) else { continue }
                pupil.groups.removeAll { $0 == name }
                if isIn { pupil.groups.append(wanted) }
                try store.update(pupil, school: school.id, expectedRevision: stored.revision, by: stamp)
                changed += 1
            }
            guard changed > 0 else {
                return GroupOutcome(name: wanted, added: 0, removed: 0, members: members, batch: nil)
            }
            let renaming = wanted == name ? "" : ", called \(wanted)"
            try BatchStore(session).insert(
                Batch(
                    id: stamp.batchID ?? 0, kind: BatchKind.group, name: "Group \(name)\(renaming)", year: nil,
                    countsJSON: "{\"added\":\(added),\"removed\":\(removed)}", by: stamp), school: school.id)
            return GroupOutcome(name: wanted, added: added, removed: removed, members: members, batch: stamp.batchID)
        }
    }

    /// The longest name of a group, in characters.
    static let longestGroupName = 64

    private static func groupName(_ text: String) throws -> String {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        func refuse(_ message: String) -> TrackerError { .fields([FieldProblem("name", message)]) }
        guard !name.isEmpty else { throw refuse("Enter the name of the group.") }
        guard name.count <= longestGroupName else {
            throw refuse("The name must be \(longestGroupName) characters or fewer.")
        }
        // These stand between two groups of a pupil in files and forms.
        guard !name.contains(where: { ",;|".contains($0) }),
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw refuse("The name must not contain a comma, a semicolon or an upright line.") }
        return name
    }

    /// Two groups whose names differ only in case or accents would be taken for one another.
    private static func refuseLikeNamed(_ name: String, besides old: String, among pupils: [Pupil]) throws {
        let folded = foldedName(name)
        let others = Set(pupils.flatMap(\.groups)).subtracting([old])
        if let other = others.sorted().first(where: { foldedName($0) == folded }) {
            throw TrackerError.fields([
                FieldProblem("name", "There is a group “\(other)” already. Enter another name, or change that group.")
            ])
        }
        if PupilGroup.standard.contains(where: { foldedName($0.title) == folded }) {
            throw TrackerError.fields([
                FieldProblem("name", "“\(name)” is a group of every school. Enter another name.")
            ])
        }
    }
}
