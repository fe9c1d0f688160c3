/// A refusal that only the pages know.
enum PageRefusal: Error, Hashable {
    case noSuchPage
    /// The form's token is missing or belongs to another session.
    case staleForm
    /// A form that another site sent.
    case otherSite
    /// The address exists, but not for this method; `allowed` is the value of the header `Allow`.
    case method(allowed: String)
}
