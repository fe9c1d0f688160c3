/// Who a pupil of a file is, as a person has confirmed.
public enum PupilChoice: Sendable, Hashable, Codable {
    /// This pupil of the school.
    case existing(Int64)
    /// Somebody who is not in the school's list yet; only a full CTF or a pupil list adds pupils.
    case new
}
