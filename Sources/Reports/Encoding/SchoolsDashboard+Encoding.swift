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
        var rows = [["dfe", "school"] + StatutoryDashboard.tableHeadings]
        for school in schools {
            rows += school.dashboard.table().dropFirst().map { [school.number.description, school.name] + $0 }
        }
        return rows + total.table().dropFirst().map { ["", ""] + $0 }
    }

    /// The total for a terminal.
    public func text() -> String {
        let count = schools.count == 1 ? "1 school" : "\(schools.count) schools"
        return total.text(report: name.title, title: count)
    }
}
