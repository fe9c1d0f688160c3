public import Assessment

extension CohortSnapshot {
    /// The pupils of the cohort whose row is not what it was in an earlier state of the same school and year, whoever or
    /// whatever changed it: a person, a file, a conversion table.
    public func pupilsChanged(since old: CohortSnapshot) -> [Pupil] {
        guard stamp != old.stamp else { return [] }
        // What belongs to the installation are tables, but also users: rows are compared only where it moved.
        let mayWorkOutAnew =
            stamp.installation != old.stamp.installation || basis.summative != old.basis.summative
        return cohort.filter { pupil in
            values[pupil.id] != old.values[pupil.id] || places[pupil.id] != old.places[pupil.id]
                || (mayWorkOutAnew && row(pupil.id)?.cells() != old.row(pupil.id)?.cells())
        }
    }

    /// How many results of a class (nil: of the year group) are in, and how many are due.
    public func completeness(ofClass className: String?) -> (done: Int, due: Int) {
        Tracker.completeness(self, pupils(ofClass: className))
    }
}

extension DataStamp {
    /// One number for the state: it grows with every change, so equal numbers of one database are equal states.
    public var number: Int64 { school + installation }
}
