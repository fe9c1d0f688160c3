/// The first and the last day of a term.
public struct TermSpan: Sendable, Hashable, Codable {
    public let first: CalendarDate
    public let last: CalendarDate

    public init(first: CalendarDate, last: CalendarDate) {
        self.first = first
        self.last = last
    }
}
