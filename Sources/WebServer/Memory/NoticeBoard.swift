import Foundation
import Pages
import Synchronization

/// What was done a moment ago, kept from the answer to a form until the next page of the same session shows it.
///
/// In memory of this process, at most a thousand; one that is lost costs a sentence, never data.
final class NoticeBoard: Sendable {
    private let notices = Mutex<[String: (session: String, notice: Notice)]>([:])

    /// Keeps a notice.
    ///
    /// - Parameter session: a secret of the session, so that nobody else is shown it.
    /// - Returns: what the cookie names it by.
    func post(_ notice: Notice, session: String) -> String {
        let id = UUID().uuidString
        notices.withLock { notices in
            if notices.count >= 1000 { notices.removeAll() }
            notices[id] = (session, notice)
        }
        return id
    }

    /// Gives a notice out, once.
    func take(_ id: String, session: String) -> Notice? {
        notices.withLock { notices in
            guard let kept = notices[id], kept.session == session else { return nil }
            notices[id] = nil
            return kept.notice
        }
    }
}
