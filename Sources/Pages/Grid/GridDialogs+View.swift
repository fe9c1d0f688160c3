import Markup

/// The dialogs of a sitting. They stand in the page from the start, so that the modules only open and fill them.
enum GridDialogs {
    /// All of them, drawn once.
    static let all: HTML = """
        \(keys)\(fill)\(pasteText)\(paste)
        """

    private static var keys: HTML {
        """
        <dialog class="grid-dialog" id="grid-keys" aria-labelledby="grid-keys-title"><form method="dialog">\
        <h2 id="grid-keys-title">Keys</h2><table><tbody>\(GridKeyboard.rows(GridKeyboard.keys))</tbody></table>
        <p class="buttons"><button class="button main" autofocus>Close</button></p></form></dialog>

        """
    }

    private static var fill: HTML {
        """
        <dialog class="grid-dialog" id="grid-fill" aria-labelledby="grid-fill-title"><form method="dialog">\
        <h2 id="grid-fill-title">Fill</h2><p><label for="grid-fill-value">Value</label><br>\
        <input id="grid-fill-value" name="value" autocomplete="off" autofocus></p>
        <p class="buttons"><button class="button main" value="selected">The selected cells</button>\
        <button class="button" value="column">Every empty cell of the column</button>\
        <button class="button quiet" value="" formnovalidate>Cancel</button></p></form></dialog>

        """
    }

    private static var pasteText: HTML {
        """
        <dialog class="grid-dialog" id="grid-paste-text" aria-labelledby="grid-paste-text-title"><form method="dialog">\
        <h2 id="grid-paste-text-title">Paste from spreadsheet</h2>\
        <p id="grid-paste-text-hint">Copy the cells in Excel, LibreOffice or Google Sheets, and paste them here. They go in from the \
        selected cell; with a UPN or name column among them they find their pupils.</p>
        <p><label for="grid-paste-source">Copied cells</label><br>\
        <textarea id="grid-paste-source" name="text" rows="8" autofocus aria-describedby="grid-paste-text-hint"></textarea></p>
        <p class="buttons"><button class="button main" value="paste">Paste</button>\
        <button class="button quiet" value="">Cancel</button></p></form></dialog>

        """
    }

    private static var paste: HTML {
        """
        <dialog class="grid-dialog" id="grid-paste" aria-labelledby="grid-paste-title"><form method="dialog">\
        <h2 id="grid-paste-title">Before it is pasted</h2><div id="grid-paste-what"></div>
        <p class="buttons"><button class="button main" name="paste" value="paste">Paste</button>\
        <button class="button quiet" value="" formnovalidate>Cancel</button></p></form></dialog>

        """
    }
}
