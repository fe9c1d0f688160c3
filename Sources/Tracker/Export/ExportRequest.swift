public import Assessment
import CommonTransferFile

/// A file that is asked for.
public struct ExportRequest: Sendable, Hashable {
    public var year: SchoolYear
    public var destination: ExportDestination
    /// One assessment of the year; nil for a transfer of pupils with all their results up to the year. The agency takes Key Stage 2
    /// only, so for it that is what nil means.
    public var assessment: AssessmentKind?
    public var scope: ExportScope

    public init(
        year: SchoolYear, destination: ExportDestination, assessment: AssessmentKind? = nil,
        scope: ExportScope = .everybody
    ) {
        self.year = year
        self.destination = destination
        self.assessment = destination == .standardsAgency ? assessment ?? .ks2 : assessment
        self.scope = scope
    }

    /// nil where no file of the assessment exists.
    var fileType: CTFFileType? { CTFFileType(assessment) }

    /// Whether it is a return of the agency, which is made only when nothing would be refused.
    var isStrict: Bool { destination == .standardsAgency }
}
