import Assessment

/// Gathers the items of a preview, holding each text once.
struct ItemList {
    typealias Entry = ImportItems.Entry

    private(set) var entries: [Entry] = []
    private(set) var texts: [String] = []
    private var places: [String: Int32] = [:]
    /// Of the result added last: a file repeats its dates.
    private var lastDate: (text: String?, place: Int32) = (nil, -1)

    /// One item to add.
    struct Item {
        var status: ImportStatus
        /// Its place among the plan's pupils; nil for an item of no pupil.
        var pupil: Int?
        var line: Int
        var assessment: AssessmentKind?
        var year: Int?
        var column: String?
        var old: String?
        var value: String?
        var message: String?
        var date: String?
        var flags: ImportItems.Flags = []

        init(
            _ status: ImportStatus, pupil: Int?, line: Int, assessment: AssessmentKind? = nil, year: Int? = nil,
            column: String? = nil, old: String? = nil, value: String? = nil, message: String? = nil,
            date: String? = nil, flags: ImportItems.Flags = []
        ) {
            self.status = status
            self.pupil = pupil
            self.line = line
            self.assessment = assessment
            self.year = year
            self.column = column
            self.old = old
            self.value = value
            self.message = message
            self.date = date
            self.flags = flags
        }
    }

    /// Makes room for some more items at once: a list of hundreds of thousands is not copied while it grows.
    mutating func reserve(_ count: Int) { entries.reserveCapacity(entries.count + count) }

    mutating func add(_ item: Item) { entries.append(entry(item)) }

    /// Takes the item that was added last out of the list again.
    mutating func removeLast() -> Entry { entries.removeLast() }

    /// Puts items before all others.
    mutating func putFirst(_ first: [Entry]) { entries.insert(contentsOf: first, at: 0) }

    /// An item in the form in which it is kept, its texts among ``texts``; not yet in the list.
    mutating func entry(_ item: Item) -> Entry {
        Entry(
            pupil: item.pupil.map(Int32.init) ?? -1, line: Int32(clamping: item.line), column: place(item.column),
            old: place(item.old), value: place(item.value), message: place(item.message), date: place(item.date),
            year: item.year.flatMap(Int16.init(exactly:)) ?? -1, status: item.status,
            assessment: ImportItems.index(item.assessment), flags: item.flags)
    }

    /// Adds an item as it was made by ``entry(_:)``, as this pupil's.
    mutating func add(_ entry: Entry, pupil: Int, line: Int, date: String?) {
        var entry = entry
        entry.pupil = Int32(pupil)
        entry.line = Int32(clamping: line)
        if date != lastDate.text { lastDate = (date, place(date)) }
        entry.date = lastDate.place
        entries.append(entry)
    }

    /// The same with judgements as people see them: in the school's words instead of by their stored names.
    func shown(_ settings: SummativeSettings) -> ItemList {
        let judgements = ImportItems.index(.summative)
        guard entries.contains(where: { $0.assessment == judgements }) else { return self }
        var list = self
        for index in entries.indices where entries[index].assessment == judgements {
            let entry = entries[index]
            guard let column = text(entry.column), let year = SchoolYear(endYear: Int(entry.year)) else { continue }
            func place(_ old: Int32) -> Int32 {
                list.place(text(old).map { settings.shown($0, in: ColumnID(rawValue: column), of: year) })
            }
            list.entries[index].old = place(entry.old)
            list.entries[index].value = place(entry.value)
        }
        return list
    }

    func text(_ place: Int32) -> String? { place < 0 ? nil : texts[Int(place)] }

    private mutating func place(_ text: String?) -> Int32 {
        guard let text else { return -1 }
        if let known = places[text] { return known }
        let place = Int32(texts.count)
        texts.append(text)
        places[text] = place
        return place
    }
}
