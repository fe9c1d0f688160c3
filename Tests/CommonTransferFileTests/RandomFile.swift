import CommonTransferFile

/// Random headers and pupils in the form in which a reader gives them: trimmed, nil instead of empty, stages in order.
struct RandomFile {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    mutating func header() -> CTFHeader {
        CTFHeader(
            documentName: text(), version: "25.0", dateTime: text(), qualifier: text(), dataDescriptor: text(),
            supplierID: text(), source: school(), academicYear: text(), destination: school())
    }

    mutating func pupils() -> [CTFPupil] {
        (0..<Int.random(in: 0...12, using: &random)).map { _ in pupil() }
    }

    private mutating func pupil() -> CTFPupil {
        CTFPupil(
            upn: text(), surname: text(), forename: text(), dateOfBirth: text(), sex: text(),
            basicDetails: Bool.random(using: &random) ? details() : nil,
            freeSchoolMeals: few {
                CTFFreeSchoolMeals(start: $0.text(), end: $0.text(), country: $0.text(), category: $0.text())
            },
            isLookedAfter: flag(),
            senHistory: few { CTFSENPeriod(start: $0.text(), end: $0.text(), provision: $0.text()) },
            schoolHistory: few {
                CTFSchoolPeriod(school: $0.school(), entry: $0.text(), leaving: $0.text(), reason: $0.text())
            },
            records: ["EYF", "KS1", "KS2", "Y03"].flatMap { stage in few { $0.record(stage) } })
    }

    private mutating func details() -> CTFBasicDetails {
        var details = plainDetails()
        // The supplier's section is this program's own as soon as anything stands in it.
        if details.isEAL != nil || Bool.random(using: &random) {
            details.own = CTFOwnDetails(
                isFSM: flag(), isFSM6: flag(), senProvision: ["K", nil].randomElement(using: &random) ?? nil,
                wasLookedAfter: flag())
        }
        return details
    }

    private mutating func flag() -> Bool? { [nil, true, false].randomElement(using: &random) ?? nil }

    private mutating func plainDetails() -> CTFBasicDetails {
        CTFBasicDetails(
            formerUPNs: few { $0.text() ?? "F1" }, preferredSurname: text(), preferredForename: text(),
            formerSurname: text(),
            middleNames: text(), yearGroup: text(), ethnicity: text(), ethnicitySource: text(),
            languages: few { CTFLanguage(type: $0.text(), code: $0.text()) }, serviceChild: text(),
            enrolmentStatus: text(),
            isEAL: flag())
    }

    private mutating func school() -> CTFSchool {
        CTFSchool(la: text(), establishment: text(), urn: text(), name: text())
    }

    private mutating func record(_ stage: String) -> CTFRecord {
        CTFRecord(
            codes: CTFCodeTuple(
                locale: text() ?? "", stage: stage, subject: text() ?? "", method: text() ?? "",
                component: text() ?? "",
                status: text() ?? "", qualifier: text() ?? ""),
            yearText: text() ?? "", result: text() ?? "", resultDate: text())
    }

    private mutating func few<Item>(_ make: (inout Self) -> Item) -> [Item] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in make(&self) }
    }

    private mutating func text() -> String? {
        let pieces = ["a", "Z", "9", "ë", "Ł", "😀", "&", "<", ">", "\"", "'", "]]>", "&amp;", "-", ".", "數"]
        guard Int.random(in: 0...4, using: &random) > 0 else { return nil }
        let inner = (0..<Int.random(in: 0...6, using: &random)).map { _ in
            (pieces + [" ", "\r", "\n", "\t"]).randomElement(using: &random) ?? ""
        }
        return (pieces.randomElement(using: &random) ?? "") + inner.joined()
            + (pieces.randomElement(using: &random) ?? "")
    }
}
