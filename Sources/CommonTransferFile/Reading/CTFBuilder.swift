/// Turns the events of the XML parser into headers and pupils.
///
/// One value lives behind a pointer for the length of a parse and is changed by the parser's callbacks only. Text is
/// gathered only inside elements whose value is kept, into one buffer that is used again and again.
struct CTFBuilder {
    let limits: CTFLimits
    /// Why the file is refused; the parser is stopped as soon as it is set.
    var failure: CTFError?
    /// The header, when it has been read and not yet been handed over.
    var finishedHeader: CTFHeader?
    /// The pupils that have been read and not yet been handed over.
    var finishedPupils: [CTFPupil] = []
    var warnings = CTFWarningCollector()
    private(set) var hasHeader = false
    private(set) var isComplete = false
    private(set) var version: String?
    private(set) var pupilCount = 0
    private(set) var recordCount = 0

    private let grammar = CTFGrammar.shared
    private var names = ElementNameCache(CTFGrammar.shared)
    /// The open elements that are not passed over, outermost first.
    private let stack: FixedTable<CTFNode>
    private var depth = 1
    /// How deep the parser is inside an element that is passed over; 0 outside of one.
    private var passing = 0
    /// For each container, the number of its latest opening; for each unique node, the opening of its parent it was seen in.
    private let openings = FixedTable(repeating: 0, count: CTFNode.count)
    private let seen = FixedTable(repeating: -1, count: CTFNode.count)
    private var openingCount = 0

    var text = TextBuffer()
    private var textLength = 0
    private var isGathering = false
    var tuples = CodeTupleTable()
    var key: [UInt8] = []

    var header = CTFHeader(documentName: nil)
    var school = CTFSchool()
    var pupil = CTFPupil()
    var basic = CTFBasicDetails()
    var language = CTFLanguage(type: nil, code: nil)
    var own = CTFOwnDetails()
    var supplierDataID: String?
    var meals = CTFFreeSchoolMeals()
    var sen = CTFSENPeriod()
    var period = CTFSchoolPeriod(school: CTFSchool())
    var stage: [UInt8] = []
    /// How many of the pupil's records stand before the key stage that is being read.
    var recordsBeforeStage = 0
    var recordFields = RecordFields()
    private var entries = 0

    init(limits: CTFLimits) {
        self.limits = limits
        stack = FixedTable(repeating: .document, count: Swift.max(2, limits.depth + 2))
    }

    /// Gives back the memory of the tables. Nothing else may be called after it.
    func free() {
        names.free()
        stack.free()
        openings.free()
        seen.free()
        text.free()
    }

    // MARK: Events

    mutating func start(_ name: UnsafePointer<UInt8>, line: @autoclosure () -> Int) {
        textLength = 0
        if depth + passing > limits.depth {
            failure = .tooDeep(line: line(), limit: limits.depth)
            return
        }
        if passing > 0 {
            passing += 1
            return
        }
        let parent = stack[depth - 1]
        if parent == .document {
            startRoot(String(cString: name), line: line())
            return
        }
        let node = grammar.node(in: parent, name: names.number(of: name))
        if node.isPassedOver {
            passing = 1
            note(node, String(cString: name), line: line())
            return
        }
        if node.isUnique {
            let opening = openings[Int(parent.rawValue)]
            if seen[Int(node.rawValue)] == opening {
                repeated(node, String(cString: name), line: line())
                passing = 1
                return
            }
            seen[Int(node.rawValue)] = opening
        }
        push(node)
        if node.isValue {
            text.mark()
            isGathering = true
        } else {
            openingCount += 1
            openings[Int(node.rawValue)] = openingCount
            open(node, line: line)
        }
    }

    mutating func characters(_ bytes: UnsafePointer<UInt8>, count: Int, line: @autoclosure () -> Int) {
        textLength += count
        if textLength > limits.textBytes {
            failure = .textTooLong(
                line: line(), element: passing > 0 ? nil : grammar.name(of: stack[depth - 1]), limit: limits.textBytes)
            return
        }
        if isGathering, passing == 0 { text.append(bytes, count: count) }
    }

    mutating func end(line: @autoclosure () -> Int) {
        textLength = 0
        if passing > 0 {
            passing -= 1
            return
        }
        depth -= 1
        let node = stack[depth]
        if node.isValue {
            isGathering = false
            close(value: node)
        } else {
            close(container: node, line: line)
        }
    }

    private mutating func push(_ node: CTFNode) {
        stack[depth] = node
        depth += 1
    }

    // MARK: Root and oddities

    private mutating func startRoot(_ name: String, line: Int) {
        guard name.lowercased() == "ctfile" else {
            failure = .wrongRoot(found: String(name.prefix(80)), line: line)
            return
        }
        if name != "CTfile" { warnings.add(.rootSpelling(found: name)) }
        push(.file)
        openingCount += 1
        openings[Int(CTFNode.file.rawValue)] = openingCount
    }

    private mutating func note(_ node: CTFNode, _ name: String, line: Int) {
        switch node {
        case .unknown: warnings.addUnknown(name, line: line)
        case .supplierData: warnings.addNotKept("SuppInfo")
        default: warnings.addNotKept(name)
        }
    }

    private mutating func repeated(_ node: CTFNode, _ name: String, line: Int) {
        if node == .header {
            failure = .repeatedHeader(line: line)
        } else {
            warnings.addRepeated(name, line: line)
        }
    }

    // MARK: Containers

    private mutating func open(_ node: CTFNode, line: () -> Int) {
        switch node {
        case .sourceSchool, .destinationSchool: school = CTFSchool()
        case .pupil:
            pupil = CTFPupil(line: line())
            entries = 0
        case .basicDetails: basic = CTFBasicDetails()
        case .language: language = CTFLanguage(type: nil, code: nil)
        case .basicSupplierData:
            own = CTFOwnDetails()
            supplierDataID = nil
        case .freeSchoolMeals: meals = CTFFreeSchoolMeals()
        case .senPeriod: sen = CTFSENPeriod()
        case .schoolPeriod:
            school = CTFSchool()
            period = CTFSchoolPeriod(school: school)
        case .keyStage:
            stage.removeAll(keepingCapacity: true)
            recordsBeforeStage = pupil.records.count
        case .record:
            text.clear()
            recordFields = RecordFields(line: line())
        default: break
        }
    }

    private mutating func close(container node: CTFNode, line: () -> Int) {
        switch node {
        case .file: isComplete = true
        case .header:
            hasHeader = true
            version = header.version
            finishedHeader = header
        case .sourceSchool: header.source = school
        case .destinationSchool: header.destination = school
        case .pupil:
            pupilCount += 1
            recordCount += pupil.records.count
            finishedPupils.append(pupil)
            pupil = CTFPupil()
        case .basicDetails: pupil.basicDetails = basic
        case .basicSupplierData: if supplierDataID == CTFOwnDetails.supplier { basic.own = own }
        case .language:
            basic.languages.append(language)
            countEntry()
        case .freeSchoolMeals:
            pupil.freeSchoolMeals.append(meals)
            countEntry()
        case .senPeriod:
            pupil.senHistory.append(sen)
            countEntry()
        case .schoolPeriod:
            period.school = school
            pupil.schoolHistory.append(period)
            countEntry()
        case .record:
            finishRecord()
            countEntry()
        default: break
        }
    }

    mutating func countEntry() {
        entries += 1
        if entries > limits.entriesPerPupil {
            failure = .pupilTooLarge(line: pupil.line, limit: limits.entriesPerPupil)
        }
    }
}
