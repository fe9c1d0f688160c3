/// What a number in a Key Stage 2 test record is.
public enum NumberReading: String, Sendable, Hashable, Codable, CaseIterable {
    case mark
    case scaled
}
