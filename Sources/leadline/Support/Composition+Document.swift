import Pages
import WebServer

extension Composition {
    /// Draws reports as pages that stand alone.
    ///
    /// - Throws: ``CommandFailure`` when the pages' assets are missing beside the program.
    func document() throws -> ReportDocument {
        do throws(AssetsError) {
            return ReportDocument(tracker: tracker, assets: try Assets.load())
        } catch {
            throw CommandFailure(error.message)
        }
    }
}
