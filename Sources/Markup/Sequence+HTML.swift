extension Sequence {
    /// One piece of HTML for each element, in order, written into one buffer.
    public func html(_ piece: (Element) throws -> HTML) rethrows -> HTML {
        var joined = HTML()
        for element in self {
            joined.append(try piece(element))
        }
        return joined
    }
}
