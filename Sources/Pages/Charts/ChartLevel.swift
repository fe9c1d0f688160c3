/// The ordered scale of attainment, below to higher, with its look.
enum ChartLevel: String, CaseIterable {
    case below, at, higher

    /// The class that fills a shape: colour and hatching.
    var fill: String { "level-\(rawValue)" }
}
