/// Why the style sheets and scripts could not be loaded.
public enum AssetsError: Error, Hashable, Sendable {
    case folderMissing
    case unreadable(String)

    /// What is wrong and what to do.
    public var message: String {
        switch self {
        case .folderMissing:
            "The pages' assets are missing beside the program. Install Leadline again, with its resource folders."
        case .unreadable(let name):
            "The asset \(name) cannot be read. Check its permissions, or install Leadline again."
        }
    }
}
