extension String {
    /// In the middle of a sentence.
    var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }

    /// At the start of a sentence.
    var uppercasedStart: String { prefix(1).uppercased() + dropFirst() }
}
