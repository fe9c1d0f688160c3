/// Which column of a file holds which known field.
public struct HeadingMap: Sendable, Hashable {
    /// The headings of the file, in order.
    public let headings: [String]
    /// For each heading, the field it holds; nil when it is not known or is ignored.
    public let fieldIDs: [String?]
    /// Headings that no field knows and nobody chose to ignore.
    public let unknown: [String]
    /// Headings that somebody chose to ignore.
    public let ignored: [String]
    private let columns: [String: Int]

    /// Gives headings to fields.
    ///
    /// - Parameters:
    ///   - headings: the headings of a sheet, in order; empty ones are passed over.
    ///   - fields: the fields that are understood. A heading means a field when it folds to one of its names or its id.
    ///   - overrides: choices that go before the names: heading to field id, or to empty text to ignore the column.
    public init(
        headings: [String], fields: [KnownField], overrides: [String: String] = [:]
    ) throws(HeadingMapError) {
        var known: [String: String] = [:]
        for field in fields {
            for name in field.names + [field.id] where known[Self.folded(name)] == nil {
                known[Self.folded(name)] = field.id
            }
        }
        let ids = Set(fields.map(\.id))
        var chosen: [String: String] = [:]
        let present = Set(headings.map(Self.folded))
        for (heading, fieldID) in overrides.sorted(by: { $0.key < $1.key }) {
            guard present.contains(Self.folded(heading)) else { throw .unknownHeading(heading) }
            guard fieldID.isEmpty || ids.contains(fieldID) else {
                throw .unknownField(heading: heading, fieldID: fieldID)
            }
            chosen[Self.folded(heading)] = fieldID
        }

        var fieldIDs: [String?] = []
        var unknown: [String] = []
        var ignored: [String] = []
        var columns: [String: Int] = [:]
        for (index, heading) in headings.enumerated() {
            let key = Self.folded(heading)
            let fieldID = heading.isEmpty ? "" : chosen[key] ?? known[key]
            switch fieldID {
            case nil:
                unknown.append(heading)
                fieldIDs.append(nil)
            case "":
                if !heading.isEmpty { ignored.append(heading) }
                fieldIDs.append(nil)
            case let id?:
                if let other = columns[id] { throw .sameField(fieldID: id, headings: [headings[other], heading]) }
                columns[id] = index
                fieldIDs.append(id)
            }
        }
        self.headings = headings
        self.fieldIDs = fieldIDs
        self.unknown = unknown
        self.ignored = ignored
        self.columns = columns
    }

    /// The place of a field's column in every row's `fields`, from 0; nil when the file does not have it.
    public func column(of fieldID: String) -> Int? {
        columns[fieldID]
    }

    /// The value of a field in a row without surrounding blanks; nil when the file has no such column.
    public func value(_ fieldID: String, in row: SheetRow) -> String? {
        guard let index = columns[fieldID], row.fields.indices.contains(index) else { return nil }
        return Blanks.trimmed(row.fields[index])
    }

    /// A text that is the same for every file with the same headings, whatever their order, case and punctuation.
    ///
    /// A choice made for one file is remembered under it and offered for the next.
    public var signature: String {
        Self.signature(of: headings)
    }

    /// The ``signature`` of headings that have not been mapped.
    public static func signature(of headings: [String]) -> String {
        headings.filter { !$0.isEmpty }.map(folded).sorted().joined(separator: "|")
    }

    /// A heading in lower case with letters and digits only: `Date of_birth:` becomes `dateofbirth`.
    ///
    /// A heading without any letter or digit (`%`) stays as it is.
    public static func folded(_ heading: String) -> String {
        let kept = heading.lowercased().unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        return kept.isEmpty ? heading : String(String.UnicodeScalarView(kept))
    }
}
