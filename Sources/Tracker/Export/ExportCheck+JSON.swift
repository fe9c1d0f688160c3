import Assessment
import Reports
import Storage

extension ExportCheck {
    /// What is found, as JSON for programs.
    ///
    /// - Parameter file: the file that was made; nil for a check.
    public func json(_ file: ExportedFile? = nil) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("file", file?.name ?? fileName)
            json.member("written", file != nil)
            json.member("can_be_made", canBeMade)
            json.member("for", request.destination.text)
            json.member("assessment", request.assessment?.rawValue)
            json.member("year", request.year.endYear)
            json.member("version", version)
            json.member("date_time", dateTime)
            json.member("pupils", pupils)
            json.member("records", records)
            if let file {
                json.member("serial", file.entry.serial)
                json.member("sha256", file.entry.sha256)
            }
            json.array("findings") { json in
                for finding in findings {
                    json.object { json in
                        json.member("severity", finding.severity.rawValue)
                        json.member("upn", finding.pupil?.upn?.text)
                        json.member("pupil", finding.pupil?.displayName)
                        if case .cell(let assessment, let year, let column, _) = finding.place {
                            json.member("assessment", assessment.kind.rawValue)
                            json.member("year", year.endYear)
                            json.member("column", column.rawValue)
                        }
                        json.member("message", finding.message)
                    }
                }
            }
            json.array("remarks") { json in
                for remark in remarks { json.value(remark) }
            }
        }
        return json.bytes
    }
}

extension ExportFinding {
    /// One line for a terminal: who, what.
    public var text: String {
        guard let pupil else { return message }
        return "\(pupil.displayName)\(pupil.upn.map { " (\($0.text))" } ?? ""): \(message)"
    }
}
