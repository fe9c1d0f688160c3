import Foundation

/// The files the pages use, read once when the program starts and kept in memory.
public struct Assets: Sendable {
    private let files: [String: Asset]

    /// Assets given by hand, as tests do.
    init(files: [String: Asset]) {
        self.files = files
    }

    /// Reads the files that came with the program; call it once.
    public static func load() throws(AssetsError) -> Assets {
        guard let folder = Bundle.module.url(forResource: "Assets", withExtension: nil),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        else { throw .folderMissing }
        var files: [String: Asset] = [:]
        for name in names {
            guard let type = contentType(of: name) else { continue }
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else { throw .unreadable(name) }
            files[name] = Asset(bytes: Array(data), contentType: type)
        }
        return Assets(files: files)
    }

    /// The asset of that name, such as `leadline.css`; nil when there is none.
    public func asset(named name: String) -> Asset? {
        files[name]
    }

    /// All names, in order.
    public var names: [String] { files.keys.sorted() }

    /// The address with the content's version in it, so that the answer may be cached for ever.
    public func url(for name: String) -> String {
        Route.asset(name: name, version: files[name]?.hash ?? "0").link
    }

    private static func contentType(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: nil
        }
    }
}
