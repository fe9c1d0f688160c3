import ArgumentParser

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Where the data is: a folder, sqlite:FILE or postgres://... (default: $LEADLINE_DATA, else ./leadline-data).",
            valueName: "url"))
    var data: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Act as this user, with the user's role and no more.", valueName: "email"))
    var actAs: String?
}
