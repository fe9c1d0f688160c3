public import Assessment

extension SchoolsOutcomes {
    /// `{"schools":[...],"total":{...}}`, each of the form of one school's report; the total's school is `null`.
    public func json(national: NationalFigures? = nil) -> JSONText {
        var json = JSONText(reservingCapacity: 4096 * (schools.count + 1))
        json.object { json in
            json.array("schools") { json in
                for school in schools { school.outcomes.write(to: &json, school: school.number, national: national) }
            }
            json.key("total")
            if let total { total.write(to: &json, school: nil, national: national) } else { json.null() }
        }
        return json
    }

    /// The headings of ``tableRows(national:)``: DfE number and name before the columns of one school's table.
    public static let tableHeadings = SchoolsTable.headings + KeyStage2Outcomes.tableHeadings

    /// Rows for a spreadsheet, made as they are asked for; number and name are empty in those of the total, which stand last.
    public func tableRows(national: NationalFigures? = nil) -> some Sequence<[String]> {
        let own = schools.lazy.flatMap {
            SchoolsTable.rows($0.outcomes.table(national: national), of: $0.number, name: $0.name)
        }
        return [AnySequence(own), AnySequence(total.map { SchoolsTable.rows($0.table(national: national)) } ?? [])]
            .joined()
    }

    /// The total for a terminal.
    public func text(national: NationalFigures? = nil) -> String {
        total?.text(title: SchoolsTable.title(schools.count), national: national)
            ?? "There is no school to report on.\n"
    }
}
