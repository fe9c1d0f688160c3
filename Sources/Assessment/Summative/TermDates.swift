/// When the six terms of each school year are: the school's own dates where it has set them, else the usual ones.
public struct TermDates: Sendable, Hashable, Codable {
    /// The dates of one school year.
    private struct Year: Sendable, Hashable, Codable {
        let year: SchoolYear
        /// Six, from Autumn 1 to Summer 2.
        let spans: [TermSpan]
    }

    private var years: [Year] = []

    public init() {}

    /// Reads what was stored by the same rules by which dates are set.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        var dates = TermDates()
        for year in try container.decode([Year].self, forKey: .years) {
            do throws(SummativeProblem) {
                dates = try dates.setting(year.spans, in: year.year)
            } catch {
                throw DecodingError.dataCorruptedError(
                    forKey: .years, in: container, debugDescription: error.message)
            }
        }
        self = dates
    }

    /// Of one term. The usual dates leave no day of the school year out; a school's own leave out the holidays.
    public func span(of term: SummativeTerm, in year: SchoolYear) -> TermSpan {
        spans(in: year)[term.index]
    }

    /// Of all six terms, from Autumn 1 to Summer 2.
    public func spans(in year: SchoolYear) -> [TermSpan] {
        years.first { $0.year == year }?.spans ?? Self.usual(year)
    }

    /// The years of which the school has set the dates, oldest first.
    public var ownYears: [SchoolYear] { years.map(\.year) }

    /// Whether the school has set the dates of a year.
    public func isOwn(_ year: SchoolYear) -> Bool { years.contains { $0.year == year } }

    /// The last term that had begun by a day; Autumn 1 before that.
    public func term(on day: CalendarDate, in year: SchoolYear) -> SummativeTerm {
        SummativeTerm.allCases.last { span(of: $0, in: year).first <= day } ?? .autumn1
    }

    /// The same dates with those of one year set.
    ///
    /// - Parameter spans: six, from Autumn 1 to Summer 2, in order, none reaching into the next, all within the school year.
    public func setting(_ spans: [TermSpan], in year: SchoolYear) throws(SummativeProblem) -> TermDates {
        guard spans.count == SummativeTerm.allCases.count else {
            throw SummativeProblem("autumn1.first", "Enter the dates of all six terms.")
        }
        var faults: [SummativeProblem.Fault] = []
        var before: (term: SummativeTerm, span: TermSpan)?
        for (term, span) in zip(SummativeTerm.allCases, spans) {
            if let fault = Self.fault(span, of: term, in: year, after: before) {
                faults.append(fault)
            } else {
                before = (term, span)
            }
        }
        guard faults.isEmpty else { throw SummativeProblem(faults) }
        var dates = self
        dates.years.removeAll { $0.year == year }
        dates.years.append(Year(year: year, spans: spans))
        dates.years.sort { $0.year < $1.year }
        return dates
    }

    /// The first thing wrong with a term's dates.
    private static func fault(
        _ span: TermSpan, of term: SummativeTerm, in year: SchoolYear,
        after before: (term: SummativeTerm, span: TermSpan)?
    ) -> SummativeProblem.Fault? {
        for (name, day) in [("first", span.first), ("last", span.last)] where !year.contains(day) {
            return .init(
                "\(term.rawValue).\(name)",
                "\(term.title) must be within the school year \(year.label): 1 September \(year.endYear - 1) to 31 August \(year.endYear), not on \(day.inWords)."
            )
        }
        if span.first > span.last {
            return .init(
                "\(term.rawValue).last", "The last day of \(term.title) must be on or after its first day.")
        }
        if let before, before.span.last >= span.first {
            return .init(
                "\(term.rawValue).first",
                "\(term.title) must begin after \(before.term.title) ends, on \(before.span.last.inWords).")
        }
        return nil
    }

    /// The same dates with a year set back to the usual ones.
    public func clearing(_ year: SchoolYear) -> TermDates {
        var dates = self
        dates.years.removeAll { $0.year == year }
        return dates
    }

    /// Half terms as they mostly fall in England; nothing depends on a day more or less until the school sets its own.
    private static func usual(_ year: SchoolYear) -> [TermSpan] {
        let days = [(9, 1, 10, 31), (11, 1, 12, 31), (1, 1, 2, 18), (2, 19, 4, 10), (4, 11, 5, 31), (6, 1, 8, 31)]
        return days.compactMap { firstMonth, firstDay, lastMonth, lastDay in
            let calendarYear = firstMonth >= 9 ? year.endYear - 1 : year.endYear
            guard let first = CalendarDate(year: calendarYear, month: firstMonth, day: firstDay),
                let last = CalendarDate(year: calendarYear, month: lastMonth, day: lastDay)
            else { return nil }
            return TermSpan(first: first, last: last)
        }
    }
}
