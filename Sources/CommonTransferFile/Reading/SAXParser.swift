import CLibXML2

/// libxml2's SAX2 parser, which asks for the file piece by piece, with a ``CTFBuilder`` behind it.
///
/// Asked and not fed: pushed pieces it first looks through for the end of each tag and text, in case the rest is still to come, which
/// takes nearly half as long again.
///
/// Never builds a tree, never loads anything, never replaces an entity other than the five of XML. Owns C memory, freed when it goes away;
/// not for use from two tasks at once.
struct SAXParser: ~Copyable {
    /// What a parse works on. Its address is what libxml2 hands to the callbacks.
    private struct Context {
        var builder: CTFBuilder
        var parser: xmlParserCtxtPtr?
        /// Gives the next piece, empty at the end; only while a parse runs.
        var nextPiece: (() throws -> [UInt8])?
        var piece: [UInt8] = []
        var position = 0
        /// Why there are no more pieces.
        var readFailure: (any Error)?
        var isExhausted = false
        /// The first thing that libxml2 has to complain about.
        var complaint: XMLComplaint?
        /// The last bytes that came, to tell a file that was cut off from one that is broken near its end.
        var tail: [UInt8] = []

        /// True when the end tag of the root is among the last bytes.
        var endsWithRoot: Bool {
            String(decoding: tail, as: UTF8.self).lowercased().contains("ctfile>")
        }

        func line() -> Int { Int(xmlSAX2GetLineNumber(parser.map { UnsafeMutableRawPointer($0) })) }

        /// The last line of which something was read.
        func lastLine() -> Int { line() - (tail.last == UInt8(ascii: "\n") ? 1 : 0) }

        /// Hands bytes to libxml2, which takes it for the end when it is given fewer than it asks for; returns their number,
        /// or -1 when they can't be read.
        mutating func read(into target: UnsafeMutablePointer<CChar>, count: Int) -> Int {
            var filled = 0
            while filled < count {
                if position == piece.count, !takePiece() { break }
                let length = min(count - filled, piece.count - position)
                piece.withUnsafeBytes { bytes in
                    UnsafeMutableRawBufferPointer(start: target + filled, count: length)
                        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + length]))
                }
                position += length
                filled += length
            }
            return readFailure == nil ? filled : -1
        }

        private mutating func takePiece() -> Bool {
            guard !isExhausted else { return false }
            do {
                piece = try nextPiece?() ?? []
            } catch {
                readFailure = error
                piece = []
            }
            position = 0
            isExhausted = piece.isEmpty
            let length = 64
            if !isExhausted { tail = Array((piece.count < length ? tail + piece : piece).suffix(length)) }
            return !isExhausted
        }
    }

    private static let isLibraryReady: Bool = {
        xmlInitParser()
        return true
    }()

    private let context: UnsafeMutablePointer<Context>
    private let parser: xmlParserCtxtPtr

    /// Nil only when there is no memory left.
    init?(limits: CTFLimits) {
        guard Self.isLibraryReady else { return nil }
        let context = UnsafeMutablePointer<Context>.allocate(capacity: 1)
        context.initialize(to: Context(builder: CTFBuilder(limits: limits), parser: nil))
        var handler = Self.handler()
        let read: xmlInputReadCallback = { data, target, count in
            guard let data, let target else { return -1 }
            return Int32(data.assumingMemoryBound(to: Context.self).pointee.read(into: target, count: Int(count)))
        }
        guard let parser = xmlCreateIOParserCtxt(&handler, context, read, nil, context, XML_CHAR_ENCODING_UTF8) else {
            Self.free(context)
            return nil
        }
        // The bytes are UTF-8 already, whatever the declaration says. Not HUGE, which lifts libxml2's own limits, and
        // not NOENT, which replaces entities.
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue
        xmlCtxtUseOptions(parser, Int32(options))
        context.pointee.parser = parser
        self.context = context
        self.parser = parser
    }

    deinit {
        xmlFreeParserCtxt(parser)
        Self.free(context)
    }

    private static func free(_ context: UnsafeMutablePointer<Context>) {
        context.pointee.builder.free()
        context.deinitialize(count: 1)
        context.deallocate()
    }

    /// Reads a whole document; to be called once.
    ///
    /// - Parameter next: gives the next bytes in UTF-8, none at the end; what was read before them can be taken there.
    /// - Throws: ``CTFError``, or what `next` throws.
    func parse(_ next: () throws -> [UInt8]) throws {
        withoutActuallyEscaping(next) { next in
            context.pointee.nextPiece = next
            defer { context.pointee.nextPiece = nil }
            xmlParseDocument(parser)
        }
        if let failure = context.pointee.readFailure { throw failure }
        if let failure = context.pointee.builder.failure { throw failure }
        let isComplete = context.pointee.builder.isComplete
        if let complaint = context.pointee.complaint {
            let isCutOff = complaint.isAtEnd && context.pointee.isExhausted && !isComplete
            if isCutOff, complaint.isAboutEnd || !context.pointee.endsWithRoot {
                throw CTFError.truncated(line: context.pointee.lastLine())
            }
            throw complaint.error
        }
        if !isComplete { throw CTFError.truncated(line: context.pointee.lastLine()) }
    }

    /// The header, once, when it has been read.
    func takeHeader() -> CTFHeader? {
        defer { context.pointee.builder.finishedHeader = nil }
        return context.pointee.builder.finishedHeader
    }

    /// The pupils read since the last call.
    func takePupils() -> [CTFPupil] {
        defer { context.pointee.builder.finishedPupils.removeAll(keepingCapacity: true) }
        return context.pointee.builder.finishedPupils
    }

    /// Reads a property of the builder.
    func value<Value>(_ path: KeyPath<CTFBuilder, Value>) -> Value {
        context.pointee.builder[keyPath: path]
    }

    // MARK: Callbacks

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { data, name, _, _, _, _, _, _, _ in
            guard let data, let name else { return }
            let context = data.assumingMemoryBound(to: Context.self)
            context.pointee.builder.start(name, line: context.pointee.line())
            SAXParser.stopIfRefused(context)
        }
        handler.endElementNs = { data, _, _, _ in
            guard let data else { return }
            let context = data.assumingMemoryBound(to: Context.self)
            context.pointee.builder.end(line: context.pointee.line())
            SAXParser.stopIfRefused(context)
        }
        let characters: charactersSAXFunc = { data, bytes, count in
            guard let data, let bytes else { return }
            let context = data.assumingMemoryBound(to: Context.self)
            context.pointee.builder.characters(bytes, count: Int(count), line: context.pointee.line())
            SAXParser.stopIfRefused(context)
        }
        handler.characters = characters
        handler.ignorableWhitespace = characters
        handler.cdataBlock = characters
        handler.internalSubset = { data, _, _, _ in
            guard let data else { return }
            let context = data.assumingMemoryBound(to: Context.self)
            context.pointee.builder.failure = .documentType(line: context.pointee.line())
            SAXParser.stopIfRefused(context)
        }
        handler.serror = { data, error in
            guard let data, let error, error.pointee.level == XML_ERR_FATAL else { return }
            let context = data.assumingMemoryBound(to: Context.self)
            // What it says after the first complaint follows from that.
            guard context.pointee.complaint == nil, let parser = context.pointee.parser else { return }
            context.pointee.complaint = XMLComplaint(error.pointee, parser)
            xmlStopParser(parser)
        }
        return handler
    }

    private static func stopIfRefused(_ context: UnsafeMutablePointer<Context>) {
        if context.pointee.builder.failure != nil { xmlStopParser(context.pointee.parser) }
    }
}
