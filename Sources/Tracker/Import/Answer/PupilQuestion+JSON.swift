import Assessment

extension PupilQuestion {
    /// As it stands in the list `proposals` of an import's JSON.
    func write(to json: inout JSONBytes) {
        json.raw("{\"pupil\":")
        json.string(key)
        json.raw(",\"upn\":")
        json.optionalString(upn)
        json.raw(",\"name\":")
        json.string(name)
        json.raw(",\"date_of_birth\":")
        json.optionalString(dateOfBirth?.description)
        json.raw(",\"line\":")
        json.number(line)
        json.raw(",\"answer\":")
        switch answer {
        case .existing(let id): json.number(id)
        case .new: json.string("new")
        case nil: json.raw("null")
        }
        json.raw(",\"unanswered\":")
        json.string(unanswered.rawValue)
        json.raw(",\"may_be_new\":")
        json.flag(mayBeNew)
        json.raw(",\"candidates\":")
        Self.write(candidates, to: &json)
        json.raw(",\"not_offered\":")
        Self.write(others, to: &json)
        json.raw("}")
    }

    private static func write(_ namesakes: [Namesake], to json: inout JSONBytes) {
        json.raw("[")
        for (index, namesake) in namesakes.enumerated() {
            if index > 0 { json.raw(",") }
            json.raw("{\"id\":")
            json.number(namesake.id)
            json.raw(",\"upn\":")
            json.optionalString(namesake.upn?.text)
            json.raw(",\"name\":")
            json.string(namesake.name)
            json.raw(",\"date_of_birth\":")
            json.optionalString(namesake.dateOfBirth?.description)
            json.raw(",\"likeness\":")
            json.string(namesake.likeness.rawValue)
            json.raw("}")
        }
        json.raw("]")
    }
}
