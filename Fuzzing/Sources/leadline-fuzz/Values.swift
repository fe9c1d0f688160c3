import Assessment

private struct Place {
    let columns: any AssessmentColumns
    let column: Column
}

private let reference: ReferenceData = {
    do { return try ReferenceData.load() } catch { fatalError("\(error)") }
}()

private let places: [Place] = (2016...2026).flatMap { year in
    AssessmentKind.allCases.flatMap { kind -> [Place] in
        guard let columns = try? reference.columns(of: kind, year: year) else { return [] }
        return columns.stored.map { Place(columns: columns, column: $0) }
    }
}

/// A value is taken in its canonical form, which is taken again as it is, or refused with words; a row of an assessment takes
/// every cell or says why not.
///
/// Two bytes choose column and source, the lines after them are cells from that column on.
func fuzzValues(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    let place = places[(Int(bytes[0]) << 8 | Int(bytes[1])) % places.count]
    let source: EntrySource = bytes[2] & 1 == 0 ? .hand : .file
    let text = String(decoding: bytes[3...], as: UTF8.self)
    do {
        if let value = try ValueForm.read(text, as: place.column, year: place.columns.year, source: source) {
            let again = try? ValueForm.read(value, as: place.column, year: place.columns.year, source: source)
            must(again == value, "“\(value)” of \(place.column.id.rawValue) is read again as \(again ?? "refused").")
        }
    } catch {
        must(!error.message.isEmpty, "A refusal has no words.")
    }

    let cells = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let open = place.columns.stored.drop { $0.id != place.column.id }
    let texts = Dictionary(uniqueKeysWithValues: zip(open.map(\.id), cells))
    let row = place.columns.row([:], earlier: [:], tables: reference.tables)
    let taken = row.taking(texts, source: source)
    for id in texts.keys {
        must(
            taken.values.keys.contains(id) != taken.problems.keys.contains(id),
            "\(id.rawValue) is neither taken nor refused.")
    }
    let facts = taken.values.compactMapValues(\.self)
    _ = place.columns.row(facts, earlier: [:], tables: reference.tables).cells()
}
