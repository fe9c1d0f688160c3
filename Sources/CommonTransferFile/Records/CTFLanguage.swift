/// A language of a pupil: what it is to them (`F` first language, `H` home ...) and its code (`ENG`).
public struct CTFLanguage: Sendable, Hashable {
    public var type: String?
    public var code: String?

    public init(type: String?, code: String?) {
        self.type = type
        self.code = code
    }
}
