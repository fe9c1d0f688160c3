import Synchronization

/// What was worked out of one cohort so far. Safe to share between threads; at worst two of them work the same out.
final class KnownFigures: Sendable {
    private struct Place: Hashable {
        let measure: String
        let group: GroupSelection
    }

    private struct Denominator: Hashable {
        let pupils: PupilBits
        let minimum: Int
    }

    /// More than all measures of an assessment by all groups of a menu.
    private static let most = 4_096

    private let verdicts = Mutex<[String: [MeasureVerdict]]>([:])
    private let figures = Mutex<[Place: MeasureFigure]>([:])
    private let disclosures = Mutex<[Denominator: Disclosure]>([:])

    func verdicts(_ measure: StatutoryMeasure, make: () -> [MeasureVerdict]) -> [MeasureVerdict] {
        if let known = verdicts.withLock({ $0[measure.id] }) { return known }
        let made = make()
        verdicts.withLock { $0[measure.id] = made }
        return made
    }

    /// What of a denominator's groups may be shown: it follows from the cohort and the smallest group alone.
    func disclosure(_ pupils: PupilBits, minimum: Int, make: () -> Disclosure) -> Disclosure {
        let denominator = Denominator(pupils: pupils, minimum: minimum)
        if let known = disclosures.withLock({ $0[denominator] }) { return known }
        let made = make()
        disclosures.withLock { $0[denominator] = made }
        return made
    }

    func figure(_ measure: StatutoryMeasure, _ group: GroupSelection, make: () -> MeasureFigure) -> MeasureFigure {
        let place = Place(measure: measure.id, group: group)
        if let known = figures.withLock({ $0[place] }) { return known }
        let made = make()
        figures.withLock { figures in
            if figures.count >= Self.most { figures.removeAll() }
            figures[place] = made
        }
        return made
    }
}
