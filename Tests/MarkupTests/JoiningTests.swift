import Markup
import Testing

struct JoiningTests {
    @Test(arguments: [
        ([], ""), ([1], "<i>1</i>"), ([1, 2, 3], "<i>1</i>, <i>2</i>, <i>3</i>"),
    ])
    func `a separator stands only between two pieces`(numbers: [Int], expected: String) {
        // given
        let pieces = numbers.map { "<i>\($0)</i>" as HTML }

        // when
        let joined = HTML.join(pieces, separator: ", ")

        // then
        #expect(joined.string == expected)
    }

    @Test func `a sequence renders in order`() {
        // when
        let list = ["a&b", "c"].html { "<li>\($0)</li>" }

        // then
        #expect(list.string == "<li>a&amp;b</li><li>c</li>")
    }

    @Test func `appending builds the same as one literal`() {
        // given
        var built = HTML(reservingCapacity: 64)

        // when
        built.append(raw: "<td>")
        built.append(text: "5 < 6")
        built += "</td>"

        // then
        #expect(built == "<td>\("5 < 6")</td>")
        #expect(!built.isEmpty)
        #expect((HTML() + built).bytes == built.bytes)
    }
}
