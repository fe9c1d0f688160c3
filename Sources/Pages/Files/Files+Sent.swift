import Assessment
import Markup

extension FilesModel {
    /// The way to a file that goes out, and those that went.
    var sentFiles: HTML {
        guard canSend else { return HTML() }
        let way: HTML = """
            <p class="buttons"><a class="button" href="\(url: place.link(.sendFile()))">Send a file out</a></p>

            """
        guard !sent.isEmpty else { return way }
        return """
            \(way)<section class="card table-box"><table class="roomy stacked"><caption>What went out</caption><thead><tr>\
            <th scope="col">When</th><th scope="col">File</th><th scope="col">By</th>\
            <th scope="col" class="number">Pupils</th><th scope="col" class="number">Results</th>\
            <th scope="col" class="number">Found when checked</th></tr></thead><tbody>\(sent.html(line))</tbody></table></section>

            """
    }

    private func line(_ file: SentFileRow) -> HTML {
        """
        <tr><td class="nowrap">\(file.when)</td><th scope="row">\(file.fileName)<br><span class="muted small" data-column="What">For \
        \(file.destination) <span class="code" title="SHA-256 \(file.sha256)" data-column="SHA-256" data-value="\(file.sha256)">\(file.sha256.prefix(8))…</span></span></th>\
        <td data-label="By">\(file.person)</td><td class="number" data-label="Pupils">\(Count.grouped(file.pupils))</td>\
        <td class="number" data-label="Results">\(Count.grouped(file.records))</td>\
        <td class="number" data-label="Found when checked">\(Count.grouped(file.findings))</td></tr>
        """
    }
}
