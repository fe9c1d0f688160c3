import Synchronization

/// Counts of requests for `/metrics`, in Prometheus' text form. Nothing of pupils or people is in it.
final class RequestMetrics: Sendable {
    private struct State {
        var byClass: [Int: Int] = [:]
        var seconds = 0.0
        var buckets: [Int] = Array(repeating: 0, count: RequestMetrics.bounds.count)
    }

    /// Upper bounds of the duration buckets, in seconds.
    private static let bounds = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5]
    private let state = Mutex(State())

    func note(status: Int, duration: Duration) {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
        state.withLock { state in
            state.byClass[status / 100, default: 0] += 1
            state.seconds += seconds
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { state.buckets[index] += 1 }
        }
    }

    func text() -> String {
        state.withLock { state in
            var lines = ["# TYPE leadline_http_requests_total counter"]
            for (kind, count) in state.byClass.sorted(by: { $0.key < $1.key }) {
                lines.append("leadline_http_requests_total{status=\"\(kind)xx\"} \(count)")
            }
            let total = state.byClass.values.reduce(0, +)
            lines.append("# TYPE leadline_http_request_seconds histogram")
            for (bound, count) in zip(Self.bounds, state.buckets) {
                lines.append("leadline_http_request_seconds_bucket{le=\"\(bound)\"} \(count)")
            }
            lines.append("leadline_http_request_seconds_bucket{le=\"+Inf\"} \(total)")
            lines.append("leadline_http_request_seconds_sum \(state.seconds)")
            lines.append("leadline_http_request_seconds_count \(total)")
            return lines.joined(separator: "\n") + "\n"
        }
    }
}
