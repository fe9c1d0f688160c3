import NIOCore
import Tracker

/// One open event stream: a page that wants to hear of changes.
struct LiveListener {
    /// Names the tab to the others; says nothing of the person.
    let id: String
    /// Of the session, to see whether it still stands.
    let token: String
    let caller: Caller
    /// nil: the whole year group.
    let className: String?
    /// Whether the others are told that somebody is here.
    let isEditing: Bool
    let events: AsyncStream<ByteBuffer>.Continuation
    /// What was last said of who is here.
    var people: [LivePeople.Person]?

    /// Events that wait for a slow reader at most; then its stream ends, and it connects again and is told what it missed.
    static let mostWaiting = 32

    /// Whether two of them look at the same pupils.
    func meets(_ other: LiveListener) -> Bool {
        className == nil || other.className == nil || className == other.className
    }
}
