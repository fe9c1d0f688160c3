import Foundation

/// What is fed with the fuzzer's bytes: `LEADLINE_FUZZ` names one of ``FuzzTarget``.
private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["LEADLINE_FUZZ"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        let known = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
        FileHandle.standardError.write(Data("LEADLINE_FUZZ must be one of \(known), not “\(name)”.\n".utf8))
        exit(2)
    }
    return target
}()

/// One run, as libFuzzer calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
