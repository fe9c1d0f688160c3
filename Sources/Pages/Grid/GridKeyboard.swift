import Markup

/// The keys of the entry grid with what they do: in the dialog that `?` opens, and on the Help page.
enum GridKeyboard {
    /// Keys and their meaning, in the order in which somebody needs them.
    static let keys: [(keys: [String], meaning: String)] = [
        (["↑", "↓", "←", "→"], "Move from cell to cell"),
        (["Enter", "Shift+Enter"], "Save and move down, or up"),
        (["Tab", "Shift+Tab"], "Save and go to the next cell to fill, or the one before"),
        (["F2"], "Change what is in the cell"),
        (["Esc"], "Leave the cell as it was; once more leaves the grid"),
        (["Delete"], "Clear what is selected"),
        (["Alt+↓"], "Choose from the codes the cell takes"),
        (["+"], "On a scaled score: special consideration, on and off"),
        (["Home", "End"], "First or last cell of the row; with Ctrl, of the grid"),
        (["Page Up", "Page Down"], "Ten pupils up or down"),
        (
            ["Shift+arrows"],
            "Select a range; so does Shift with Home, End, Page Up, Page Down, or dragging with the mouse"
        ),
        (["Ctrl+A"], "Select the grid"),
        (["Ctrl+C", "Ctrl+X", "Ctrl+V"], "Copy, cut, paste: also from and to a spreadsheet"),
        (["Ctrl+D"], "Fill down: the top of the selection into the rest of it, or the cell above into this one"),
        (["Ctrl+Z", "Ctrl+Y"], "Undo, redo"),
        (["F8", "Shift+F8"], "Next or previous result that is missing or not saved"),
        (["Alt+H", "Shift+F2"], "History of the cell"),
        (["?"], "These keys"),
    ]

    /// The keys as rows of a table.
    static func rows(_ lines: [(keys: [String], meaning: String)]) -> HTML {
        lines.html { line in
            """
            <tr><th scope="row">\(HTML.join(line.keys.map { "<kbd>\($0)</kbd>" }, separator: " "))</th>\
            <td>\(line.meaning)</td></tr>
            """
        }
    }
}
