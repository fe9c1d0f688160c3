public import ArgumentParser
public import Reports

extension MatrixSide: ExpressibleByArgument {
    public init?(argument: String) { self.init(id: argument) }

    public var defaultValueDescription: String { id }
}

extension TermPoint: ExpressibleByArgument {
    public init?(argument: String) { self.init(id: argument) }
}
