import Foundation
import Storage
import Testing

@Suite("Times as they are stored")
struct TimestampTests {
    @Test(
        "A time is written to the nearest millisecond",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.000Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
            (951_868_799.999, "2000-02-29T23:59:59.999Z"), (951_868_800, "2000-03-01T00:00:00.000Z"),
            (253_402_300_799, "9999-12-31T23:59:59.000Z"), (-62_135_596_800, "0001-01-01T00:00:00.000Z"),
        ])
    func written(seconds: Double, text: String) {
        #expect(TimestampText.text(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test(
        "A time of our days is written as Foundation writes it",
        arguments: [0, 951_782_400, 1_709_164_800, 1_781_600_462.125, 4_107_542_400] as [Double])
    func asFoundation(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(
            TimestampText.text(date) == date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }

    @Test("Every seventh hour of forty years is read back as it was written")
    func roundTrip() {
        for hour in stride(from: 0, to: 40 * 8766, by: 7) {
            let date = Date(timeIntervalSince1970: 946_684_800 + Double(hour) * 3600 + 0.123)
            let text = TimestampText.text(date)
            #expect(TimestampText.date(text).map(TimestampText.text) == text)
        }
    }
}
