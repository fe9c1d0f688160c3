import ArgumentParser
import Assessment
import FictionalSchools
import Foundation
import Storage
import Tracker

/// `leadline demo`
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make a fictional school with seven years of all statutory assessments (once) and serve it.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @OptionGroup var address: ServerAddress

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let demo = try DemoSchool(tracker: composition.tracker)
        if try await !demo.isThere() {
            Terminal.out("Making a fictional school ...")
            try await demo.make()
        }
        let url = address.url
        let lines = demo.signIns.map { "  \($0.email.padded(to: 34)) \($0.role.title)" }
        try await ServeCommand.serve(composition, address) {
            Terminal.out("")
            Terminal.out("\(demo.name) is at \(url)")
            Terminal.out("")
            Terminal.out("Sign in with one of these addresses and the password: \(DemoSchool.password)")
            for line in lines { Terminal.out(line) }
            Terminal.out("")
            if !demo.isOfTheCurrentYear {
                Terminal.out(
                    "Partial Edit enters judgements in the current school year only. To try it, sign in as the")
                Terminal.out(
                    "Account Owner and start the next year first (Pupils, Start the next year); then as Partial Edit")
                Terminal.out("open Summative assessment, 6 Curlew.")
                Terminal.out("")
            }
            Terminal.out("Everything in it is invented. Press Ctrl-C to stop.")
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(1, width - count))
    }
}
