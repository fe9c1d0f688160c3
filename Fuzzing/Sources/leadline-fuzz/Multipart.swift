import Forms

/// A form gives the same fields and files wherever the network cuts it, or is refused.
///
/// The first line is the request's `Content-Type`, the rest the body.
func fuzzMultipart(_ bytes: [UInt8]) {
    let line = bytes.prefix { $0 != 10 }
    let type = String(decoding: line, as: UTF8.self)
    let body = bytes.dropFirst(line.count + 1)
    guard let parser = try? MultipartParser(contentType: type) else { return }
    let whole = take(body, parser, pieces: body.count)
    for pieces in [1, 7] {
        must(take(body, parser, pieces: pieces) == whole, "Cut into pieces of \(pieces) it is another.")
    }
}

private struct Outcome: Equatable {
    var parts: [String] = []
    var data: [[UInt8]] = []
    var isFinished = false
    var isRefused = false
}

private func take(_ body: ArraySlice<UInt8>, _ parser: MultipartParser, pieces: Int) -> Outcome {
    var parser = parser
    var outcome = Outcome()
    var data: [UInt8] = []
    var rest = body
    do {
        while !rest.isEmpty {
            try parser.feed(rest.prefix(pieces)) { event in
                switch event {
                case .begin(let name, let fileName): outcome.parts.append("\(name) \(fileName ?? "-")")
                case .data(let bytes): data += bytes
                case .end:
                    outcome.data.append(data)
                    data = []
                case .finish: outcome.isFinished = true
                }
            }
            rest = rest.dropFirst(pieces)
        }
    } catch let error as FormError {
        must(!error.message.isEmpty, "A refusal has no words.")
        outcome.isRefused = true
    } catch {
        fatalError("\(error)")
    }
    must(parser.isFinished == outcome.isFinished, "The end was not told.")
    return outcome
}
