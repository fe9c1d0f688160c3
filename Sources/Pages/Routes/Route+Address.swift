public import Assessment

extension Route {
    /// The address to link to, from the root: `/schools/8209991/2026/pupils?q=a`.
    public var link: String { address.text }

    /// The address, taken apart.
    public var address: Address {
        switch self {
        case .home: Address([])
        case .signIn(let returnTo): Address(["sign-in"], query: returnTo.map { [.init("return", $0)] } ?? [])
        case .signOut: Address(["sign-out"])
        case .setUp(let token): Address(["set-up"], query: token.map { [.init("token", $0)] } ?? [])
        case .choosePassword(let token): Address(["link", token])
        case .chooseSchool: Address(["schools"])
        case .help: Address(["help"])
        case .asset(let name, let version): Address(["assets", name], query: [.init("v", version)])
        case .school(let school, let year, let page):
            Address(["schools", school.compact, String(year.endYear)] + page.path, query: page.query)
        }
    }

    /// The route of an address as it came with a request, such as `/schools/8209991/2026/pupils?q=a`; nil when there is no
    /// such page. Query items it does not know are ignored.
    public init?(parsing text: String) {
        self.init(Address(parsing: text))
    }

    /// The route of an address; nil when there is no such page.
    public init?(_ address: Address) {
        let path = address.path
        switch path.count {
        case 0: self = .home
        case 1:
            switch path[0] {
            case "sign-in": self = .signIn(returnTo: address.value("return"))
            case "sign-out": self = .signOut
            case "set-up": self = .setUp(token: address.value("token"))
            case "schools": self = .chooseSchool
            case "help": self = .help
            default: return nil
            }
        case 2 where path[0] == "link": self = .choosePassword(token: path[1])
        case 2 where path[0] == "assets": self = .asset(name: path[1], version: address.value("v") ?? "")
        default:
            guard path[0] == "schools", path.count > 3, let school = try? DfENumber(path[1]),
                let year = Int(path[2]).flatMap(SchoolYear.init),
                let page = SchoolPage(path: Array(path[3...]), address: address)
            else { return nil }
            self = .school(school, year, page)
        }
    }

    /// The same page in another school year; a route outside a school stays as it is.
    public func inYear(_ year: SchoolYear) -> Route {
        guard case .school(let school, _, let page) = self else { return self }
        return .school(school, year, page.inAnotherYear)
    }
}
