import Markup

/// How much of something is in, as a bar with its words.
enum ProgressBar {
    /// `51 of 62 results in`, with a bar that is drawn only; the words carry the number.
    static func results(_ recorded: Int, of due: Int) -> HTML {
        guard due > 0 else { return "<span class=\"muted\">No results in, none due</span>" }
        return """
            <span class="progress"><span>\(Count.grouped(recorded)) of \(Count.of(due, "result")) in</span>\
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/>\
            <rect class="part" width="\(Count.percent(recorded, of: due))" height="8"/></svg></span>
            """
    }
}
