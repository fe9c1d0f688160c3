/// Where in the text buffer the fields of the record that is being read stand.
struct RecordFields {
    var line = 0
    var locale = 0..<0
    var subject = 0..<0
    var method = 0..<0
    var component = 0..<0
    var status = 0..<0
    var qualifier = 0..<0
    var year = 0..<0
    var result = 0..<0
    var date = 0..<0
}
