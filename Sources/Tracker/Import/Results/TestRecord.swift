import CommonTransferFile

/// One Key Stage 2 test record of a pupil, as far as its value must be understood.
struct TestRecord {
    /// Component and qualifier, `MAT/NS`: what tells two numbers of a test apart.
    var code: String
    var text: String
    var value: CTFTestValue
    var line: Int
    var date: String?
}
