import CLibXML2

/// libxml2's push parser over one part of a workbook: no tree, no document type, no entities but the five of XML, nothing loaded.
///
/// Beside the Common Transfer File's parser, which reads a known encoding into records of its own at several times the speed.
struct XMLPartParser: ~Copyable {
    private final class Context {
        let handler: any XMLPartHandler
        var parser: xmlParserCtxtPtr?
        var hasDocumentType = false

        init(_ handler: any XMLPartHandler) { self.handler = handler }

        func stopIfOver() {
            if hasDocumentType || handler.failure != nil || handler.isDone { xmlStopParser(parser) }
        }
    }

    private static let isLibraryReady: Bool = {
        xmlInitParser()
        return true
    }()

    private let context: Context
    private let parser: xmlParserCtxtPtr

    private init?(_ handler: any XMLPartHandler) {
        guard Self.isLibraryReady else { return nil }
        let context = Context(handler)
        var callbacks = Self.callbacks()
        // The parser keeps a plain pointer; `self.context` keeps the object alive as long as the parser.
        guard
            let parser = xmlCreatePushParserCtxt(
                &callbacks, Unmanaged.passUnretained(context).toOpaque(), nil, 0, nil)
        else { return nil }
        xmlCtxtUseOptions(
            parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue))
        context.parser = parser
        self.context = context
        self.parser = parser
    }

    deinit { xmlFreeParserCtxt(parser) }

    /// Reads a part to its end, or until the handler has all it needs.
    static func read(_ part: String, of archive: ZipArchive, into handler: any XMLPartHandler) throws(WorkbookError) {
        guard let parser = XMLPartParser(handler) else { throw .damaged(reason: "there is no memory left to read it.") }
        try archive.read(part) { piece in parser.take(piece) }
        try parser.finish(part)
    }

    /// - Returns: false when nothing more need be read.
    private func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        xmlParseChunk(parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), 0)
        return parser.pointee.disableSAX == 0 && parser.pointee.wellFormed != 0
    }

    private func finish(_ part: String) throws(WorkbookError) {
        if context.hasDocumentType {
            throw .damaged(reason: "its part “\(part)” has a document type (DOCTYPE), which no workbook has.")
        }
        if let failure = context.handler.failure { throw failure }
        if context.handler.isDone { return }
        xmlParseChunk(parser, nil, 0, 1)
        if let failure = context.handler.failure { throw failure }
        guard parser.pointee.wellFormed != 0 else {
            let line = xmlCtxtGetLastError(UnsafeMutableRawPointer(parser)).map { Int($0.pointee.line) } ?? 1
            throw .damaged(reason: "its part “\(part)” is broken in line \(max(1, line)).")
        }
    }

    // MARK: Callbacks

    private static func context(_ data: UnsafeMutableRawPointer) -> Context {
        Unmanaged<Context>.fromOpaque(data).takeUnretainedValue()
    }

    private static func callbacks() -> xmlSAXHandler {
        var callbacks = xmlSAXHandler()
        callbacks.initialized = UInt32(XML_SAX2_MAGIC)
        callbacks.startElementNs = { data, name, _, _, _, _, count, _, attributes in
            guard let data, let name else { return }
            let context = XMLPartParser.context(data)
            context.handler.start(
                XMLName(pointer: name), XMLAttributes(count: Int(count), pointers: attributes))
            context.stopIfOver()
        }
        callbacks.endElementNs = { data, name, _, _ in
            guard let data, let name else { return }
            let context = XMLPartParser.context(data)
            context.handler.end(XMLName(pointer: name))
            context.stopIfOver()
        }
        let characters: charactersSAXFunc = { data, bytes, count in
            guard let data, let bytes else { return }
            let context = XMLPartParser.context(data)
            context.handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
            context.stopIfOver()
        }
        callbacks.characters = characters
        callbacks.ignorableWhitespace = characters
        callbacks.cdataBlock = characters
        callbacks.internalSubset = { data, _, _, _ in
            guard let data else { return }
            let context = XMLPartParser.context(data)
            context.hasDocumentType = true
            context.stopIfOver()
        }
        return callbacks
    }
}
