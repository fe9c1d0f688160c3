public import Assessment

/// Writes one very large full CTF, for measuring importers: the Year 6 pupils of many schools as if of one.
public enum BigTransfer {
    /// Writes a full CTF until it has at least a number of bytes; about 15 kB a pupil.
    ///
    /// Every pupil has a UPN that no other has, Early Years Foundation Stage Profile, phonics, Key Stage 1, multiplication
    /// tables check and at least five Key Stage 2 records. The profiles of 2020 and 2021, which were never collected, are
    /// in it too, so that each pupil has about as many records as one will ever have.
    ///
    /// - Parameters:
    ///   - approximateBytes: how large; the file ends with the pupil who reaches it.
    ///   - year: the calendar year of Key Stage 2.
    ///   - sink: takes the file in pieces of about 64 kB; memory stays that of one school.
    /// - Returns: how many pupils are in it.
    /// - Throws: ``FictionalSchoolError`` (no schools are left at about 40 GB) and what the sink throws.
    @discardableResult
    public static func write(
        approximateBytes: Int, seed: UInt64 = 1, year: Int = 2026, reference: ReferenceData, to sink: @escaping ByteSink
    ) throws -> Int {
        guard approximateBytes > 0 else { throw FictionalSchoolError.noSize(approximateBytes) }
        let maker = try FictionalSchoolMaker(seed: seed, year: year, forms: 4, reference: reference)
        var text = ByteText(sink)
        var index = 0
        var pupils = 0
        while index == 0 || text.count < approximateBytes {
            let school = try maker.school(index)
            if index == 0 { text.appendTransferStart(school, year: year, isFull: true, destination: ("XXX", "XXXX")) }
            let results = try school.keyStage2(in: year)
            for place in try school.places(in: year) where place.yearGroup == .year6 {
                let result = results.first { $0.pupilID == place.pupilID }
                school.appendFull(place, result, keepsCancelled: true, to: &text)
                pupils += 1
                try text.passOn()
                if text.count >= approximateBytes { break }
            }
            index += 1
        }
        text.appendTransferEnd()
        try text.finish()
        return pupils
    }
}
