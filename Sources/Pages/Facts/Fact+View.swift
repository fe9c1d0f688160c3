import Markup

extension Sequence<Fact> {
    /// The facts as a list of terms; long values take a line of their own.
    ///
    /// - Parameter missing: what stands for a value that is not there.
    func factList(missing: String = "–") -> HTML {
        let entries = html { fact in
            let value = fact.value.map { "\($0)" as HTML } ?? "<span class=\"muted\">\(missing)</span>"
            let isLong = (fact.value?.utf8.count ?? 0) > 44
            return "<div\(attribute: "class", isLong ? "long" : nil)><dt>\(fact.label)</dt><dd>\(value)</dd></div>"
        }
        return "<dl class=\"facts\">\(entries)</dl>"
    }
}
