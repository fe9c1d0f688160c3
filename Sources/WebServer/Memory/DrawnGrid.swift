import Assessment
import Markup
import Pages

/// A grid that was drawn, with the small facts that its page shows around it.
struct DrawnGrid: Sendable {
    let table: HTML
    let title: String
    let lede: String
    /// The classes of the year group, in order.
    let classes: [String]
    let progress: GridProgress
    let key: GridKey
    let footnote: String?
}
