/// By what a conversion matrix calls a result lower, the same or higher; a legend says it in words.
public enum MatrixScale: Sendable, Hashable {
    /// Both sides are one assessment, so its own steps tell.
    case own
    /// Below, at and above the standard.
    case threeLevels
    /// Below the standard, or at it and above together, because one side has no higher standard.
    case twoLevels
    /// The sides can't be compared, so nothing is called lower or higher.
    case none

    /// What the colours mean, as a sentence or two.
    public var legend: String {
        switch self {
        case .own:
            "Both sides are the same assessment: the diagonal is the same result, and lower or higher is by its own steps."
        case .threeLevels:
            "Lower, the same or higher is by below, at and above the standard on either side. Codes that say nothing about the standard, such as A (absent), are not compared."
        case .twoLevels:
            "One side has no higher standard, so only below the standard is told from at the standard or above. Codes that say nothing about the standard, such as A (absent), are not compared."
        case .none:
            "One side has no standard to be below or above, so nothing here is called lower or higher."
        }
    }
}
