/// How the program works, in a page: keys, codes, rules.
public struct HelpModel: Page {
    /// A code and what it means, as the year's list has it.
    public struct Code: Hashable, Sendable {
        public var code: String
        public var meaning: String

        public init(_ code: String, _ meaning: String) {
            self.code = code
            self.meaning = meaning
        }
    }

    /// A list of codes under a title: `Test codes, 2025/26`.
    public struct CodeList: Hashable, Sendable {
        public var title: String
        public var codes: [Code]

        public init(title: String, codes: [Code]) {
            self.title = title
            self.codes = codes
        }
    }

    public var codeLists: [CodeList]

    public init(codeLists: [CodeList] = []) {
        self.codeLists = codeLists
    }
}
