public import Foundation

/// Times as they are stored: ISO 8601 in UTC with milliseconds, so that text order is time order.
public enum TimestampText {
    /// The text for a time, like `2026-07-07T07:31:02.125Z`.
    public static func text(_ date: Date) -> String { date.formatted(style) }

    /// The time that a stored text stands for; nil when it is not one.
    public static func date(_ text: String) -> Date? { try? style.parse(text) }

    private static var style: Date.ISO8601FormatStyle { Date.ISO8601FormatStyle(includingFractionalSeconds: true) }
}
