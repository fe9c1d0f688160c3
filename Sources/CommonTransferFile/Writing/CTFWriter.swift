/// Writes a Common Transfer File as a stream, pupil by pupil.
///
/// Elements come in the order of the format; what is missing or empty is left out, since empty elements have broken importers. UTF-8
/// without a byte order mark. Values are written as they are: check them before. Records keep their order within a stage, and stages come in the
/// order EYF, KS1, KS2, then others as they first occur. Not for use from two tasks at once.
public struct CTFWriter: ~Copyable {
    /// Takes the next bytes of the file.
    public typealias Sink = ([UInt8]) throws -> Void

    private enum State {
        case new, open, finished
    }

    private static let pieceSize = 65_536
    private let sink: Sink
    private let sexElement: CTFVersion.SexElement
    private var state = State.new
    private var output = XMLOutput()

    /// - Parameters:
    ///   - sexElement: as the file's version calls it.
    ///   - sink: takes the bytes in pieces of about 64 kB; what it throws comes out of the writing call.
    public init(sexElement: CTFVersion.SexElement = .sex, sink: @escaping Sink) {
        self.sexElement = sexElement
        self.sink = sink
    }

    /// Writes everything before the first pupil.
    ///
    /// - Throws: ``CTFWriteError``, or what the sink throws.
    public mutating func begin(_ header: CTFHeader) throws {
        guard state == .new else { throw CTFWriteError.outOfOrder }
        try CTFTextCheck.check(header)
        state = .open
        output.open("CTfile")
        output.write(header)
        output.open("CTFpupilData")
    }

    /// Writes one pupil with all records.
    ///
    /// - Throws: ``CTFWriteError``, or what the sink throws.
    public mutating func write(_ pupil: CTFPupil) throws {
        guard state == .open else { throw CTFWriteError.outOfOrder }
        try CTFTextCheck.check(pupil)
        output.write(pupil, sexElement)
        if output.bytes.count >= Self.pieceSize { try flush() }
    }

    /// Writes the end and hands over what is still held back. The file is complete only after this call.
    public mutating func finish() throws {
        guard state == .open else { throw CTFWriteError.outOfOrder }
        state = .finished
        output.close("CTFpupilData")
        output.close("CTfile")
        try flush()
    }

    /// The whole file in memory.
    public static func bytes(
        header: CTFHeader, pupils: some Sequence<CTFPupil>, sexElement: CTFVersion.SexElement = .sex
    ) throws -> [UInt8] {
        var writer = CTFWriter(sexElement: sexElement, sink: { _ in })
        try writer.begin(header)
        for pupil in pupils {
            try CTFTextCheck.check(pupil)
            writer.output.write(pupil, sexElement)
        }
        writer.output.close("CTFpupilData")
        writer.output.close("CTfile")
        return writer.output.bytes
    }

    /// Why a pupil can't be written; nil when they can.
    public static func problem(in pupil: CTFPupil) -> CTFWriteError? {
        do throws(CTFWriteError) {
            try CTFTextCheck.check(pupil)
            return nil
        } catch {
            return error
        }
    }

    private mutating func flush() throws {
        try sink(output.bytes)
        output.bytes.removeAll(keepingCapacity: true)
    }
}
