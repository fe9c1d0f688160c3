import Assessment
import Storage
import Testing
import Tracker

struct PasteTests {
    static let english: [ColumnID] = [
        "reading.paper1", "reading.scaled", "reading.outcome", "reading.ta", "gps.paper1", "gps.paper2", "gps.total",
        "gps.scaled", "writing.ta",
    ]

    static let names = [
        ("Adeyemi", "Temi"), ("Davies", "Siân"), ("O’Brien", "Mary-Kate"), ("Smith", "Jack"), ("Smith", "Jill"),
    ]

    /// Five pupils in the order of the register, and the plan of a paste at the first one's cell.
    private func plan(
        _ text: String, at column: ColumnID = "reading.paper1", row: Int = 0, columns: [ColumnID] = Self.english,
        answers: [String: String] = [:], _ check: (PastePlan, [String]) throws -> Void
    ) async throws {
        try await TestOffice.with { office in
            let school = try await office.school()
            for (index, name) in Self.names.enumerated() {
                try await office.pupil(TestOffice.upns[index], name.0, name.1, in: school)
            }
            let keys = Array(TestOffice.upns.prefix(Self.names.count))
            let plan = try await office.tracker.pastePlan(
                PasteRequest(
                    text: text, pupil: keys[row], column: column, columns: columns, pupils: keys, answers: answers),
                .ks2, school: school, year: TestOffice.year, as: .operator)
            try check(plan, keys)
        }
    }

    /// `0 reading.paper1 38`: the pupil's place, the column, the value.
    private func cells(_ plan: PastePlan, _ keys: [String]) -> [String] {
        plan.cells.map { "\(keys.firstIndex(of: $0.pupil) ?? -1) \($0.column) \($0.value)" }
    }

    @Test(arguments: [
        // As Excel writes it: tabs, CR LF, one at the end.
        ("38\r\n20\r\n41\r\n", ["0 reading.paper1 38", "1 reading.paper1 20", "2 reading.paper1 41"]),
        // LibreOffice quotes cells with quotes or line ends in them; text cells carry an apostrophe.
        ("\"38\"\n'20\n\"4\"\"1\"\n", ["0 reading.paper1 38", "1 reading.paper1 20", "2 reading.paper1 4\"1"]),
        // Google Sheets: no line end at the end; numbers with a point, blanks that do not break, no width.
        ("38.0\n\u{A0}20\u{A0}\n4\u{200B}1", ["0 reading.paper1 38", "1 reading.paper1 20", "2 reading.paper1 41"]),
        // Empty cells and dashes are passed over.
        ("38\n\n–\n-\nb", ["0 reading.paper1 38", "4 reading.paper1 B"]),
        // Digits that are not plain stay as they are, for the cell to say so.
        ("３８\n38.5", ["0 reading.paper1 ３８", "1 reading.paper1 38.5"]),
    ])
    func `One column goes down from the selected cell, at once`(text: String, expected: [String]) async throws {
        try await plan(text) { plan, keys in
            #expect(cells(plan, keys) == expected)
            #expect(plan.by == .position)
            #expect(!plan.ask)
            #expect(plan.left.isEmpty)
        }
    }

