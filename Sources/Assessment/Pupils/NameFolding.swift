import Foundation

/// Folds a name for comparison: case, accents, apostrophes, hyphens and blanks do not count; nor do the letters that
/// Unicode does not decompose but people write plainly (ł, ø, đ, æ, œ, ß, þ, ð, ı).
///
/// Two pupils whose folded names and birth dates agree are a *proposal* for a person to confirm, never a match.
public func foldedName(_ name: String) -> String {
    var folded = ""
    for scalar in name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
        switch scalar {
        case "ł": folded.append("l")
        case "ø": folded.append("o")
        case "đ", "ð": folded.append("d")
        case "æ": folded.append("ae")
        case "œ": folded.append("oe")
        case "ß": folded.append("ss")
        case "þ": folded.append("th")
        case "ı": folded.append("i")
        default:
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                folded.unicodeScalars.append(scalar)
            }
        }
    }
    return folded
}
