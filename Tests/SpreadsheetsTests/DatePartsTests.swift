import Spreadsheets
import Testing

@Suite struct DatePartsTests {
    @Test(arguments: [
        ("2014-11-03", 2014, 11, 3), ("03/11/2014", 2014, 11, 3), ("3/1/2014", 2014, 1, 3), ("03-11-2014", 2014, 11, 3),
        ("3.11.2014", 2014, 11, 3), (" 29/02/2016 ", 2016, 2, 29), ("03/11/2014 00:00", 2014, 11, 3),
        ("2014-11-03T00:00:00", 2014, 11, 3), ("29/02/2000", 2000, 2, 29),
    ])
    func `a date is read day first, or as ISO writes it`(text: String, year: Int, month: Int, day: Int) {
        let parts = DateParts(text)
        #expect(parts?.year == year)
        #expect(parts?.month == month)
        #expect(parts?.day == day)
    }

    @Test(arguments: [
        "", "03/11/14", "14-11-03", "11/13/2014", "29/02/2015", "29/02/1900", "31/04/2014", "00/01/2014", "2014-1-3",
        "2014/11/03",
        "3/11", "03/11/2014/1", "03/11-2014", "Nov 3 2014", "41946", "03/11/2014 09:30", "+3/11/2014", "٠٣/١١/٢٠١٤",
        "0000-01-01",
    ])
    func `anything that could be read in two ways, or is no day, is refused`(text: String) {
        #expect(DateParts(text) == nil)
    }
}
