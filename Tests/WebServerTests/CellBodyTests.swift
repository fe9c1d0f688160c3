import Foundation
import NIOCore
import Testing

@testable import WebServer

@Suite("The body of a save")
struct CellBodyTests {
    @Test(
        "A plain body is read as the general decoder reads it",
        arguments: [
            #"{"value":"38"}"#, #"{"value":""}"#, #"{"value":"38","revision":0}"#,
            #"{"revision":123456789012345678,"value":"EXS","date":"2026-05-14"}"#,
            " {\n\t\"value\" : \"Zoë ０\" ,\r\"revision\" : 7 } \n",
        ])
    func plain(text: String) throws {
        // when
        let body = CellBody(plain: ByteBuffer(string: text).readableBytesView)
        // then
        #expect(body == (try JSONDecoder().decode(CellBody.self, from: Data(text.utf8))))
    }

    @Test(
        "What is not plain is left to the general decoder",
        arguments: [
            "", "{", "{}", "[]", #"{"value"}"#, #"{"value":38}"#, #"{"value":null}"#, #"{"value":"3\u0038"}"#,
            #"{"value":"38",}"#, #"{"value":"38"} x"#, #"{"value":"38"}{"value":"39"}"#, #"{"value":"38""#,
            #"{"value":"38","value":"39"}"#, #"{"value":"38","revision":-1}"#, #"{"value":"38","revision":1.0}"#,
            #"{"value":"38","revision":1e3}"#, #"{"value":"38","revision":01}"#, #"{"value":"38","revision":"1"}"#,
            #"{"value":"38","revision":1234567890123456789}"#, #"{"value":"38","note":"x"}"#,
            #"{"value":"38","date":null}"#, "{\"value\":\"3\n8\"}", #"{value:"38"}"#, #"{"value":"38"; "revision":1}"#,
        ])
    func notPlain(text: String) {
        #expect(CellBody(plain: ByteBuffer(string: text).readableBytesView) == nil)
    }

    @Test("Bytes that are not UTF-8 are not plain")
    func notText() {
        let bytes = Array(#"{"value":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
        #expect(CellBody(plain: ByteBuffer(bytes: bytes).readableBytesView) == nil)
    }
}
