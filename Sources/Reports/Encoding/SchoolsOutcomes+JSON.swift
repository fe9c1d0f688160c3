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
}
