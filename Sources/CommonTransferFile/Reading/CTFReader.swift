public import TextFiles

/// Reads Common Transfer Files as a stream, in memory bounded by a pupil and not by the file.
public enum CTFReader {
    /// Reads a file to its end and hands over its header and each of its pupils.
    ///
    /// Elements are found by name and may come in any order; what is not known is passed over and counted. Takes UTF-8, UTF-16 and
    /// Windows-1252. Refuses DOCTYPE and entities, and anything beyond the limits. Runs on the calling thread at some 100 MB a second.
    ///
    /// A file is good only when it has been read to its end: collect what the closures are given, and use it after this returns.
    ///
    /// - Parameters:
    ///   - input: the file or the bytes.
    ///   - limits: the largest file to accept.
    ///   - progress: told the number of bytes of the file read so far, about every 128 kB.
    ///   - onHeader: called once, usually before the first pupil. An error it throws ends the reading.
    ///   - onPupil: called for each pupil, in the file's order. An error it throws ends the reading.
    /// - Throws: ``CTFError``, or what a closure throws.
    public static func read(
        _ input: TextInput, limits: CTFLimits = CTFLimits(), progress: ((_ bytesRead: Int) -> Void)? = nil,
        onHeader: (CTFHeader) throws -> Void, onPupil: (CTFPupil) throws -> Void
    ) throws -> CTFSummary {
        try read(
            input, limits: limits, chunkSize: 131_072, progress: progress, onHeader: onHeader, onPupil: onPupil)
    }

    static func read(
        _ input: TextInput, limits: CTFLimits, chunkSize: Int, progress: ((Int) -> Void)? = nil,
        onHeader: (CTFHeader) throws -> Void, onPupil: (CTFPupil) throws -> Void
    ) throws -> CTFSummary {
        let facts: TextFacts
        do { facts = try input.recognise(maximumBytes: limits.bytes) } catch { throw CTFError.unreadable(error) }
        let encodingWarning = try Self.encodingWarning(input, facts)
        guard let parser = SAXParser(limits: limits) else { throw CTFError.unreadable(.readFailed(path: "memory")) }
        var chunks = try Self.open(input, facts, chunkSize)
        var buffer: [UInt8] = []
        try parser.parse {
            if let header = parser.takeHeader() { try onHeader(header) }
            for pupil in parser.takePupils() { try onPupil(pupil) }
            if !buffer.isEmpty { progress?(chunks.bytesRead) }
            return try Self.next(&chunks, &buffer) ? buffer : []
        }
        guard parser.value(\.hasHeader) else { throw CTFError.headerMissing }
        if let header = parser.takeHeader() { try onHeader(header) }
        for pupil in parser.takePupils() { try onPupil(pupil) }

        var warnings = parser.value(\.warnings).all()
        if let encodingWarning { warnings.insert(encodingWarning, at: 0) }
        if parser.value(\.pupilCount) == 0 { warnings.append(.noPupils) }
        return CTFSummary(
            version: parser.value(\.version), encoding: facts.encoding, pupils: parser.value(\.pupilCount),
            records: parser.value(\.recordCount), warnings: warnings)
    }

    /// Compares what the file claims with what its bytes are.
    private static func encodingWarning(_ input: TextInput, _ facts: TextFacts) throws(CTFError) -> CTFWarning? {
        var head: [UInt8] = []
        var chunks = try open(input, facts, 1024)
        _ = try next(&chunks, &head)
        guard let claimed = try XMLDeclaration.claimedEncoding(head) else {
            return facts.encoding == .windows1252 ? .readAs(.windows1252, claimed: "UTF-8") : nil
        }
        guard let encodings = XMLDeclaration.encodings(named: claimed) else {
            throw .unsupportedEncoding(name: String(claimed.prefix(40)))
        }
        if encodings.contains(facts.encoding) { return nil }
        return facts.isASCII ? nil : .readAs(facts.encoding, claimed: claimed)
    }

    private static func open(_ input: TextInput, _ facts: TextFacts, _ size: Int) throws(CTFError) -> TextChunks {
        do { return try TextChunks(input, facts: facts, size: size) } catch { throw .unreadable(error) }
    }

    private static func next(_ chunks: inout TextChunks, _ buffer: inout [UInt8]) throws(CTFError) -> Bool {
        do { return try chunks.next(into: &buffer) } catch { throw .unreadable(error) }
    }
}
