/// The verdicts of one ``SubjectCase``, one for each of its values.
final class JudgedCase {
    let verdicts: [Verdict]
    /// The same as they stand in the preview's list, for pupils of whom nothing is stored and no choice was made; empty until they
    /// were first listed. A file has as many such pupils as the school has not yet heard of, and few different cases.
    var entries: [ItemList.Entry] = []

    init(_ verdicts: [Verdict]) { self.verdicts = verdicts }
}
