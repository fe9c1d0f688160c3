import Assessment

/// Finds the pupils of a block's lines.
struct PasteMatcher {
    let pupils: [PastePupil]
    let answers: [String: String]

    /// What a line says of its pupil.
    struct Given {
        var upn: String?
        var name: String?

        var text: String { [upn, name].compactMap(\.self).joined(separator: " ") }
    }

    struct Found {
        var pupil: PastePupil?
        var message: String?
        var question: PastePlan.Question?
    }

    func find(_ given: Given, line: Int) -> Found {
        if let upn = given.upn, !upn.isEmpty {
            guard let pupil = pupils.first(where: { $0.has(upn: upn.uppercased()) }) else {
                return Found(message: "No pupil here has this UPN.")
            }
            if let name = given.name, !name.isEmpty, !pupil.isNamed(name), !pupil.mayBeNamed(name) {
                return Found(pupil: pupil, message: "The line says “\(name)”; the UPN is this pupil’s.")
            }
            return Found(pupil: pupil)
        }
        guard let name = given.name, !name.isEmpty else {
            return Found(message: "The line names nobody.")
        }
        var fitting = pupils.filter { $0.isNamed(name) }
        if fitting.isEmpty { fitting = pupils.filter { $0.mayBeNamed(name) } }
        guard fitting.count > 1 else {
            return Found(
                pupil: fitting.first, message: fitting.isEmpty ? "No pupil here has this name." : nil)
        }
        let id = "name:\(line)"
        if let answer = answers[id] {
            if answer.isEmpty { return Found(message: "Left out, as you said.") }
            if let pupil = fitting.first(where: { $0.key == answer }) { return Found(pupil: pupil) }
        }
        return Found(
            message: "Several pupils can be meant.",
            question: PastePlan.Question(
                id: id, text: "Which pupil is “\(name)” on line \(line)?",
                options: fitting.map { .init(value: $0.key, title: $0.title) }
                    + [.init(value: "", title: "Leave the line out")]))
    }

    /// Whether most texts of a column are names of pupils.
    func areNames(_ texts: [String]) -> Bool {
        let given = texts.filter { !$0.isEmpty }
        guard !given.isEmpty else { return false }
        let known = given.filter { text in pupils.contains { $0.isNamed(text) || $0.mayBeNamed(text) } }
        return known.count * 2 > given.count
    }
}
