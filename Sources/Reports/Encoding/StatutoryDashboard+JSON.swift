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
            writeMembers(to: &json)
        }
        return json
    }

    /// The members of the report's object from `school` to `measures`.
    func writeMembers(to json: inout JSONText) {
        json.member("school", school?.description)
        json.array("years") { json in for year in years { json.value(year) } }
        json.member("group", group.id)
        json.array("measures") { json in
            for row in rows {
                for entry in row.entries { write(row.measure, entry, to: &json) }
            }
        }
    }

    private func write(_ measure: StatutoryMeasure, _ entry: Entry, to json: inout JSONText) {
        json.object { json in
            json.member("measure", measure.id)
            json.member("year", entry.year)
            json.writeFigure(entry.figure)
            json.key("national")
            json.write(entry.national)
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

extension JSONText {
    /// The counts of a figure and what follows from them; null where there is none.
    mutating func writeFigure(_ figure: MeasureFigure?) {
        member("numerator", figure?.numerator)
        member("denominator", figure?.denominator)
        member("percent", figure?.percent)
        member("value", figure?.average)
    }

    /// A national figure as an object, or null.
    mutating func write(_ national: NationalFigure?) {
        guard let national else { return null() }
        object { json in
            json.member("value", national.value)
            json.member("year", national.year)
            json.member("basis", national.basis.rawValue)
            json.member("release", national.release)
            json.member("group", national.group)
        }
    }
}
