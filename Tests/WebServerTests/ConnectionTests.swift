import Assessment
import Foundation
import HummingbirdTesting
import Storage
import Testing
import Tracker
import WebServer

/// Connections of programs that behave in other ways than browsers do.
struct ConnectionTests {
    @Test func `A refused file is answered to a program that first sends all of it and wants the connection closed`()
        async throws
    {
        try await running { port in
            // when
            let (isSent, answer) = try await send(0x41, to: "/api/v1/schools/8209991/imports", as: "text/xml", port)
            // then
            #expect(isSent)
            #expect(answer?.hasPrefix("HTTP/1.1 401 ") ?? false, "\(answer ?? "no answer")")
        }
    }

    @Test func `A body of which the beginning is enough to refuse it is answered as well`() async throws {
        try await running { port in
            // when
            let (isSent, answer) = try await send(0x20, to: "/api/v1/sign-in", as: "application/json", port)
            // then
            #expect(isSent)
            #expect(answer?.hasPrefix("HTTP/1.1 413 ") ?? false, "\(answer ?? "no answer")")
        }
    }

    @Test func `A connection on which nothing comes is closed`() async throws {
        try await running(idleSeconds: 1) { port in
            for beginning in ["", "POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{"] {
                // when
                let answer = try await aside {
                    let connection = try RawConnection(port: port)
                    defer { connection.close() }
                    _ = connection.send(Array(beginning.utf8))
                    return connection.rest()
                }
                // then
                #expect(answer != nil, "after “\(beginning)”")
            }
        }
    }

    @Test func `An open grid hears of changes on, however long nothing happens`() async throws {
        try await TestServer.run(options: ServerOptions(port: 0, idleSeconds: 5), listens: true) { server, client in
            // given
            let port = try #require(client.port)
            let session = try #require(try await server.browser(.fullEdit, client).session)
            let connection = try RawConnection(port: port)
            defer { connection.close() }
            let request = """
                GET /api/v1/schools/\(server.school.dfe.compact)/events/2026/ks2 HTTP/1.1\r
                Host: 127.0.0.1:\(port)\r
                Cookie: leadline=\(session)\r
                \r

                """
            // when
            let (isSent, beginning, isClosed) = try await aside {
                let isSent = connection.send(Array(request.utf8))
                return (isSent, connection.next(), connection.rest(seconds: 9) != nil)
            }
            // then
            #expect(isSent && !isClosed)
            #expect(beginning?.hasPrefix("HTTP/1.1 200 ") ?? false, "\(beginning ?? "no answer")")
        }
    }

    /// Sends a request with more of one byte than fits into the buffers between the two, all of it before it looks for an answer.
    private func send(_ byte: UInt8, to path: String, as type: String, _ port: Int) async throws
        -> (isSent: Bool, answer: String?)
    {
        let body = [UInt8](repeating: byte, count: 48 << 20)
        let head = """
            POST \(path) HTTP/1.1\r
            Host: 127.0.0.1:\(port)\r
            Connection: close\r
            Content-Type: \(type)\r
            Content-Length: \(body.count)\r
            \r

            """
        return try await aside {
            let connection = try RawConnection(port: port)
            defer { connection.close() }
            let isSent = connection.send(Array(head.utf8) + body)
            return (isSent, connection.rest())
        }
    }

    private func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: it waits, and those of a queue are few.
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }

    /// A server of its own that listens, until the test is over.
    private func running(idleSeconds: Int = 120, _ test: @escaping @Sendable (Int) async throws -> Void) async throws {
        let options = ServerOptions(port: 0, idleSeconds: idleSeconds)
        try await TestServer.run(options: options, listens: true) { _, client in
            try await test(try #require(client.port))
        }
    }
}
