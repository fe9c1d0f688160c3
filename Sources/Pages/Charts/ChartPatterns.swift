public import Markup

/// Hatchings that tell the three levels apart without colour. They stand once in a page that has charts.
public enum ChartPatterns {
    /// The hidden drawing that defines the hatchings.
    public static let definitions: HTML = """
        <svg class="chart-defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>\
        <pattern id="hatch-below" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <rect class="fill-below" width="7" height="7"/><rect class="hatch-dark" width="1.4" height="7"/></pattern>\
        <pattern id="hatch-higher" width="6" height="6" patternUnits="userSpaceOnUse">\
        <rect class="fill-higher" width="6" height="6"/><circle class="hatch-light" cx="3" cy="3" r=".9"/></pattern>\
        </defs></svg>

        """
}
