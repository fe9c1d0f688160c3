/// Writes the Common Transfer Files that the tests import.
struct ImportedCTF {
    var source = "8209991"
    var destination = "8209991"
    var qualifier: String? = "partial"
    var dateTime = "2026-07-07T07:30:00"
    var supplier = "EXAMPLE"
    var version = "25.0"
    var academicYear = "2025"
    var pupils: [String] = []

    /// A pupil with records and, before them, whatever sections a full file has.
    static func pupil(
        _ upn: String, _ surname: String = "Ahmed", _ forename: String = "Amira", born: String = "2014-11-01",
        sections: String = "", records: [String] = []
    ) -> String {
        """
        <Pupil>
        <UPN>\(upn)</UPN><Surname>\(surname)</Surname><Forename>\(forename)</Forename><DOB>\(born)</DOB><Sex>F</Sex>
        \(sections)
        <StageAssessments>
        \(records.joined(separator: "\n"))
        </StageAssessments>
        </Pupil>
        """
    }

    /// `KS2 ENG/TA/WRI/NC` with a result, in a block of its own.
    static func record(
        _ codes: String, _ result: String, year: Int = 2026, status: String = "R", date: String? = nil
    ) -> String {
        let parts = codes.split { " /".contains($0) }.map(String.init)
        let day = date.map { "<ResultDate>\($0)</ResultDate>" } ?? ""
        return
            "<KeyStage><Stage>\(parts[0])</Stage><StageAssessment><Locale>ENG</Locale><Year>\(year)</Year><Subject>\(parts[1])</Subject><Method>\(parts[2])</Method><Component>\(parts[3])</Component><ResultStatus>\(status)</ResultStatus><ResultQualifier>\(parts[4])</ResultQualifier><Result>\(result)</Result>\(day)</StageAssessment></KeyStage>"
    }

    var text: String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>\(version)</CTFversion>
        <DateTime>\(dateTime)</DateTime>\(qualifier.map { "<DocumentQualifier>\($0)</DocumentQualifier>" } ?? "")
        <SupplierID>\(supplier)</SupplierID>
        <SourceSchool><LEA>\(source.prefix(3))</LEA><Estab>\(source.dropFirst(3))</Estab><SchoolName>A School</SchoolName>
        <AcademicYear>\(academicYear)</AcademicYear></SourceSchool>
        <DestSchool><LEA>\(destination.prefix(3))</LEA><Estab>\(destination.dropFirst(3))</Estab></DestSchool></Header>
        <CTFpupilData>
        \(pupils.joined(separator: "\n"))
        </CTFpupilData></CTfile>
        """
    }
}
