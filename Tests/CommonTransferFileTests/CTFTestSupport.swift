import CommonTransferFile
import Foundation
import Testing
import TextFiles

/// A file read to its end, everything in it collected.
struct ReadFile {
    var header: CTFHeader?
    var pupils: [CTFPupil] = []
    var summary: CTFSummary

    var records: [CTFRecord] { pupils.flatMap(\.records) }
}

func read(_ input: TextInput, limits: CTFLimits = CTFLimits()) throws -> ReadFile {
    var headers: [CTFHeader] = []
    var pupils: [CTFPupil] = []
    let summary = try CTFReader.read(
        input, limits: limits, onHeader: { headers.append($0) }, onPupil: { pupils.append($0) })
    #expect(headers.count == 1)
    return ReadFile(header: headers.first, pupils: pupils, summary: summary)
}

func read(_ text: String, limits: CTFLimits = CTFLimits()) throws -> ReadFile {
    try read(TextInput(Array(text.utf8)), limits: limits)
}

func sample(_ name: String) throws -> [UInt8] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "xml", subdirectory: "Samples"))
    return try Array(Data(contentsOf: url))
}

/// A small whole file around what a test is about.
func file(header: String = "<CTFversion>25.0</CTFversion>", pupils: String = "") -> String {
    "<CTfile><Header>\(header)</Header><CTFpupilData>\(pupils)</CTFpupilData></CTfile>"
}

extension CTFRecord {
    /// `2026 KS2 ENG/TA/WRI/NC = EXS`, to compare whole records at a glance.
    var short: String { "\(yearText) \(codes.title) = \(result)" }
}
