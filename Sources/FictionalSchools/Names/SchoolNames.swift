/// Invented names of schools and of the classes in them.
enum SchoolNames {
    private static let beginnings = [
        "Alder", "Amber", "Ash", "Barley", "Beck", "Birch", "Bramble", "Brook", "Burn", "Clover", "Copper", "Crane",
        "Dove", "Elder", "Ember", "Fern", "Flint", "Gorse", "Hazel", "Heather", "Heron", "Holly", "Juniper", "Lark",
        "Lime", "Marl", "Mead", "Merle", "Oak", "Orchard", "Otter", "Pebble", "Quarry", "Reed", "Rowan", "Rush",
        "Sedge", "Shingle", "Sorrel", "Sparrow", "Stone", "Thistle", "Thorn", "Willow", "Winter", "Yarrow",
    ]
    private static let ends = [
        "bank", "bourne", "bridge", "combe", "croft", "dale", "dene", "field", "ford", "gate", "ham", "holme", "hurst",
        "leigh", "mere", "moor", "ridge", "stead", "wick", "wood", "worth",
    ]
    private static let saints = [
        "St Aidan’s", "St Bede’s", "St Brigid’s", "St Columba’s", "St Cuthbert’s", "St Edith’s", "St Hilda’s",
        "St Oswald’s", "St Swithun’s", "St Wilfrid’s",
    ]
    private static let kinds = [
        "Primary School", "Primary School", "Primary School", "Community Primary School", "Primary Academy",
    ]

    static func name(_ draws: inout SplitMix64) -> String {
        let place = place(&draws)
        if draws.happens(0.25), let saint = draws.pick(saints) {
            return draws.happens(0.6)
                ? "\(saint) CofE Primary School, \(place)" : "\(saint) Catholic Primary School, \(place)"
        }
        return "\(place) \(draws.pick(kinds) ?? "Primary School")"
    }

    /// An invented place: `Thistlemere`.
    static func place(_ draws: inout SplitMix64) -> String {
        "\(draws.pick(beginnings) ?? "")\(draws.pick(ends) ?? "")"
    }

    /// The class names of a school, one for each class from Reception to Year 6 with up to four classes a year.
    static let classThemes = [
        [
            "Wren", "Robin", "Sparrow", "Finch", "Blackbird", "Thrush", "Starling", "Swallow", "Swift", "Lapwing",
            "Curlew", "Plover", "Kestrel", "Peregrine", "Jay", "Magpie", "Kingfisher", "Heron", "Egret", "Owl",
            "Harrier",
            "Buzzard", "Osprey", "Merlin", "Puffin", "Gannet", "Falcon", "Eagle",
        ],
        [
            "Acorn", "Catkin", "Blossom", "Conker", "Holly", "Ivy", "Hazel", "Hawthorn", "Elder", "Rowan", "Cherry",
            "Apple", "Pear", "Plum", "Willow", "Alder", "Aspen", "Birch", "Lime", "Maple", "Sycamore", "Chestnut",
            "Beech", "Ash", "Oak", "Pine", "Cedar", "Redwood",
        ],
    ]
}
