/// Gathers warnings so that each is given once, with a count, however often its cause occurs.
struct CTFWarningCollector {
    /// Names listed one by one; a hostile file could have millions.
    private static let mostNames = 50

    private struct Tally {
        var count: Int
        let firstLine: Int
    }

    private var plain: [CTFWarning] = []
    private var notKept: [String] = []
    private var unknown: [String: Tally] = [:]
    private var more = 0
    private var repeats: [String: Tally] = [:]
    private var unreadable: [String: (tally: Tally, example: String)] = [:]

    mutating func add(_ warning: CTFWarning) {
        plain.append(warning)
    }

    mutating func addNotKept(_ name: String) {
        if !notKept.contains(name) { notKept.append(name) }
    }

    mutating func addUnknown(_ name: String, line: Int) {
        let name = String(name.prefix(80))
        if unknown[name] == nil, unknown.count == Self.mostNames {
            more += 1
            return
        }
        unknown[name, default: Tally(count: 0, firstLine: line)].count += 1
    }

    mutating func addRepeated(_ name: String, line: Int) {
        repeats[name, default: Tally(count: 0, firstLine: line)].count += 1
    }

    mutating func addUnreadable(_ name: String, _ text: String, line: Int) {
        unreadable[name, default: (Tally(count: 0, firstLine: line), String(text.prefix(40)))].tally.count += 1
    }

    /// All warnings, in the order of the lines where each began.
    func all() -> [CTFWarning] {
        var all = plain
        if !notKept.isEmpty { all.append(.sectionsNotKept(notKept)) }
        for (name, tally) in repeats.sorted(by: { ($0.value.firstLine, $0.key) < ($1.value.firstLine, $1.key) }) {
            all.append(.repeatedElement(name: name, count: tally.count, firstLine: tally.firstLine))
        }
        for (name, seen) in unreadable.sorted(by: { $0.key < $1.key }) {
            all.append(
                .unreadableFlag(
                    name: name, example: seen.example, count: seen.tally.count, firstLine: seen.tally.firstLine))
        }
        for (name, tally) in unknown.sorted(by: { ($0.value.firstLine, $0.key) < ($1.value.firstLine, $1.key) }) {
            all.append(.unknownElement(name: name, count: tally.count, firstLine: tally.firstLine))
        }
        if more > 0 { all.append(.moreUnknownElements(count: more)) }
        return all
    }
}
