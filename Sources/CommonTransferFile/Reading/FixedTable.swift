/// A block of memory of fixed size, without the reference counting and uniqueness checks of an array.
///
/// The callbacks of the XML parser run for every element of a file; these tables are what they look at each time. The
/// owner frees it.
struct FixedTable<Element> {
    private let base: UnsafeMutablePointer<Element>
    let count: Int

    init(repeating element: Element, count: Int) {
        base = .allocate(capacity: count)
        base.initialize(repeating: element, count: count)
        self.count = count
    }

    /// The caller keeps `index` in `0..<count`; checked in debug builds.
    subscript(index: Int) -> Element {
        get {
            assert(index >= 0 && index < count)
            return base[index]
        }
        nonmutating set {
            assert(index >= 0 && index < count)
            base[index] = newValue
        }
    }

    func free() {
        base.deinitialize(count: count)
        base.deallocate()
    }
}
