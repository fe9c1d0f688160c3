import NIOCore

/// The body of a save: `{"value":"38","date":"2026-05-14","revision":7}`.
struct CellBody: Decodable, Equatable {
    var value: String
    var date: String?
    var revision: Int64?

    /// Reads the plain form in which pages and most scripts write it: strings without escapes, whole numbers, each name once.
    ///
    /// Nil for every other body, right or wrong: those are for the general decoder, which takes several times as long as
    /// everything else that is done to a body.
    init?(plain bytes: ByteBufferView) {
        var reader = PlainJSON(bytes)
        var value: String?
        var date: String?
        var revision: Int64?
        guard reader.take("{") else { return nil }
        repeat {
            guard let name = reader.string(), reader.take(":") else { return nil }
            switch name {
            case "value" where value == nil: value = reader.string()
            case "date" where date == nil: date = reader.string()
            case "revision" where revision == nil: revision = reader.number()
            default: return nil
            }
            guard !reader.hasFailed else { return nil }
        } while reader.take(",")
        guard reader.take("}"), reader.isAtEnd, let value else { return nil }
        self.value = value
        self.date = date
        self.revision = revision
    }
}
