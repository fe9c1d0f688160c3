/// Where the assessments before Key Stage 2 lie on the generator's scale of attainment.
///
/// Found by trial, so that over many schools the results come near the national ones (DfE): good level of development 68 %
/// (2025), phonics 80 % in Year 1 (2025) and 89 % by the end of Year 2 (2023), Key Stage 1 reading 68, writing 60,
/// mathematics 70 and science 79 % (2023), multiplication check 21.0 on average and 37 % with full marks (2025).
enum EarlierStandards {
    /// One area of learning of the profile: the level from which its goals are expected, in the order of the areas.
    static let areas: [(goals: Int, expected: Double)] = [
        (2, -1.45), (3, -1.63), (2, -1.71), (3, -1.06), (2, -1.38), (3, -1.51), (2, -1.74),
    ]
    /// The areas of the profile until 2021 in the order of its goals: communication, physical, personal, literacy, ...
    static let formerAreas: [(goals: Int, expected: Double)] = [
        (3, -1.45), (2, -1.71), (3, -1.63), (2, -1.06), (2, -1.38), (3, -1.51), (2, -1.74),
    ]
    static let profileSpread = 0.5
    static let areaSpread = 0.2
    static let goalSpread = 0.1

    static let phonics = -1.37
    static let phonicsSpread = 0.5
    /// By how much a year of practice lifts those who take the check again.
    static let phonicsGrowth = 0.54

    static let reading = (expected: -0.86, higher: 0.72)
    static let writing = (expected: -0.60, higher: 1.16)
    static let mathematics = (expected: -0.92, higher: 0.76)
    static let science = -1.26
    static let keyStage1Spread = 0.45
    /// Below this a pupil with special needs works below the standards of Key Stage 1.
    static let preKeyStage = -2.5

    static let tablesFullMarks = 0.03
    static let tablesSpread = 0.6
    /// Marks for each unit of attainment.
    static let tablesSlope = 5.6
}
