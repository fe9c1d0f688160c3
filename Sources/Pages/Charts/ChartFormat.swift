/// Numbers and places as the charts write them: computed exactly, rounded only for display.
enum ChartFormat {
    /// A coordinate or length in percent of the drawing's width, to two decimals: "36.84%".
    static func percentLength(_ value: Double) -> String { "\(decimal(value, places: 2))%" }

    /// A percentage for reading: rounded half up to a whole number, "74%".
    static func percent(_ value: Double) -> String { "\(Int((value + 0.5).rounded(.down)))%" }

    /// A score for reading, to one decimal, half up: "104.6".
    static func score(_ value: Double) -> String { decimal(value, places: 1, keepsZeros: true) }

    /// Decimal notation without exponent; zeros at the end are left out unless kept.
    static func decimal(_ value: Double, places: Int, keepsZeros: Bool = false) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        // A hair is added, so that a value such as 2.675, held as 2.67499…, is rounded as it is written.
        let scaled = Int((abs(value) * Double(scale) + 0.5 + 1e-9).rounded(.down))
        var text = String(scaled / scale)
        if places > 0 {
            let fraction = String(scaled % scale)
            var digits = String(repeating: "0", count: places - fraction.count) + fraction
            while !keepsZeros, digits.hasSuffix("0") { digits.removeLast() }
            if !digits.isEmpty { text += "." + digits }
        }
        return value < 0 && scaled != 0 ? "-" + text : text
    }
}
