/// The relationships of a part: which other parts it uses, by id and by kind.
final class Relationships: XMLPartHandler {
    struct Link {
        var id: String
        /// The last word of its type: `worksheet`, `sharedStrings`, `styles`, `officeDocument`.
        var kind: String
        /// The part, as a path in the archive.
        var target: String
    }

    private(set) var links: [Link] = []
    private(set) var failure: WorkbookError?
    private let folder: [Substring]

    /// - Parameter part: the part they belong to, such as `xl/workbook.xml`; empty for the package.
    private init(of part: String) {
        folder = part.split(separator: "/").dropLast()
    }

    /// Reads them; empty when the part has none.
    static func read(of part: String, in archive: ZipArchive) throws(WorkbookError) -> Relationships {
        let relationships = Relationships(of: part)
        let folder = relationships.folder.map { "\($0)/" }.joined()
        let name = part.split(separator: "/").last.map(String.init) ?? ""
        let path = "\(folder)_rels/\(name).rels"
        guard archive.has(path) else { return relationships }
        try XMLPartParser.read(path, of: archive, into: relationships)
        return relationships
    }

    /// The first part of a kind.
    func target(kind: String) -> String? { links.first { $0.kind == kind }?.target }

    func target(id: String) -> Link? { links.first { $0.id == id } }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes["TargetMode"] != "External" else { return }
        guard links.count < 10_000 else {
            failure = .damaged(reason: "it has more parts than a workbook has.")
            return
        }
        guard let type = attributes["Type"], let target = attributes["Target"], let path = resolve(target) else {
            return
        }
        let kind = type.split(separator: "/").last.map(String.init) ?? type
        links.append(Link(id: attributes["Id"] ?? "", kind: kind, target: path))
    }

    /// The target as a path from the archive's root; nil when it leads out of it.
    private func resolve(_ target: String) -> String? {
        var path: [Substring] = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..":
                guard !path.isEmpty else { return nil }
                path.removeLast()
            default: path.append(step)
            }
        }
        return path.joined(separator: "/")
    }
}
