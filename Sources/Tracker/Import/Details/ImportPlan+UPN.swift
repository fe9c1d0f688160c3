import Assessment
import Storage

extension ImportPlan {
    /// Lists a UPN of the file that is to take the place of the stored one, and changes it where that is confirmed.
    ///
    /// A person who has said who the pupil is has confirmed it, and can still leave it out; where only the file says so (it names
    /// the stored UPN as a former one), it waits for a tick of its own.
    mutating func changeUPN(
        _ index: Int, of pupil: inout Pupil, to upn: UPN, found how: PupilMatch.How, choices: ImportChoices
    ) {
        guard pupil.upn != upn else { return }
        let old = pupil.upn
        let key = ImportCellKey(pupil: people[index].key, year: ImportCellKey.noYear, column: PupilField.upn.rawValue)
        func add(_ status: ImportStatus, _ message: String?, _ flags: ImportItems.Flags) {
            list.add(
                .init(
                    status, pupil: index, line: people[index].line, column: PupilField.upn.rawValue, old: old?.text,
                    value: upn.text, message: message, flags: flags))
        }
        let kind = old.map { $0.isTemporary && !upn.isTemporary ? "temporary UPN" : "UPN" } ?? ""
        let kept = old.map { "The \(kind) \($0) is kept as a former one, and all results stay with the pupil." }
        let status: ImportStatus = old == nil ? .new : .changed
        if how == .newUPN {
            guard choices.conflicts.contains(key) else {
                add(
                    .conflict,
                    "The file names the \(kind) \(old?.text ?? "") as this pupil’s former one. Tick it to give the pupil the new UPN; the results are taken in either case.",
                    .canTake)
                return
            }
            add(status, kept, [.offered, .stores])
        } else {
            guard !choices.leftOut.contains(key) else {
                add(status, "Left out: not ticked.", .offered)
                return
            }
            add(status, kept, [.offered, .stores])
        }
        if let old { pupil.formerUPNs.append(old) }
        pupil.formerUPNs.removeAll { $0 == upn }
        pupil.formerUPNs.sort()
        pupil.upn = upn
    }

    /// The same for a file of results, which changes nothing else of a pupil: only a temporary UPN, or none, gives way to a
    /// permanent one.
    mutating func changeTemporaryUPN(
        _ index: Int, of stored: StoredPupil, to text: String?, found how: PupilMatch.How, choices: ImportChoices
    ) {
        guard how == .newUPN || how == .confirmed, let upn = text.flatMap({ try? UPN($0) }), !upn.isTemporary,
            stored.pupil.upn?.isTemporary ?? true
        else { return }
        var pupil = stored.pupil
        changeUPN(index, of: &pupil, to: upn, found: how, choices: choices)
        if pupil != stored.pupil { people[index].details = pupil }
    }
}