    @Test func `A block goes over the columns that are typed, past those that are worked out`() async throws {
        try await plan("30\t12\texs\n31\t13\tgds", at: "gps.paper1") { plan, keys in
            #expect(
                cells(plan, keys) == [
                    "0 gps.paper1 30", "0 gps.paper2 12", "0 writing.ta EXS", "1 gps.paper1 31", "1 gps.paper2 13",
                    "1 writing.ta GDS",
                ])
            #expect(!plan.ask)
        }
    }

    @Test func `A block copied from the grid keeps what is worked out aside, and says where it differs`() async throws {
        // given: 38 marks give 109 in 2026
        try await plan("38\t109\tAS\n38\t108\tAS") { plan, keys in
            // then
            #expect(cells(plan, keys) == ["0 reading.paper1 38", "1 reading.paper1 38"])
            #expect(plan.left == ["Reading scaled score is worked out here: 1 value that differs is left out."])
            #expect(plan.ask)
        }
    }

    @Test func `Lines of a PDF are parted at their blanks`() async throws {
        try await plan("30   12\n31 13\n", at: "gps.paper1") { plan, keys in
            #expect(
                cells(plan, keys) == ["0 gps.paper1 30", "0 gps.paper2 12", "1 gps.paper1 31", "1 gps.paper2 13"])
        }
        try await plan("Siân Davies 30 12\nO'Brien, Mary Kate 31 13", at: "gps.paper1") { plan, keys in
            #expect(plan.by == .name)
            #expect(
                cells(plan, keys) == ["1 gps.paper1 30", "1 gps.paper2 12", "2 gps.paper1 31", "2 gps.paper2 13"])
        }
    }

    @Test(arguments: ["31 out of 35", "30 / 20", "12 or 13", "31 (A)", "Well above 3", "Nobody Here 20"])
    func `A cell with blanks in it stays one cell, on one line and on several`(text: String) async throws {
        for block in [text, "\(text)\n\(text)\n", "30\n\(text)\n"] {
            try await plan(block, at: "gps.paper1") { plan, _ in
                #expect(plan.cells.allSatisfy { $0.column == "gps.paper1" }, "\(plan.cells)")
                #expect(plan.cells.last?.value == text)
            }
        }
    }

    @Test func `What is parted at blanks is shown before it goes in`() async throws {
        try await plan("30 12", at: "gps.paper1") { plan, keys in
            #expect(cells(plan, keys) == ["0 gps.paper1 30", "0 gps.paper2 12"])
            #expect(plan.ask)
            #expect(
                plan.words == "2 values for 1 pupil, from the selected cell on. The lines were parted at their blanks.")
        }
    }

    @Test func `A block with headings and UPNs finds pupils and columns by them`() async throws {
        let text = """
            UPN\tClass\tWriting TA\tGPS paper 1\tShoe size
            \(TestOffice.upns[3])\t6K\tgds\t30\t31
            \(TestOffice.upns[1].lowercased())\t6K\tWTS\t\t32
            A820000000000\t6K\tEXS\t1\t33
            """
        try await plan(text, row: 2) { plan, keys in
            #expect(plan.by == .upn)
            #expect(plan.ask)
            #expect(cells(plan, keys) == ["3 writing.ta GDS", "3 gps.paper1 30", "1 writing.ta WTS"])
            #expect(plan.lines.map(\.pupil) == [keys[3], keys[1], nil])
            #expect(plan.lines[2].message == "No pupil here has this UPN.")
            #expect(plan.columns.map(\.column) == ["writing.ta", "gps.paper1", nil])
            #expect(plan.left.contains("“Shoe size” is left out: no column of this grid is called so."))
            #expect(plan.left.contains("Line 4 is left out: No pupil here has this UPN."))
            #expect(plan.words == "3 values for 2 pupils, matched by UPN.")
        }
    }

    @Test(arguments: [
        "Davies, Sian\t38\nTEMI ADEYEMI\t20", "davies\tsiân\t38\nadeyemi\ttemi\t20",
        "Surname\tForename\tReading paper 1\nDavies\tSiân\t38\nAdeyemi\tTemi\t20",
        "Pupil\tReading mark\nSiân Davies\t38\nAdeyemi, Temi\t20",
    ])
    func `Names find their pupils in both orders, accents apart`(text: String) async throws {
        try await plan(text) { plan, keys in
            #expect(plan.by == .name)
            #expect(plan.ask)
            #expect(cells(plan, keys) == ["1 reading.paper1 38", "0 reading.paper1 20"])
            #expect(plan.questions.isEmpty)
        }
    }

    @Test func `A surname alone is enough where one pupil has it, and asked where several do`() async throws {
        try await plan("Davies\t38\nSmith\t20\nO'Brien\t41\nJones\t12\n") { plan, keys in
            #expect(plan.by == .name)
            #expect(plan.ask)
            #expect(cells(plan, keys) == ["1 reading.paper1 38", "2 reading.paper1 41"])
            #expect(plan.questions.map(\.id) == ["name:2"])
            #expect(plan.questions[0].options.map(\.value) == [keys[3], keys[4], ""])
            #expect(plan.left == ["Line 4 is left out: No pupil here has this name."])
        }
    }

    @Test func `A name that can be two pupils is asked, and the answer holds`() async throws {
        let text = "Adeyemi, Temi\t20\nSmith, J\t38\nSmith, Jill\t39"
        try await plan(text) { plan, keys in
            #expect(plan.questions.map(\.id) == ["name:2"])
            #expect(plan.questions.first?.options.map(\.value) == [keys[3], keys[4], ""])
            #expect(cells(plan, keys) == ["0 reading.paper1 20", "4 reading.paper1 39"])
        }
        try await plan(text, answers: ["name:2": TestOffice.upns[3]]) { plan, keys in
            #expect(plan.questions.isEmpty)
            #expect(
                cells(plan, keys) == ["0 reading.paper1 20", "3 reading.paper1 38", "4 reading.paper1 39"])
        }
        try await plan(text, answers: ["name:2": ""]) { plan, keys in
            #expect(cells(plan, keys) == ["0 reading.paper1 20", "4 reading.paper1 39"])
        }
    }

    @Test func `Of a pupil who stands twice the second line is left out`() async throws {
        try await plan("Adeyemi, Temi\t20\nTemi Adeyemi\t21\nDavies, Siân\t3") { plan, keys in
            #expect(cells(plan, keys) == ["0 reading.paper1 20", "1 reading.paper1 3"])
            #expect(plan.left == ["Line 2 is left out: This pupil is on line 1 already."])
        }
    }

    @Test func `What goes beyond the edge of the grid is said to be left out`() async throws {
        try await plan("EXS\tGDS\nEXS\tGDS\nWTS", at: "writing.ta", row: 3) { plan, keys in
            #expect(cells(plan, keys) == ["3 writing.ta EXS", "4 writing.ta EXS"])
            #expect(
                plan.left == [
                    "Line 3 is left out: there is no pupil that far down.",
                    "Column 2 of the block is left out: there is no column that far right.",
                ])
            #expect(plan.ask)
        }
    }

    @Test func `One empty cell clears; an empty block says that it is one`() async throws {
        try await plan("\n") { plan, keys in
            #expect(cells(plan, keys) == ["0 reading.paper1 "])
            #expect(!plan.ask)
        }
        try await plan("\t\t\n\t\t") { plan, keys in
            #expect(plan.cells.isEmpty)
            #expect(plan.ask)
        }
    }

    @Test func `Who may not enter results may not ask either, and another school’s pupils are not there`() async throws
    {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let other = try await office.school("820/9992", name: "Other School")
            try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.pupil(TestOffice.upns[1], "Strange", "Sam", in: other)
            let reader = try await office.person(.readOnly, of: school)
            let request = PasteRequest(
                text: "UPN\tWriting\n\(TestOffice.upns[1])\tEXS", pupil: TestOffice.upns[0], column: "writing.ta",
                columns: ["writing.ta"], pupils: [TestOffice.upns[0], TestOffice.upns[1]])

            // when
            let plan = try await office.tracker.pastePlan(
                request, .ks2, school: school, year: TestOffice.year, as: .operator)
            let refused = await #expect(throws: TrackerError.self) {
                try await office.tracker.pastePlan(request, .ks2, school: school, year: TestOffice.year, as: reader)
            }

            // then
            #expect(plan.cells.isEmpty)
            #expect(plan.lines.map(\.label) == [nil])
            #expect(refused?.message.contains("may not enter") == true)
        }
    }
}
