import Assessment
import Testing

@Suite struct ScaledScoreTests {
    @Test(
        "special consideration counts 3 more, never above the scale, and only when it applies",
        arguments: [
            ("97+", 100, 97), ("96+", 99, 96), ("107+", 110, 107), ("118+", 120, 118), ("120+", 120, 120),
            ("97", 97, 97),
        ])
    func counted(_ text: String, _ on: Int, _ off: Int) throws {
        let score = try #require(ScaledScore(text: text))
        #expect(score.counted(applyingSpecialConsideration: true) == on)
        #expect(score.counted(applyingSpecialConsideration: false) == off)
        #expect(score.description == text)
    }

    @Test("other text is no score", arguments: ["", "+", "97++", "+97", "9７", "97 +", "-97", "9.7", "1000", "N"])
    func other(_ text: String) {
        #expect(ScaledScore(text: text) == nil)
    }
}
