import Assessment
public import Markup

extension HelpModel {
    public var heading: PageHeading {
        PageHeading("Help", lede: "Keys, codes, and how a mark becomes a figure.")
    }

    private static let questions: [(question: String, answer: String)] = [
        (
            "How do results get in?",
            """
            Best by file: the DfE’s results file or a Common Transfer File, dropped on the Files page. You see what would \
            change, then take it, and can undo the whole file later. Or by hand on the grid: Assessments, choose a class, \
            Open Assessment, Edit Assessment.
            """
        ),
        (
            "Where do scaled scores come from?",
            """
            From the DfE’s conversion table of that year, looked up as soon as every paper of a test is in. A scaled score \
            that the DfE’s file brings stands, and a difference from the table is shown.
            """
        ),
        (
            "Why is a cell closed?",
            """
            In reading and mathematics a test result and a teacher assessment exclude each other, pupil by pupil. The closed \
            cell says what to clear. Code B, working below the test, calls for a teacher assessment and closes nothing.
            """
        ),
        (
            "Who counts in a percentage?",
            """
            Every percentage stands with its count, and opens the pupils behind it: who met the standard, who did not, and who \
            is left out by which code. Pupils with nothing recorded yet are shown beside the measure.
            """
        ),
        (
            "What if I make a mistake?",
            """
            Type over it: every change is kept with who, when, and what was there before. A file is taken back as a whole with \
            Undo on the Files page; what somebody changed since is left alone and listed.
            """
        ),
    ]

    public func content(in frame: PageFrame) -> HTML {
        """
        <section class="card prose" aria-labelledby="how"><h2 id="how">How things work</h2>\
        <p>Show me, a button above every entry grid, leads through entering a class, step by step.\(frame.place.map { place -> HTML in
            " <a href=\"\(url: place.link(.grid(.ks2)))#tour\">Show me now</a>"
        })</p>\
        \(Self.questions.html { "<h3>\($0.question)</h3><p>\($0.answer)</p>" })</section>
        <section class="card table-box prose"><table><caption>Keys</caption><thead><tr><th scope="col">Key</th>\
        <th scope="col">Does</th></tr></thead><tbody>\(GridKeyboard.rows([(["/"], "Find a pupil, from any page")] + GridKeyboard.keys))</tbody></table></section>
        \(codeLists.html { list in
            """
            <section class="card table-box prose"><table><caption>\(list.title)</caption><thead><tr><th scope="col">Code</th>\
            <th scope="col">Meaning</th></tr></thead><tbody>\
            \(list.codes.html { "<tr><th scope=\"row\" class=\"code\">\($0.code)</th><td>\($0.meaning)</td></tr>" })\
            </tbody></table></section>
            """
        })
        """
    }
}
