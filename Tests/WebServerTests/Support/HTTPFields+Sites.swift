import HTTPTypes

extension HTTPFields {
    /// What a browser says of where a form comes from.
    static func origin(_ origin: String) -> HTTPFields { [.origin: origin] }

    static func fetchSite(_ site: String) -> HTTPFields {
        var fields = HTTPFields()
        if let name = HTTPField.Name("Sec-Fetch-Site") { fields[name] = site }
        return fields
    }
}
