import Assessment
public import Markup

extension UndoBatchModel {
    public var heading: PageHeading {
        PageHeading(
            "Undo \(batch.source)?",
            lede: batch.isFile
                ? "It came in on \(batch.when), brought by \(batch.person)."
                : "Done on \(batch.when) by \(batch.person).", section: .files,
            breadcrumbs: [
                Breadcrumb("Files", place.route(.files)), Breadcrumb(batch.source, place.route(.batch(batch.id))),
                Breadcrumb("Undo"),
            ])
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        <div class="card"><p>\(batch.isFile || batch.values > 0 ? "\(values)\(pupils)" : "The pupils’ places and details go back to what they were before"). \
        What somebody has changed since then is left alone\(leftAlone.isEmpty ? "" : " and listed below"). The history keeps both steps, and \
        \(batch.isFile ? "the file can be brought in again" : "it can be done again").</p>
        <form class="buttons" method="post" action="\(url: place.link(.undoBatch(batch.id)))">\(frame.csrfField)\
        <button class="button main">\(batch.isFile ? "Undo this file" : "Undo this")</button>
        <a class="button quiet" href="\(url: place.link(.batch(batch.id)))">Leave it as it is</a></form></div>
        \(BatchChanges.table(leftAlone, title: "Would be left alone"))
        """
    }

    private var values: String {
        batch.values == 1
            ? "1 value goes back to what it was before"
            : "\(Count.of(batch.values, "value")) go back to what they were before"
    }

    private var pupils: String {
        switch batch.pupilsAdded {
        case 0: ""
        case 1: ", and the pupil who came with it is removed again unless there are other results"
        default:
            ", and \(Count.of(batch.pupilsAdded, "pupil")) who came with it are removed again unless they have other results"
        }
    }
}
