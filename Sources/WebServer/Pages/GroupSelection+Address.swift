import Reports

extension GroupSelection {
    /// Reads an id as it stands in an address, where a `+` that somebody typed unencoded arrives as a blank.
    init?(inAddress text: String) {
        if let group = GroupSelection(id: text) {
            self = group
            return
        }
        for place in text.indices where text[place] == " " {
            var joined = text
            joined.replaceSubrange(place...place, with: "+")
            if let group = GroupSelection(id: joined) {
                self = group
                return
            }
        }
        return nil
    }
}
