import CLibXML2

/// libxml2's push parser, fed piece by piece, with a ``CTFBuilder`` behind it.
///
/// Never builds a tree, never loads anything, never replaces an entity other than the five of XML. Owns C memory, freed when it goes away;
/// not for use from two tasks at once.
struct SAXParser: ~Copyable {
    /// What a parse works on. Its address is what libxml2 hands to the callbacks.
    private struct Context {
        var builder: CTFBuilder
        var parser: xmlParserCtxtPtr?
        /// The last bytes that came, to tell a file that was cut off from one that is broken near its end.
        var tail: [UInt8] = []

        /// True when the end tag of the root is among the last bytes.
        var endsWithRoot: Bool {
            String(decoding: tail, as: UTF8.self).lowercased().contains("ctfile>")
        }

        func line() -> Int { Int(xmlSAX2GetLineNumber(parser.map { UnsafeMutableRawPointer($0) })) }
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
        guard let parser = xmlCreatePushParserCtxt(&handler, context, nil, 0, nil) else {
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

    /// Takes the next bytes, in UTF-8.
    func parse(_ bytes: [UInt8]) throws(CTFError) {
        _ = bytes.withUnsafeBytes { raw in
            xmlParseChunk(parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), 0)
        }
        let length = 64
        context.pointee.tail = Array((bytes.count < length ? context.pointee.tail + bytes : bytes).suffix(length))
        try check(atEnd: false)
    }

    /// Takes the end of the file.
    func finish() throws(CTFError) {
        xmlParseChunk(parser, nil, 0, 1)
        try check(atEnd: true)
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

    private func check(atEnd: Bool) throws(CTFError) {
        if let failure = context.pointee.builder.failure { throw failure }
        let isComplete = context.pointee.builder.isComplete
        if parser.pointee.wellFormed == 0 {
            // libxml2 has one complaint for "more than one root" and for "the root is still open at the end".
            let isOpen = !isComplete && XMLComplaint.isAtEnd(parser)
            if atEnd, isOpen || !context.pointee.endsWithRoot { throw .truncated(line: context.pointee.line()) }
            throw XMLComplaint.error(of: parser)
        }
        if atEnd, !isComplete { throw .truncated(line: context.pointee.line()) }
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
        return handler
    }

    private static func stopIfRefused(_ context: UnsafeMutablePointer<Context>) {
        if context.pointee.builder.failure != nil { xmlStopParser(context.pointee.parser) }
    }
}
