import CommonTransferFile
import Testing

@Suite struct CTFFileNameTests {
    @Test(arguments: [
        "8209991_KS2_NAALLLL_001.xml", "8209991_KS2_NAALLLL_001 (1).xml", "/home/x/8209991_ks2_naallll_001.XML",
        "C:\\Downloads\\8209991_KS2_NAALLLL_001(12).xml", "8209991_KS2_NAALLLL_001 - Copy.xml",
    ])
    func `a name is understood however it was renamed`(name: String) {
        let parsed = CTFFileName(parsing: name)
        #expect(parsed == CTFFileName(source: "8209991", type: "KS2", destination: "NAALLLL", serial: 1))
        #expect(parsed?.text == "8209991_KS2_NAALLLL_001.xml")
    }

    @Test(arguments: [
        "CTF.xml", "", "8209991_KS2_NAALLLL_000.xml", "8209991_KS2_NAALLLL_1.xml", "820999_KS2_NAALLLL_001.xml",
        "a.csv",
    ])
    func `another name tells nothing`(name: String) {
        #expect(CTFFileName(parsing: name) == nil)
    }

    @Test
    func `a name is made with three digits, or not at all`() {
        #expect(
            CTFFileName(source: "8209991", type: "CTF", destination: "8209992", serial: 42)?.text
                == "8209991_CTF_8209992_042.xml")
        #expect(CTFFileName(source: "8209991", type: "CTF", destination: "XXXXXXX", serial: 1000) == nil)
        #expect(CTFFileName(source: "820/9991", type: "CTF", destination: "XXXXXXX", serial: 1) == nil)
    }
}
