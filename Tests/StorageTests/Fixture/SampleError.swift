/// A mistake in the tests' own values.
enum SampleError: Error {
    case notAYear(Int)
    case noCheckLetter(String)
    case onPurpose
}
