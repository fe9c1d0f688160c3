/// Rounds figures for display, half up: whole percentages, averages to one decimal. Nothing is computed on from these.
///
/// What is known as a fraction is rounded as a fraction, in whole numbers; a double that was published as a decimal
/// (`61.5`, `104.25`) is rounded by its decimal digits, so that no binary tail decides.
public enum DisplayNumber {
    /// A fraction as the nearest whole number, halves up (2.5 is 3, -2.5 is -2).
    ///
    /// - Parameter denominator: more than 0.
    /// - Returns: 0 when the denominator is not more than 0.
    public static func roundedHalfUp(_ numerator: Int, by denominator: Int) -> Int {
        guard denominator > 0 else { return 0 }
        let doubled = 2 * numerator + denominator
        let quotient = doubled / (2 * denominator)
        return doubled < 0 && doubled % (2 * denominator) != 0 ? quotient - 1 : quotient
    }

    /// A sum by a number to one decimal, rounded half up: an average scaled score (`104.6`). nil when the number is 0.
    public static func average(sum: Int, of pupils: Int) -> String? {
        pupils > 0 ? tenths(roundedHalfUp(10 * sum, by: pupils)) : nil
    }

    /// Tenths as a decimal: 1046 is `104.6`, -5 is `-0.5`.
    public static func tenths(_ tenths: Int) -> String {
        "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    /// A double as a whole number, halves up.
    public static func whole(_ value: Double) -> String { text(value, decimals: 0) }

    /// A double to one decimal, halves up.
    public static func oneDecimal(_ value: Double) -> String { text(value, decimals: 1) }

    /// - Parameters:
    ///   - value: a figure of ordinary size, under 10^15; others are written as they are.
    ///   - decimals: 0 to 3.
    static func text(_ value: Double, decimals: Int) -> String {
        // The shortest decimal that reads back as the same double is what was published or typed.
        let digits = "\(value.magnitude)"
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard value.isFinite, parts.count == 2, value.magnitude < 1e15, let whole = Int(parts[0]) else {
            return value.magnitude < 1e-4 ? text(0, decimals: decimals) : "\(value)"
        }
        guard parts[1].utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return text(0, decimals: decimals) }
        let fraction = Array(parts[1].utf8).map { Int($0) - 48 }
        var scaled = whole
        for place in 0..<decimals { scaled = scaled * 10 + (place < fraction.count ? fraction[place] : 0) }
        let rest = fraction.dropFirst(decimals)
        let isNegative = value < 0
        if let first = rest.first {
            let isHalf = first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
            if isHalf ? !isNegative : first >= 5 { scaled += 1 }
        }
        var unit = 1
        for _ in 0..<decimals { unit *= 10 }
        let sign = isNegative && scaled != 0 ? "-" : ""
        guard decimals > 0 else { return "\(sign)\(scaled)" }
        let tail = "\(scaled % unit)"
        return "\(sign)\(scaled / unit).\(String(repeating: "0", count: decimals - tail.count))\(tail)"
    }
}
