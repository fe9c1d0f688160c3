public import Assessment
import Crypto
import Foundation

/// What starting a new school year would do, pupil by pupil. Made from the data alone; nothing is written by it.
///
/// The old year's places are not touched: a cohort is a fact of its year.
public struct RollOverPlan: Sendable, Hashable {
    public let from: SchoolYear
    public let to: SchoolYear
    /// In the order of year groups and names.
    public let classes: [RollOverClass]
    /// Everybody with a place in the old year, in the order of their names.
    public let pupils: [RollOverPupil]
    public let lastYearGroup: YearGroup
    /// The leavers' last day.
    public let lastDay: CalendarDate

    /// Whether there is anything to write.
    public var isEmpty: Bool { !pupils.contains { $0.newPlace != nil || $0.newLeavingDate != nil } }

    /// How many pupils take a step.
    public func count(_ isCounted: (RollOverPupil.Step) -> Bool) -> Int { pupils.count { isCounted($0.step) } }

    /// Of what the plan was made from, not of the choices: another one says that pupils or places have changed in between.
    public var fingerprint: String {
        let lines = pupils.map { planned in
            let stored = if case .isPlaced(let place) = planned.step { Self.line(place) } else { "" }
            let left = planned.pupil.leavingDate?.description ?? ""
            return "\(planned.pupil.id)|\(Self.line(planned.place))|\(stored)|\(left)"
        }
        return Token.hexadecimal(SHA256.hash(data: Data(lines.sorted().joined(separator: "\n").utf8)))
    }

    private static func line(_ place: CohortPlace) -> String { "\(place.yearGroup.rawValue) \(place.className ?? "")" }

    /// - Parameters:
    ///   - pupils: at least everybody with a place in the old year.
    ///   - places: of both years.
    /// - Throws: ``TrackerError/fields(_:)`` when a choice can't be, ``TrackerError/nothingToRollOver(_:)`` when nobody has a
    ///   place in the old year.
    init(
        from: SchoolYear, to: SchoolYear, pupils: [Pupil], places: [CohortPlace], choices: RollOverChoices
    ) throws(TrackerError) {
        let byID = Dictionary(pupils.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let old = places.filter { $0.year == from }
        let new = Dictionary(
            places.lazy.filter { $0.year == to }.map { ($0.pupilID, $0) }, uniquingKeysWith: { first, _ in first })
        guard let oldest = old.map(\.yearGroup).max() else { throw .nothingToRollOver(from) }
        let last = choices.lastYearGroup ?? (oldest <= .year2 && oldest >= .year1 ? .year2 : .year6)
        guard let end = CalendarDate(year: from.endYear, month: 8, day: 31) else { throw .nothingToRollOver(from) }
        let lastDay = choices.lastDay ?? end
        guard from.contains(lastDay) else {
            throw .fields([
                FieldProblem(
                    "last-day",
                    "The leavers’ last day must be in the school year \(from.label), like \(end).")
            ])
        }
        self.from = from
        self.to = to
        lastYearGroup = last
        self.lastDay = lastDay

        let names = try Self.classNames(old, last: last, choices: choices)
        let steps = old.compactMap { place -> RollOverPupil? in
            guard let pupil = byID[place.pupilID] else { return nil }
            let step = Self.step(
                pupil, place, stored: new[pupil.id], last: last, lastDay: lastDay, end: end, to: to, names: names,
                stays: choices.staying.contains(pupil.id))
            return RollOverPupil(pupil: pupil, place: place, step: step)
        }
        self.pupils = steps.sorted { Tracker.sortKey($0.pupil) < Tracker.sortKey($1.pupil) }
        var moving: [RollOverClass.Key: Int] = [:]
        for pupil in steps {
            let counts =
                switch pupil.step {
                case .moves, .leaves: 1
                default: 0
                }
            moving[Self.key(pupil.place), default: 0] += counts
        }
        classes = moving.keys.sorted().map { key in
            RollOverClass(
                key: key, newYearGroup: Self.next(key.yearGroup, last: last), newClass: names[key] ?? nil,
                pupils: moving[key] ?? 0)
        }
    }

    private static func key(_ place: CohortPlace) -> RollOverClass.Key {
        RollOverClass.Key(yearGroup: place.yearGroup, className: place.className)
    }

    /// nil for the last year group of the school, and for any above it.
    private static func next(_ yearGroup: YearGroup, last: YearGroup) -> YearGroup? {
        guard yearGroup < last, let index = YearGroup.allCases.firstIndex(of: yearGroup) else { return nil }
        return YearGroup.allCases.dropFirst(index + 1).first
    }

    /// The new name of every class that goes on, as chosen or as proposed.
    private static func classNames(
        _ places: [CohortPlace], last: YearGroup, choices: RollOverChoices
    ) throws(TrackerError) -> [RollOverClass.Key: String?] {
        var names: [RollOverClass.Key: String?] = [:]
        for key in Set(places.map(key)) {
            guard let next = next(key.yearGroup, last: last) else { continue }
            guard let chosen = choices.classes[key] else {
                names[key] = key.className.map { RollOverClass.proposedName($0, from: key.yearGroup, to: next) }
                continue
            }
            let name = trimBlanks(chosen)
            guard name.count <= 64, !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            else {
                throw .fields([
                    FieldProblem(
                        "class",
                        "The new name of \(key.className ?? key.yearGroup.title) must be 64 characters or fewer.")
                ])
            }
            names[key] = .some(name.isEmpty ? nil : name)
        }
        return names
    }

    private static func step(
        _ pupil: Pupil, _ place: CohortPlace, stored: CohortPlace?, last: YearGroup, lastDay: CalendarDate,
        end: CalendarDate, to: SchoolYear, names: [RollOverClass.Key: String?], stays: Bool
    ) -> RollOverPupil.Step {
        if let stored { return .isPlaced(stored) }
        if let left = pupil.leavingDate, left <= end { return .hasLeft(left) }
        if stays {
            // Those who do the year again are in a class of that year group, which is named anew by hand if need be.
            return .staysDown(
                CohortPlace(pupilID: pupil.id, year: to, yearGroup: place.yearGroup, className: place.className))
        }
        guard let next = next(place.yearGroup, last: last) else { return .leaves(lastDay) }
        return .moves(
            CohortPlace(pupilID: pupil.id, year: to, yearGroup: next, className: names[key(place)] ?? nil))
    }
}
