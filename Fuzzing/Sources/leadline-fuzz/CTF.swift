import CommonTransferFile
import TextFiles

/// A file is read or refused with words; what was read and may be written is read again as it was.
func fuzzCTF(_ bytes: [UInt8]) {
    guard let first = read(bytes), let written = write(first) else { return }
    guard let second = read(written) else { fatalError("What was written is refused.") }
    must(second.pupils.count == first.pupils.count, "A pupil was lost on the way.")
    must(write(second) == written, "What was read again is written otherwise.")
}

private struct Content {
    var header: CTFHeader?
    var pupils: [CTFPupil] = []
}

private func read(_ bytes: [UInt8]) -> Content? {
    var content = Content()
    do {
        let summary = try CTFReader.read(TextInput(bytes)) {
            content.header = $0
        } onPupil: {
            content.pupils.append($0)
        }
        must(summary.pupils == content.pupils.count, "The number of pupils is another.")
        for warning in summary.warnings { must(!warning.message.isEmpty, "A warning has no words.") }
        return content
    } catch let error as CTFError {
        must(!error.message.isEmpty, "A refusal has no words.")
        return nil
    } catch {
        fatalError("\(error)")
    }
}

/// Nil where a text can't stand in a file.
private func write(_ content: Content) -> [UInt8]? {
    guard let header = content.header else { return nil }
    do {
        return try CTFWriter.bytes(header: header, pupils: content.pupils)
    } catch is CTFWriteError {
        return nil
    } catch {
        fatalError("\(error)")
    }
}
