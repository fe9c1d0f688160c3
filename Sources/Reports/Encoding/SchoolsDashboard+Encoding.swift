import Assessment

extension SchoolsDashboard {
    /// `{"report":...,"schools":[...],"total":{...}}`, each of the form of one school's dashboard; the total's school is `null`.
    public func json() -> JSONText {
        var json = JSONText(reservingCapacity: 16_384 * (schools.count + 1))
        json.object { json in
            json.member("report", name.rawValue)
            json.array("schools") { json in
                for school in schools { json.object { school.dashboard.writeMembers(to: &$0) } }
            }
            json.object("total") { total.writeMembers(to: &$0) }
        }
        return json
    }

    /// Rows for a spreadsheet, headings first: DfE number and name before the columns of one school's table, both empty in the
    /// lines of the total, which stand last.
    public func table() -> [[String]] {
        [SchoolsTable.headings + StatutoryDashboard.tableHeadings]
            + schools.flatMap { SchoolsTable.rows($0.dashboard.table(), of: $0.number, name: $0.name) }
            + SchoolsTable.rows(total.table())
    }

    /// The total for a terminal.
    public func text() -> String {
        total.text(report: name.title, title: SchoolsTable.title(schools.count))
    }
}
