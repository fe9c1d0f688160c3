import Assessment

extension StatutoryDashboard {
    /// `report statutory-dashboard` as JSON: stable keys and order, percentages and averages unrounded.
    ///
    /// One object for each headline and year. Beside the keys that scripts rely on: `group`; `note` and `not_held` with a
    /// reason; `withheld`; `change`, `disadvantage_gap` in points; `interval`; who is left out and not recorded.
    public func json() -> JSONText {
        var json = JSONText(reservingCapacity: 16_384)
        json.object { json in
            json.member("report", "statutory-dashboard")
            json.member("school", school?.description)
            json.array("years") { json in for year in years { json.value(year) } }
            json.member("group", group.id)
            json.array("measures") { json in
                for row in rows {
                    for entry in row.entries { write(row.measure, entry, to: &json) }
                }
            }
        }
        return json
    }

    private func write(_ measure: StatutoryMeasure, _ entry: Entry, to json: inout JSONText) {
        json.object { json in
            json.member("measure", measure.id)
            json.member("year", entry.year)
            json.member("numerator", entry.figure?.numerator)
            json.member("denominator", entry.figure?.denominator)
            json.member("percent", entry.figure?.percent)
            json.member("value", entry.figure?.average)
            json.key("national")
            if let national = entry.national {
                json.object { json in
                    json.member("value", national.value)
                    json.member("year", national.year)
                    json.member("basis", national.basis.rawValue)
                    json.member("release", national.release)
                    json.member("group", national.group)
                }
            } else {
                json.null()
            }
            json.member("title", measure.title)
            json.member("assessment", measure.kind.rawValue)
            json.member("change", entry.change?.points)
            json.member("disadvantage_gap", entry.disadvantageGap?.points)
            if let interval = entry.figure?.interval {
                json.object("interval") { json in
                    json.member("lower", interval.lower)
                    json.member("upper", interval.upper)
                }
            }
            if let figure = entry.figure, !figure.leftOut.isEmpty {
                json.object("left_out") { json in
                    for (code, count) in figure.leftOut.sorted(by: { $0.key < $1.key }) { json.member(code, count) }
                }
            }
            if let figure = entry.figure, !isAnonymised {
                json.member("not_recorded", figure.notRecorded + figure.incomplete)
                if figure.awaitingTable > 0 { json.member("awaiting_table", figure.awaitingTable) }
            }
            switch entry.state {
            case .shown: break
            case .withheld: json.member("withheld", true)
            case .notHeld(let reason): json.member("not_held", reason)
            }
            if let note = entry.note { json.member("note", note) }
        }
    }
}
