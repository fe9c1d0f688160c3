public import Assessment

/// What a file is for, as its name says it.
public enum CTFFileType: String, Sendable, Hashable, CaseIterable {
    /// A transfer: pupils with all their results.
    case transfer = "CTF"
    case profile = "FSP"
    case phonics = "PHO"
    case keyStage1 = "KS1"
    case keyStage2 = "KS2"
    case multiplication = "MTC"

    /// The type of a transfer, or of the file of one assessment; nil for judgements, which go in no file.
    ///
    /// - Parameter assessment: nil for a transfer.
    public init?(_ assessment: AssessmentKind?) {
        switch assessment {
        case nil: self = .transfer
        case .eyfsp: self = .profile
        case .phonics: self = .phonics
        case .ks1: self = .keyStage1
        case .ks2: self = .keyStage2
        case .mtc: self = .multiplication
        case .summative: return nil
        }
    }

    /// The header's free text. Those of the profile, phonics and Key Stage 2 are as seen in files; that of Key Stage 1 follows
    /// them; the DfE's own file of the multiplication tables check has none.
    public var dataDescriptor: String? {
        switch self {
        case .transfer, .multiplication: nil
        case .profile: "Partial CTF containing Early Years Foundation Stage data"
        case .phonics: "Partial CTF containing phonics check data"
        case .keyStage1: "Partial CTF containing Key Stage 1 data"
        case .keyStage2: "Partial CTF containing Key Stage 2 data"
        }
    }
}
