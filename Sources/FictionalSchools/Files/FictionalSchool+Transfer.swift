public import Assessment

extension FictionalSchool {
    /// Writes a full CTF: basic details, free school meals, looked after, special needs, address, contacts, results of
    /// every assessment to date, school history.
    ///
    /// Addresses, telephone numbers (those that Ofcom keeps for drama) and postcodes (ZZ99) are nobody's.
    ///
    /// - Parameters:
    ///   - year: the calendar year in which the school year ends, one of ``years``; also decides the version.
    ///   - yearGroups: whose pupils; Year 6 is the file that goes with the leavers, all of them several MB.
    ///   - sink: takes the file in pieces of about 64 kB.
    /// - Throws: ``FictionalSchoolError/yearNotInSchool(_:years:)`` and what the sink throws.
    public func writeFullTransfer(
        year: Int, yearGroups: ClosedRange<YearGroup> = .year6 ... .year6, to sink: @escaping ByteSink
    ) throws {
        let places = try places(in: year)
        let results = try keyStage2(in: year)
        var text = ByteText(sink)
        text.appendTransferStart(self, year: year, isFull: true, destination: ("XXX", "XXXX"))
        for place in places where yearGroups.contains(place.yearGroup) {
            appendFull(place, results.first { $0.pupilID == place.pupilID }, keepsCancelled: false, to: &text)
            try text.passOn()
        }
        text.appendTransferEnd()
        try text.finish()
    }

    /// Writes a partial CTF with the Key Stage 2 teacher assessments and tests of one year.
    ///
    /// The codes of the test records are guesses (component and qualifier are not published), so this is a file to try an
    /// importer with, not one to send.
    ///
    /// - Parameters: as for ``writeFullTransfer(year:yearGroups:to:)``.
    public func writeKeyStage2Transfer(year: Int, to sink: @escaping ByteSink) throws {
        let results = try keyStage2(in: year)
        var text = ByteText(sink)
        text.appendTransferStart(self, year: year, isFull: false, destination: ("NAA", "LLLL"))
        for result in results {
            guard let pupil = pupil(result.pupilID) else { continue }
            text.open("Pupil", 2)
            text.appendIdentity(pupil)
            text.appendRecords(result.transferRecords)
            text.close("Pupil", 2)
            try text.passOn()
        }
        text.appendTransferEnd()
        try text.finish()
    }

    /// Writes a partial CTF with the results of all statutory assessments of one school year.
    ///
    /// Profile (E01 to E17), phonics (mark NM and outcome NY, of Year 1 and Year 2), Key Stage 1, the multiplication check (MT)
    /// and Key Stage 2 as in ``writeKeyStage2Transfer(year:to:)``: one pupil after the other, whoever has one.
    ///
    /// - Parameters: as for ``writeFullTransfer(year:yearGroups:to:)``.
    public func writeAssessmentTransfer(year: Int, to sink: @escaping ByteSink) throws {
        let keyStage2 = try keyStage2(in: year)
        var records: [Int64: [TransferRecord]] = [:]
        for result in earlier where result.year.endYear == year {
            records[result.pupilID, default: []] += result.transferRecords(reference.phonicsThresholds)
        }
        for result in keyStage2 { records[result.pupilID, default: []] += result.transferRecords }
        var text = ByteText(sink)
        text.appendTransferStart(
            self, year: year, isFull: false, destination: (dfe.la, dfe.establishment),
            description: "Partial CTF containing statutory assessment data")
        for pupil in pupils {
            guard let own = records[pupil.id] else { continue }
            text.open("Pupil", 2)
            text.appendIdentity(pupil)
            text.appendRecords(own)
            text.close("Pupil", 2)
            try text.passOn()
        }
        text.appendTransferEnd()
        try text.finish()
    }

    /// One pupil with everything.
    func appendFull(
        _ place: CohortPlace, _ result: FictionalKeyStage2?, keepsCancelled: Bool, to text: inout ByteText
    ) {
        guard let first = pupils.first?.id, made.indices.contains(Int(place.pupilID - first)) else { return }
        let made = made[Int(place.pupilID - first)]
        let pupil = made.pupil
        var draws = SplitMix64(seed: seed, part: UInt64(pupil.id) | 1 << 42)
        let earlier = EarlierResults(
            of: made, schoolSeed: seed, reference: reference, keepsCancelled: keepsCancelled
        ).results().filter { $0.year <= place.year }.flatMap { $0.transferRecords(reference.phonicsThresholds) }
        text.open("Pupil", 2)
        text.appendIdentity(pupil)
        let leaving = pupil.leavingDate(knownIn: place.year)
        text.appendDetails(pupil, place.yearGroup, hasLeft: leaving != nil)
        text.appendCircumstances(pupil, authority: dfe.la)
        text.appendHome(pupil, town: profile.town, &draws)
        text.appendRecords(earlier + (result?.transferRecords ?? []))
        text.open("SchoolHistory", 3)
        text.open("School", 4)
        text.appendSchool(self)
        text.element("EntryDate", 5, pupil.entryDate?.description)
        text.element("LeavingDate", 5, leaving?.description)
        // PM: on to the next phase; IM: in the middle of a year.
        if let leaving { text.element("LeavingReason", 5, leaving.month == 7 ? "PM" : "IM") }
        text.close("School", 4)
        text.close("SchoolHistory", 3)
        text.close("Pupil", 2)
    }
}
