public import Assessment

/// A report over the years of pupils that can be written in every form.
public protocol JourneyContent: Sendable {
    func json(school: DfENumber?) -> JSONText
    /// Rows for a spreadsheet, headings first.
    func table() -> [[String]]
    /// For a terminal.
    ///
    /// - Parameter title: what stands first, such as the school's name and number.
    func text(title: String) -> String
}

extension ConversionMatrix: JourneyContent {}
extension SummativeProgress: JourneyContent {}
extension Expectations: JourneyContent {}
