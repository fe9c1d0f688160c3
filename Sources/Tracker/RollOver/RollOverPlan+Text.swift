import Assessment
import Reports

extension RollOverPlan {
    /// Which step, as JSON calls it.
    private static func name(_ step: RollOverPupil.Step) -> String {
        switch step {
        case .moves: "moves"
        case .staysDown: "stays_down"
        case .isPlaced: "placed"
        case .leaves: "leaves"
        case .hasLeft: "left"
        }
    }

    /// The plan as JSON: `{"from":2026,"to":2027,"batch":null,"applied":false,"counts":{..},"classes":[..],"pupils":[..]}`.
    ///
    /// - Parameters:
    ///   - batch: that wrote it; nil when nothing was written.
    ///   - applied: whether it was carried out.
    public func json(batch: Int64?, applied: Bool) -> String {
        var json = JSONText()
        json.object { json in
            json.member("from", from.endYear)
            json.member("to", to.endYear)
            json.key("batch")
            if let batch { json.value(Int(batch)) } else { json.null() }
            json.key("applied")
            json.value(applied)
            json.object("counts") { json in
                for step in ["moves", "stays_down", "placed", "leaves", "left"] {
                    json.member(step, count { Self.name($0) == step })
                }
            }
            json.array("classes") { json in
                for line in classes {
                    json.object { json in
                        json.member("year_group", line.key.yearGroup.rawValue)
                        json.member("class", line.key.className)
                        json.member("pupils", line.pupils)
                        json.member("new_year_group", line.newYearGroup?.rawValue)
                        json.member("new_class", line.newClass)
                    }
                }
            }
            json.array("pupils") { json in
                for planned in pupils {
                    json.object { json in
                        json.member("upn", planned.pupil.upn?.text)
                        json.member("surname", planned.pupil.surname)
                        json.member("forename", planned.pupil.forename)
                        json.member("step", Self.name(planned.step))
                        json.member("year_group", planned.newPlace?.yearGroup.rawValue)
                        json.member("class", planned.newPlace?.className)
                    }
                }
            }
        }
        return json.text
    }

    /// The plan in words for a terminal, a line a class.
    public func text(batch: Int64?, applied: Bool) -> String {
        var lines = ["\(to.label), after \(from.label)"]
        for line in classes {
            let old = line.key.className ?? "no class"
            let new = line.newYearGroup.map { "\($0.title), \(line.newClass ?? "no class")" } ?? "leave on \(lastDay)"
            lines.append("  \(line.key.yearGroup.title), \(old): \(line.pupils) pupils -> \(new)")
        }
        let staying = pupils.filter { if case .staysDown = $0.step { true } else { false } }
        if !staying.isEmpty {
            lines.append("  Do the year again: \(staying.map(\.pupil.displayName).joined(separator: "; "))")
        }
        let placed = count { if case .isPlaced = $0 { true } else { false } }
        if placed > 0 { lines.append("  Have a place in \(to.label) already: \(placed)") }
        let left = count { if case .hasLeft = $0 { true } else { false } }
        if left > 0 { lines.append("  Have left already: \(left)") }
        if !applied {
            lines.append("  Nothing is stored yet: this was a dry run.")
        } else if let batch {
            lines.append("  Stored as batch \(batch). Take it back with: leadline undo \(batch)")
        } else {
            lines.append("  Nothing new: everybody has a place or has left.")
        }
        return lines.joined(separator: "\n")
    }
}
