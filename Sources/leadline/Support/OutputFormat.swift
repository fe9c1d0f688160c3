import ArgumentParser

/// In which form a command writes its answer.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}
