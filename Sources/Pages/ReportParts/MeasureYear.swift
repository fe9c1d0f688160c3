/// A measure in one year as a report says it.
public struct MeasureYear: Sendable, Hashable {
    /// The calendar year in which the school year ends.
    public var year: Int
    /// "68%", "20.6"; nil where there is no figure.
    public var figure: String?
    /// "41 of 60", "57 pupils"; where there is no figure why not.
    public var words: String
    /// The pupils behind it; nil where nobody may be named or there is nobody.
    public var address: String?
    /// On the scale of the measure, unrounded; nil where there is no figure.
    public var value: Double?
    /// The national value of the same year; nil where none is published.
    public var national: Double?
    /// What was unlike other years.
    public var note: String?
    /// Who is in no denominator: "2 left out, 3 not yet recorded".
    public var others: String?

    /// Makes a year.
    public init(
        year: Int, figure: String?, words: String, address: String? = nil, value: Double? = nil,
        national: Double? = nil, note: String? = nil, others: String? = nil
    ) {
        self.year = year
        self.figure = figure
        self.words = words
        self.address = address
        self.value = value
        self.national = national
        self.note = note
        self.others = others
    }
}
