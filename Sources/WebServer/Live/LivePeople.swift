/// Who else is in a grid.
struct LivePeople: Encodable {
    struct Person: Encodable, Hashable {
        /// Of one of the person's tabs.
        let id: String
        let name: String
    }

    let people: [Person]
}
