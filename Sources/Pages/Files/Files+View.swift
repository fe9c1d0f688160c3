import Assessment
public import Markup

extension FilesModel {
    public var heading: PageHeading {
        PageHeading(
            "Files",
            lede: canImport
                ? "Bring in results and pupils, and send them to others. You see what a file would change before it does, and can take it back later."
                : "What you can take back: changes to the school’s own groups, and judgements copied forward.",
            section: .files, errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        "\(canImport ? dropZone(frame) : reader)\(waitingList(frame))\(sentFiles)\(batchList)"
    }

    private func dropZone(_ frame: PageFrame) -> HTML {
        """
        <form class="drop" method="post" action="\(url: place.link(.upload))" enctype="multipart/form-data" data-drop>
        \(frame.csrfField)
        <h2>Drop a file here, or choose one</h2>
        <p class="muted">A Common Transfer File (XML), the DfE’s results file, a pupil list, the grid filled in offline or a \
        conversion table (CSV or XLSX), or a zip of these, up to \(maximumMegabytes) MB. What is inside decides what it is; its name does not \
        matter. Nothing is stored until you have seen the preview.</p>
        \(FormField("file", "File", errors: errors, width: .full).file(accepting: ".xml,.csv,.xlsx,.xlsm,.txt,.zip,text/csv,text/xml"))\
        <p class="buttons"><button class="button main">Show the preview</button></p>
        <progress hidden aria-label="Sending the file"></progress>
        <p role="status" data-progress></p>
        </form>
        """
    }

    private var reader: HTML {
        """
        <p class="card">Files are brought in and sent out by Account Owners and Account Admins.</p>

        """
    }

    private func waitingList(_ frame: PageFrame) -> HTML {
        guard canImport, !waiting.isEmpty else { return HTML() }
        let rows = waiting.html { upload in
            """
            <tr><th scope="row"><a href="\(url: place.link(.preview(upload.id)))">\(upload.fileName)</a></th>\
            <td>\(upload.when)</td><td class="actions"><form class="inline-form" method="post" \
            action="\(url: place.link(.cancelUpload(upload.id)))">\(frame.csrfField)\
            <button class="button small">Remove<span class="hidden"> \(upload.fileName)</span></button></form></td></tr>
            """
        }
        return """
            <section class="card table-box"><table class="roomy stacked"><caption>Looked at, not taken yet</caption><thead><tr>\
            <th scope="col">File</th><th scope="col">Sent</th><th scope="col"><span class="hidden">Remove</span></th>\
            </tr></thead><tbody>\(rows)</tbody></table></section>

            """
    }

    private var batchList: HTML {
        guard !batches.isEmpty else {
            return canImport
                ? EmptyState.render(
                    "Nothing has come in yet",
                    "Every file that is taken is listed here: who brought it, when, what it changed, and the way to take it back."
                )
                : EmptyState.render(
                    "Nothing to take back yet",
                    "A group that is changed, and judgements that are copied forward, are listed here with the way to take them back."
                )
        }
        return """
            <section class="card table-box"><table class="roomy stacked"><caption>\(canImport ? "What came in" : "What was done")</caption><thead><tr>\
            <th scope="col">When</th><th scope="col">\(canImport ? "File" : "What")</th><th scope="col">By</th>\
            <th scope="col" class="number">Values</th><th scope="col" class="number">Pupils added</th>\
            <th scope="col"><span class="hidden">Undo</span></th></tr></thead><tbody>\(batches.html(line))</tbody></table>\
            </section>
            """
    }

    private func line(_ batch: BatchRow) -> HTML {
        let end: HTML =
            if let undone = batch.undone {
                "<span class=\"tag\">undone</span><span class=\"hidden\"> \(undone)</span>"
            } else if batch.canUndo {
                """
                <a class="button small" href="\(url: place.link(.undoBatch(batch.id)))">Undo\
                <span class="hidden"> \(batch.source), \(batch.when)</span></a>
                """
            } else {
                HTML()
            }
        return """
            <tr><td class="nowrap">\(batch.when)</td><th scope="row"><a href="\(url: place.link(.batch(batch.id)))">\
            \(batch.source)</a><br><span class="muted small" data-column="What">\(batch.kind)\
            \(batch.sha256.map { " <span class=\"code\" title=\"SHA-256 \($0)\" data-column=\"SHA-256\" data-value=\"\($0)\">\($0.prefix(8))…</span>" as HTML })</span></th>\
            <td data-label="By">\(batch.person)</td><td class="number" data-label="Values">\(Count.grouped(batch.values))</td>\
            <td class="number" data-label="Pupils added">\(Count.grouped(batch.pupilsAdded))</td><td class="actions">\(end)</td></tr>
            """
    }
}
