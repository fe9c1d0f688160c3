extension ByteText {
    /// `StageAssessments` with a `KeyStage` for each run of records of one stage; nothing when there are none.
    mutating func appendRecords(_ records: [TransferRecord]) {
        guard !records.isEmpty else { return }
        open("StageAssessments", 3)
        var stage: String?
        for record in records {
            if record.stage != stage {
                if stage != nil { close("KeyStage", 4) }
                open("KeyStage", 4)
                element("Stage", 5, record.stage)
                stage = record.stage
            }
            append(record)
        }
        close("KeyStage", 4)
        close("StageAssessments", 3)
    }

    /// In few pieces, for these are most of a file; codes and marks need no escaping.
    private mutating func append(_ record: TransferRecord) {
        append("          <StageAssessment>\n            <Locale>ENG</Locale>\n            <Year>" as StaticString)
        append(String(record.year))
        append("</Year>\n            <Subject>" as StaticString)
        append(record.subject)
        append("</Subject>\n            <Method>" as StaticString)
        append(record.method)
        append("</Method>\n            <Component>" as StaticString)
        append(record.component)
        append(
            "</Component>\n            <ResultStatus>R</ResultStatus>\n            <ResultQualifier>" as StaticString)
        append(record.qualifier)
        append("</ResultQualifier>\n            <Result>" as StaticString)
        append(record.result)
        append("</Result>\n          </StageAssessment>\n" as StaticString)
    }
}
