/// The pupils behind one number of a report: who is in its numerator, who in its denominator, and who is left out and why.
public struct PupilsBehindModel: Sendable {
    /// A pupil of the list.
    public struct Pupil: Sendable, Hashable {
        /// "Gill, Harleen".
        public var name: String
        /// The class, or nil.
        public var className: String?
        /// What stands for the pupil's result ("98", "EXS", "Left the school (L)").
        public var result: String
        /// The pupil's page.
        public var address: String?

        /// Makes a pupil.
        public init(name: String, className: String? = nil, result: String = "", address: String? = nil) {
            self.name = name
            self.className = className
            self.result = result
            self.address = address
        }
    }

    /// The number's name ("Reading: expected standard or above").
    public var title: String
    /// The report and group it belongs to ("End of Key Stage 2 Outcomes, 2026, all pupils").
    public var report: String
    /// The way to this page; the last one is the page itself.
    public var breadcrumbs: [Breadcrumb]
    /// Pupils in the numerator.
    public var numerator: [Pupil]
    /// Pupils in the denominator who are not in the numerator.
    public var others: [Pupil]
    /// Pupils in no denominator; their result says why.
    public var leftOut: [Pupil]
    /// What the numerator is called ("Met it"), and the others ("Did not meet it").
    public var names: (numerator: String, others: String)
    /// What stands beside each pupil ("Reading · writing · mathematics").
    public var resultTitle: String
    /// Said instead of the lists to a reader who may not see names; the counts stay.
    public var withheld: String?
    /// The figure in words, where it is no share: "20.6 over 57 pupils".
    public var sum: String?
    /// The counts, for a reader who may not see names; nil when those are withheld too.
    public var counts: (numerator: Int, denominator: Int, leftOut: Int)?

    /// Where in the rail the report stands.
    public var section: RailSection

    /// Makes a page with names.
    public init(
        title: String, report: String, breadcrumbs: [Breadcrumb] = [], numerator: [Pupil], others: [Pupil],
        leftOut: [Pupil],
        names: (numerator: String, others: String) = ("In the number", "Counted, not in the number"),
        resultTitle: String = "Result", section: RailSection = .reports
    ) {
        self.title = title
        self.report = report
        self.breadcrumbs = breadcrumbs
        self.numerator = numerator
        self.others = others
        self.leftOut = leftOut
        self.names = names
        self.resultTitle = resultTitle
        self.section = section
        counts = (numerator.count, numerator.count + others.count, leftOut.count)
    }

    /// Makes a page without names.
    public init(
        title: String, report: String, breadcrumbs: [Breadcrumb] = [], withheld: String,
        counts: (numerator: Int, denominator: Int, leftOut: Int)?
    ) {
        self.init(title: title, report: report, breadcrumbs: breadcrumbs, numerator: [], others: [], leftOut: [])
        self.withheld = withheld
        self.counts = counts
    }
}
