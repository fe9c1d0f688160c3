import Assessment
import Foundation
import Logging
import NIOCore
import Storage
import Tracker

/// Tells open pages what changed, whoever changed it and in whichever process.
///
/// While anybody listens to a school's assessment it looks four times a second at the version of the school's data, which
/// costs microseconds on SQLite and one keyed read on PostgreSQL. Only when it moved are rows compared and sent. Nothing
/// that a page needs is kept here alone: a stream can end at any time, and the page connects again and names the state it has.
actor LiveHub {
    private struct Place: Hashable {
        let school: Int64
        let year: SchoolYear
        let assessment: YearGroupAssessment
    }

    /// What a page asks for when it connects.
    struct Request: Sendable {
        let assessment: YearGroupAssessment
        let school: School
        let year: SchoolYear
        let className: String?
        /// The state that the page was made from; nil for the present one.
        let since: Int64?
        let isEditing: Bool
        let token: String
        let caller: Caller
    }

    private static let pause = Duration.milliseconds(250)
    /// In pauses.
    private static let sessionCheck = 4
    private static let beat = 60

    private let tracker: Tracker
    private let logger: Logger
    private var rooms: [Place: LiveRoom] = [:]
    private var watchers: [Place: Task<Void, Never>] = [:]

    init(tracker: Tracker, logger: Logger) {
        self.tracker = tracker
        self.logger = logger
    }

    /// Begins a stream; its first event says what changed since the page was made, if anything did.
    ///
    /// - Throws: ``TrackerError`` when the caller may not see the grid.
    func join(_ request: Request) async throws -> (id: String, events: AsyncStream<ByteBuffer>) {
        let sheet = try await tracker.grid(
            request.assessment, school: request.school, year: request.year, className: nil, as: request.caller)
        let place = Place(school: request.school.id, year: request.year, assessment: request.assessment)
        if rooms[place] == nil {
            rooms[place] = LiveRoom(school: request.school, snapshot: sheet.snapshot)
            watchers[place] = Task { await self.watch(place) }
        } else {
            advance(place, to: sheet.snapshot)
        }
        let (stream, continuation) = AsyncStream.makeStream(
            of: ByteBuffer.self, bufferingPolicy: .bufferingOldest(LiveListener.mostWaiting))
        let id = UUID().uuidString
        rooms[place]?.listeners[id] = LiveListener(
            id: id, token: request.token, caller: request.caller, className: request.className,
            isEditing: request.isEditing, events: continuation)
        if let room = rooms[place] {
            let number = room.snapshot.stamp.number
            continuation.yield(ServerSentEvent.greeting(id: number))
            let missed = room.pupilsChanged(since: request.since ?? number)
            if let rows = room.rows(of: missed, className: request.className, clock: tracker.clock) {
                continuation.yield(rows)
            }
        }
        tellWhoIsHere(place)
        return (id, stream)
    }

    /// Ends a stream.
    func leave(_ id: String) {
        for place in rooms.keys where rooms[place]?.listeners[id] != nil { remove([id], from: place) }
    }

    private func remove(_ ids: [String], from place: Place) {
        guard !ids.isEmpty else { return }
        for id in ids { rooms[place]?.listeners.removeValue(forKey: id)?.events.finish() }
        if rooms[place]?.listeners.isEmpty ?? true {
            rooms[place] = nil
            watchers.removeValue(forKey: place)?.cancel()
        } else {
            tellWhoIsHere(place)
        }
    }

    // MARK: Watching

    private func watch(_ place: Place) async {
        var pauses = 0
        while !Task.isCancelled, rooms[place] != nil {
            do { try await Task.sleep(for: Self.pause) } catch { return }
            pauses += 1
            do {
                try await look(place)
                if pauses.isMultiple(of: Self.sessionCheck) { try await closeEnded(place) }
            } catch {
                // The database may be away for a moment; the next look finds what was missed.
                logger.warning("live events: \(error)")
            }
            if pauses.isMultiple(of: Self.beat) { send(place) { _ in ServerSentEvent.beat } }
        }
    }

    private func look(_ place: Place) async throws {
        guard let room = rooms[place], let listener = room.listeners.values.first else { return }
        guard try await tracker.dataStamp(school: place.school) != room.snapshot.stamp else { return }
        let sheet = try await tracker.grid(
            place.assessment, school: room.school, year: place.year, className: nil, as: listener.caller)
        advance(place, to: sheet.snapshot)
    }

    private func advance(_ place: Place, to snapshot: CohortSnapshot) {
        guard let changed = rooms[place]?.advance(to: snapshot), !changed.isEmpty, let room = rooms[place] else {
            return
        }
        // Written once for everybody who looks at the same class.
        var written: [String?: ByteBuffer?] = [:]
        send(place) { listener in
            if let known = written[listener.className] { return known }
            let event = room.rows(of: changed, className: listener.className, clock: tracker.clock)
            written[listener.className] = .some(event)
            return event
        }
    }

    /// Ends the streams whose session has ended or whose person may not see the pupils any more.
    private func closeEnded(_ place: Place) async throws {
        guard let room = rooms[place] else { return }
        var ended: [String] = []
        for listener in room.listeners.values {
            let signedIn = try await tracker.signedIn(token: listener.token, notesUse: false)
            if let caller = signedIn?.caller, tracker.isAllowed(.viewPupils, caller, in: room.school),
                !listener.isEditing
                    || tracker.mayEnter(
                        place.assessment.kind, school: room.school, year: place.year, className: listener.className,
                        as: caller)
            {
                continue
            }
            ended.append(listener.id)
        }
        remove(ended, from: place)
    }

    // MARK: Sending

    private func tellWhoIsHere(_ place: Place) {
        guard let room = rooms[place] else { return }
        for listener in room.listeners.values {
            let people = room.people(besides: listener)
            guard people != listener.people else { continue }
            rooms[place]?.listeners[listener.id]?.people = people
            if let event = ServerSentEvent.event("people", LivePeople(people: people)) {
                listener.events.yield(event)
            }
        }
    }

    /// Sends an event to everybody for whom there is one; who takes none any more is let go.
    private func send(_ place: Place, _ event: (LiveListener) -> ByteBuffer?) {
        var gone: [String] = []
        for listener in rooms[place]?.listeners.values.map(\.self) ?? [] {
            guard let event = event(listener) else { continue }
            switch listener.events.yield(event) {
            case .enqueued: break
            default: gone.append(listener.id)
            }
        }
        remove(gone, from: place)
    }
}
