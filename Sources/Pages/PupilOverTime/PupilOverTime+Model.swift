public import Reports

/// One pupil's results over time: one picture and one table.
public struct PupilOverTimeModel: Sendable {
    public var place: SchoolPlace
    public var flight: PupilFlight

    public init(place: SchoolPlace, flight: PupilFlight) {
        self.place = place
        self.flight = flight
    }
}
