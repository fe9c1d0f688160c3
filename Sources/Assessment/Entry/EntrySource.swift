/// Whether a person or an official file brings a value; a file brings codes that nobody may type.
public enum EntrySource: Sendable, Hashable {
    case hand
    case file
}
