public import Assessment
import Reports

extension JudgementSettings {
    /// The settings as JSON: `{"school":..,"revision":..,"subjects":[..],"terms":[..],"words":[..],..}`; judgements by their stored
    /// names.
    ///
    /// - Parameter year: of which the terms are given beside the years that have dates of the school's own.
    public func json(school: DfENumber, year: SchoolYear) -> String {
        var json = JSONText()
        json.object { json in
            json.member("school", school.description)
            json.member("revision", revision)
            json.array("subjects") { json in for subject in settings.subjects { json.value(subject.rawValue) } }
            json.array("terms") { json in
                for year in years(with: year) {
                    json.object { json in
                        json.member("year", year.endYear)
                        json.key("own")
                        json.value(settings.terms.isOwn(year))
                        json.object("dates") { json in
                            for term in SummativeTerm.allCases {
                                let span = settings.terms.span(of: term, in: year)
                                json.object(term.rawValue) { json in
                                    json.member("first", span.first.description)
                                    json.member("last", span.last.description)
                                }
                            }
                        }
                    }
                }
            }
            json.array("words") { json in
                for (from, labels) in words {
                    json.object { json in
                        json.member("from", from?.description)
                        json.object("labels") { json in
                            for (judgement, label) in zip(Judgement.allCases, labels) {
                                json.object(judgement.rawValue) { json in
                                    json.member("short", label.short)
                                    json.member("words", label.words)
                                }
                            }
                        }
                    }
                }
            }
            json.member("changed_at", changed?.at)
            json.member("changed_by", changed?.by)
        }
        return json.text
    }

    /// The settings for a terminal.
    public func text(title: String, year: SchoolYear) -> String {
        var lines = [title, "Subjects: \(settings.subjects.map(\.inSentence).joined(separator: ", "))"]
        for year in years(with: year) {
            lines += ["", "Terms of \(year.label)\(settings.terms.isOwn(year) ? "" : " (the usual dates)")"]
            lines += SummativeTerm.allCases.map { term in
                let span = settings.terms.span(of: term, in: year)
                return "  \(term.title)\t\(span.first) to \(span.last)"
            }
        }
        for (from, labels) in words {
            lines += ["", from.map { "Words from \($0) on" } ?? "Words until they are changed"]
            lines += zip(Judgement.allCases, labels).map { "  \($0.rawValue)\t\($1.short)\t\($1.words)" }
        }
        lines += ["", "Revision \(revision)" + (changed.map { ", changed at \($0.at) by \($0.by)" } ?? "")]
        return lines.joined(separator: "\n")
    }

    private func years(with year: SchoolYear) -> [SchoolYear] { Set(settings.terms.ownYears + [year]).sorted() }

    private var words: [(from: CalendarDate?, labels: [JudgementLabel])] {
        [(nil, JudgementLabels.standard)] + settings.labels.changes.map { ($0.from, $0.labels) }
    }
}
