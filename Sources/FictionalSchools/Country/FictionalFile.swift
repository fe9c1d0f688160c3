/// The kinds of file that are written of a school.
public enum FictionalFile: String, Sendable, Hashable, CaseIterable {
    case roster
    /// The results file of the DfE's portal.
    case results = "dfe"
    /// The partial CTF with Key Stage 2 results.
    case keyStage2Transfer = "ks2"
    /// The full CTF of the Year 6 leavers.
    case fullTransfer = "ctf"
    /// The partial CTF with every statutory assessment of the year.
    case assessmentTransfer = "assessments"
}
