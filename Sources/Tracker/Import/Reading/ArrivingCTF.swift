import CommonTransferFile
import Dispatch
import Synchronization
import TextFiles

/// A Common Transfer File that one thread reads while another looks at the pupils that have come.
///
/// A CTF is good only when it has been read to its end: what was made of its pupils until then counts for nothing when ``content()``
/// throws. Keeps everything that was read, some 100 bytes a record, so that it can be looked at again.
final class ArrivingCTF: Sendable {
    private struct State {
        var header: CTFHeader?
        var pieces: [[CTFPupil]] = []
        var end: Result<CTFSummary, any Error>?
    }

    /// Enough to make the handing over cheap beside the reading.
    private static let pupilsAPiece = 64

    private let state = Mutex(State())
    /// Signalled after each piece and after the end. One thread waits.
    private let arrival = DispatchSemaphore(value: 0)

    /// Reads the file to its end, on the calling thread; to be called once.
    func read(_ input: TextInput) {
        var piece: [CTFPupil] = []
        let end = Result {
            try CTFReader.read(
                input, onHeader: { header in state.withLock { $0.header = header } },
                onPupil: { pupil in
                    piece.append(pupil)
                    if piece.count == Self.pupilsAPiece { send(&piece) }
                })
        }
        if !piece.isEmpty { send(&piece) }
        state.withLock { state in
            state.end = end.mapError { error in
                (error as? CTFError).map { FileReading.refusal($0.message) } ?? error
            }
        }
        arrival.signal()
    }

    private func send(_ piece: inout [CTFPupil]) {
        let whole = piece
        piece = []
        piece.reserveCapacity(Self.pupilsAPiece)
        state.withLock { $0.pieces.append(whole) }
        arrival.signal()
    }

    /// The header, as soon as it has come.
    var header: CTFHeader? { state.withLock { $0.header } }

    /// The pupils of a piece, counted from 0 in the order of the file. Waits until it has come; nil after the last.
    func piece(_ number: Int) -> [CTFPupil]? {
        wait { $0.pieces.count > number ? .some($0.pieces[number]) : $0.end == nil ? .none : .some(nil) }
    }

    /// How the reading ended. Waits for it.
    ///
    /// - Throws: ``TrackerError/file(_:)`` with the line where the file is broken.
    func summary() throws -> CTFSummary { try wait { $0.end }.get() }

    /// All of it. Waits until the file has been read to its end.
    ///
    /// - Throws: ``TrackerError/file(_:)`` with the line where the file is broken.
    func content() throws -> CTFContent {
        let summary = try summary()
        return state.withLock { state in
            CTFContent(header: state.header ?? CTFHeader(), pupils: Array(state.pieces.joined()), summary: summary)
        }
    }

    private func wait<Value: Sendable>(_ value: (State) -> Value?) -> Value {
        while true {
            if let value = state.withLock({ value($0) }) { return value }
            arrival.wait()
        }
    }
}
