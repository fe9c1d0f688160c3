/// The texts that cells point to by number.
final class SharedTexts: XMLPartHandler {
    private(set) var texts: [String] = []
    private(set) var failure: WorkbookError?
    private let limits: WorkbookLimits
    private var current: [UInt8] = []
    private var total = 0
    private var isInText = false
    /// Above zero inside the reading aids of East Asian text, which are no part of it.
    private var phoneticDepth = 0

    init(limits: WorkbookLimits) { self.limits = limits }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "si" {
            current.removeAll(keepingCapacity: true)
        } else if name == "rPh" {
            phoneticDepth += 1
        } else if name == "t" {
            isInText = phoneticDepth == 0
        }
    }

    func end(_ name: XMLName) {
        if name == "t" {
            isInText = false
        } else if name == "rPh" {
            phoneticDepth -= 1
        } else if name == "si" {
            // An empty text costs memory as well.
            total += current.count + 16
            guard total <= limits.sharedTextBytes else {
                failure = .tooLarge(megabytes: limits.sharedTextBytes / 1_048_576)
                return
            }
            texts.append(CellText.unescaped(String(decoding: current, as: UTF8.self)))
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isInText else { return }
        guard current.count + bytes.count <= limits.sharedTextBytes else {
            failure = .tooLarge(megabytes: limits.sharedTextBytes / 1_048_576)
            return
        }
        current.append(contentsOf: bytes)
    }
}
