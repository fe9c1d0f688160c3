import Foundation
import Storage
import Synchronization
import Testing

@Suite("Ids and times")
struct IDTests {
    @Test("Ids rise, never repeat and follow the clock, even when it stands still or goes back")
    func rising() {
        // given
        let clock = Mutex<Int64>(1_783_000_000_000)
        let ids = TimeOrderedIDs(process: 5) { clock.withLock { $0 } }
        // when
        var made: [Int64] = []
        for step in 0..<20_000 {
            if step == 10_000 { clock.withLock { $0 -= 5000 } }
            made.append(ids.next())
        }
        clock.withLock { $0 += 60_000 }
        made.append(ids.next())
        // then
        #expect(zip(made, made.dropFirst()).allSatisfy { $0 < $1 })
        #expect(made.allSatisfy { $0 > 0 && $0 >> 12 & 1023 == 5 })
        #expect(made[0] >> 22 == 1_783_000_000_000 - 1_577_836_800_000)
        #expect(made[20_000] >> 22 == 1_783_000_055_000 - 1_577_836_800_000)
    }

    @Test("Two processes never make the same id")
    func processes() {
        let (one, two) = (
            TimeOrderedIDs(process: 1) { 1_783_000_000_000 }, TimeOrderedIDs(process: 2) { 1_783_000_000_000 }
        )
        let made = (0..<5000).flatMap { _ in [one.next(), two.next()] }
        #expect(Set(made).count == made.count)
    }

    @Test("Sequential ids count from where they are told")
    func sequential() {
        let ids = SequentialIDs(startingAt: 40)
        #expect([ids.next(), ids.next()] == [40, 41])
    }

    @Test("Times keep their milliseconds, and their texts sort as they do")
    func times() {
        let texts = [0, 1.5, 1_783_409_462.125, 4_000_000_000].map {
            TimestampText.text(Date(timeIntervalSince1970: $0))
        }
        #expect(texts[2] == "2026-07-07T07:31:02.125Z")
        #expect(texts == texts.sorted())
        #expect(texts.compactMap(TimestampText.date).map(TimestampText.text) == texts)
        #expect(TimestampText.date("yesterday") == nil)
    }
}
