public import Assessment

/// A file that was dropped and waits until somebody has looked at its preview.
public struct WaitingFile: Sendable, Hashable {
    public var id: Int64
    /// The name it came with.
    public var fileName: String
    public var sha256: String
    /// Bytes.
    public var size: Int64
    /// ISO 8601 time in UTC.
    public var at: String
    /// What the person has said so far.
    public var settings: Settings
    /// Where its bytes are.
    public var path: String

    /// Everything that was said about it, kept with the file.
    public struct Settings: Sendable, Hashable, Codable {
        public var year: SchoolYear?
        public var options: ImportOptions
        public var choices: ImportChoices

        public init(
            year: SchoolYear? = nil, options: ImportOptions = ImportOptions(), choices: ImportChoices = .none
        ) {
            self.year = year
            self.options = options
            self.choices = choices
        }
    }

    public init(
        id: Int64, fileName: String, sha256: String, size: Int64, at: String, settings: Settings, path: String
    ) {
        self.id = id
        self.fileName = fileName
        self.sha256 = sha256
        self.size = size
        self.at = at
        self.settings = settings
        self.path = path
    }

    /// The file as ``Tracker/preview(file:school:year:options:choices:as:)`` takes it.
    public var file: ImportFile { ImportFile(name: fileName, path: path, sha256: sha256) }
}
