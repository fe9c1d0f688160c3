import Foundation
import Storage
import Testing

@Suite("Times as they are stored")
struct TimestampTests {
    @Test(
        "A time is written as Foundation writes it",
        arguments: [
            0, -1, 951_782_400, 951_868_799.875, 1_709_164_800, 1_781_600_462.125, 4_107_542_400, 253_402_300_799,
        ])
    func asFoundation(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(
            TimestampText.text(date) == date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }

    @Test("Every hour of forty years is read back as it was written")
    func roundTrip() {
        for hour in stride(from: 0, to: 40 * 8766, by: 7) {
            let date = Date(timeIntervalSince1970: 946_684_800 + Double(hour) * 3600 + 0.123)
            let text = TimestampText.text(date)
            #expect(TimestampText.date(text).map(TimestampText.text) == text)
        }
    }
}
