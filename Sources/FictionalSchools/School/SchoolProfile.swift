/// What makes one fictional school unlike another: whom it serves, how its results stand, what its classes are called.
struct SchoolProfile: Sendable {
    /// How many pupils are disadvantaged, 0 to 1.
    let disadvantage: Double
    /// Added to every pupil's attainment, in standard deviations.
    let effect: Double
    /// The weight of each background, in the order of ``Background/all``.
    let backgroundWeights: [Int]
    let classNames: [String]
    /// The invented place in the pupils' addresses.
    let town: String

    /// - Parameter isDemonstration: the school of the demonstration has birds, so that `6 Kestrel` is one of its classes.
    init(isDemonstration: Bool, _ draws: inout SplitMix64) {
        disadvantage = 0.11 + 0.36 * draws.fraction()
        effect = 0.22 * draws.bell()
        // Most schools have few pupils from abroad and some have many; the mean over schools is 1.
        let diversity = draws.fraction()
        let share = 3 * diversity * diversity
        var weights: [Int] = []
        for background in Background.all {
            let own = background.isFromAbroad ? share * (0.4 + 1.2 * draws.fraction()) : 1
            weights.append(Int(Double(background.weight) * own))
        }
        backgroundWeights = weights
        let theme = isDemonstration ? SchoolNames.classThemes.first : draws.pick(SchoolNames.classThemes)
        classNames = theme ?? []
        town = SchoolNames.place(&draws)
    }

    /// `6 Kestrel`, `R Wren`.
    ///
    /// - Parameters:
    ///   - age: years since Reception, 0 to 6.
    ///   - form: 0 to one less than the number of forms.
    func className(age: Int, form: Int, forms: Int) -> String {
        let year = age == 0 ? "R" : "\(age)"
        let position = age * forms + form
        return classNames.indices.contains(position) ? "\(year) \(classNames[position])" : "\(year)\(form + 1)"
    }
}
