/// Takes what stands in one XML part of a workbook, event by event.
protocol XMLPartHandler: AnyObject {
    /// Why the part is refused; the reading stops as soon as there is one.
    var failure: WorkbookError? { get }
    /// Whether the handler has all it needs, so that the rest need not be read.
    var isDone: Bool { get }

    func start(_ name: XMLName, _ attributes: XMLAttributes)
    func end(_ name: XMLName)
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension XMLPartHandler {
    var failure: WorkbookError? { nil }
    var isDone: Bool { false }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
