import ArgumentParser
import Assessment

/// Which assessment of which school a command of the grid is about, and how it answers.
struct GridOptions: ParsableArguments {
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year, as the calendar year it ends in.") var year: YearArgument
    @Option(help: "The assessment: eyfsp, phonics, ks1, mtc, ks2 or summative.") var assessment = AssessmentKind.ks2
    @Option(help: "text or json.") var format = OutputFormat.text

    mutating func validate() throws {
        guard format == .text || format == .json else { throw ValidationError("The format must be text or json.") }
    }
}
