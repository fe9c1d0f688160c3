/// The content of a file that was read before it was asked for; the same only as itself.
final class ReadContent: Sendable, Hashable {
    let content: FileContent

    init(_ content: FileContent) { self.content = content }

    static func == (one: ReadContent, other: ReadContent) -> Bool { one === other }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
