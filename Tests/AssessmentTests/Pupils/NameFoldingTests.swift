import Assessment
import Testing

@Suite struct NameFoldingTests {
    @Test(
        "names that people write differently fold to the same",
        arguments: [
            ("Zoë", "ZOE"), ("O'Fictional-Smith", "O’Fictional Smith"), ("Łukasiewicz", "lukasiewicz"),
            ("Siân", "Sian"),
            ("Siân", "Sia\u{302}n"), ("Ægir", "Aegir"), ("Strauß", "Strauss"), ("Bjørn", "bjorn"), ("Þóra", "Thora"),
            ("  Anne  Marie ", "AnneMarie"), ("O`Fictional", "O\u{2BC}Fictional".replacingApostrophe), ("İpek", "ipek"),
            ("Đorđe", "dorde"), ("Œuvre", "oeuvre"),
        ])
    func same(_ one: String, _ other: String) {
        #expect(foldedName(one) == foldedName(other))
        #expect(!foldedName(one).isEmpty)
    }

    @Test(
        "names that differ stay apart",
        arguments: [
            ("Sian", "Sean"), ("Zoe", "Zoey"), ("Jon", "John"), ("Ann", "Anne"), ("李", "王"), ("Amy 1", "Amy 2"),
        ])
    func different(_ one: String, _ other: String) {
        #expect(foldedName(one) != foldedName(other))
    }

    @Test(
        "folding a folded name changes nothing", arguments: ["Zoë", "Łukasiewicz", "O’Fictional-Smith", "Ødegård", ""])
    func idempotent(_ name: String) {
        #expect(foldedName(foldedName(name)) == foldedName(name))
    }
}

extension String {
    /// The modifier letter apostrophe is a letter to Unicode; files carry it rarely, and as an apostrophe.
    fileprivate var replacingApostrophe: String { replacing("\u{2BC}", with: "'") }
}
