extension CTFBuilder {
    /// Takes the text gathered since the element began as the value of `node`.
    mutating func close(value node: CTFNode) {
        switch node {
        case .locale: recordFields.locale = text.trimmedRange()
        case .subject: recordFields.subject = text.trimmedRange()
        case .method: recordFields.method = text.trimmedRange()
        case .component: recordFields.component = text.trimmedRange()
        case .resultStatus: recordFields.status = text.trimmedRange()
        case .resultQualifier: recordFields.qualifier = text.trimmedRange()
        case .year: recordFields.year = text.trimmedRange()
        case .result: recordFields.result = text.trimmedRange()
        case .resultDate: recordFields.date = text.trimmedRange()
        case .stage: takeStage()
        default:
            let value = text.takeValue()
            if node.rawValue < CTFNode.upn.rawValue {
                setHeader(node, value)
            } else {
                setPupil(node, value)
            }
        }
    }

    private mutating func setHeader(_ node: CTFNode, _ value: String?) {
        switch node {
        case .documentName: header.documentName = value
        case .version: header.version = value
        case .dateTime: header.dateTime = value
        case .qualifier: header.qualifier = value
        case .dataDescriptor: header.dataDescriptor = value
        case .supplierID: header.supplierID = value
        case .academicYear: header.academicYear = value
        case .schoolLA: school.la = value
        case .schoolEstablishment: school.establishment = value
        case .schoolURN: school.urn = value
        case .schoolName: school.name = value
        default: break
        }
    }

    private mutating func setPupil(_ node: CTFNode, _ value: String?) {
        switch node {
        case .upn: pupil.upn = value
        case .surname: pupil.surname = value
        case .forename: pupil.forename = value
        case .dateOfBirth: pupil.dateOfBirth = value
        case .sex: pupil.sex = value
        case .inCare: pupil.isLookedAfter = truth(value, "InCare")
        case .freeSchoolMealsStart: meals.start = value
        case .freeSchoolMealsEnd: meals.end = value
        case .freeSchoolMealsCountry: meals.country = value
        case .freeSchoolMealsCategory: meals.category = value
        case .senStart: sen.start = value
        case .senEnd: sen.end = value
        case .senProvision: sen.provision = value
        case .entryDate: period.entry = value
        case .leavingDate: period.leaving = value
        case .leavingReason: period.reason = value
        default: setBasic(node, value)
        }
    }

    private mutating func setBasic(_ node: CTFNode, _ value: String?) {
        switch node {
        case .formerUPN:
            if let value {
                basic.formerUPNs.append(value)
                countEntry()
            }
        case .preferredSurname: basic.preferredSurname = value
        case .preferredForename: basic.preferredForename = value
        case .formerSurname: basic.formerSurname = value
        case .middleNames: basic.middleNames = value
        case .yearGroup: basic.yearGroup = value
        case .ethnicity: basic.ethnicity = value
        case .ethnicitySource: basic.ethnicitySource = value
        case .languageType: language.type = value
        case .languageCode: language.code = value
        case .serviceChild: basic.serviceChild = value
        case .enrolmentStatus: basic.enrolmentStatus = value
        case .englishAsAdditionalLanguage: basic.isEAL = truth(value, "EnglishAsAdditionalLanguage")
        case .supplierDataID: supplierDataID = value
        case .ownFreeSchoolMeals: own.isFSM = truth(value, "FreeSchoolMeals")
        case .ownFreeSchoolMealsEver6: own.isFSM6 = truth(value, "FreeSchoolMealsEver6")
        case .ownSENProvision: own.senProvision = value
        case .ownWasLookedAfter: own.wasLookedAfter = truth(value, "WasLookedAfter")
        default: break
        }
    }

    /// `true`, `false`, `1`, `0`, and the `Y` and `N` of suppliers; nil for anything else, which is noted.
    private mutating func truth(_ text: String?, _ name: String) -> Bool? {
        guard let text else { return nil }
        switch text.lowercased() {
        case "true", "1", "y", "yes": return true
        case "false", "0", "n", "no": return false
        default:
            warnings.addUnreadable(name, text, line: pupil.line)
            return nil
        }
    }

    // MARK: Records

    /// The stage usually comes before its records; when it comes after them, they are given it now.
    private mutating func takeStage() {
        let value = text.takeValue() ?? ""
        stage = Array(value.utf8)
        for index in recordsBeforeStage..<pupil.records.count {
            let codes = pupil.records[index].codes
            pupil.records[index].codes = CTFCodeTuple(
                locale: codes.locale, stage: value, subject: codes.subject, method: codes.method,
                component: codes.component, status: codes.status, qualifier: codes.qualifier)
        }
    }

    mutating func finishRecord() {
        key.removeAll(keepingCapacity: true)
        text.append(recordFields.locale, to: &key)
        key.append(contentsOf: stage)
        key.append(0)
        text.append(recordFields.subject, to: &key)
        text.append(recordFields.method, to: &key)
        text.append(recordFields.component, to: &key)
        text.append(recordFields.status, to: &key)
        text.append(recordFields.qualifier, to: &key)
        let codes = key.withUnsafeBufferPointer { tuples.tuple($0) }
        pupil.records.append(
            CTFRecord(
                codes: codes, yearText: text.string(recordFields.year), result: text.string(recordFields.result),
                resultDate: recordFields.date.isEmpty ? nil : text.string(recordFields.date),
                line: recordFields.line))
        text.clear()
    }
}
