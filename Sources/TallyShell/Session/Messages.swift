package import TallyEngine
package import TallyLanguage
import TallyPlan
package import TallyPrivacy
package import TallyRender

/// How findings, refusals and notes are written for one place: text or JSON, full or brief.
package struct Messages: Sendable {
  package let style: Style
  package let isJSON: Bool
  package let form: MessageForm

  package init(style: Style, isJSON: Bool, form: MessageForm) {
    self.style = style
    self.isJSON = isJSON
    self.form = form
  }

  /// A failure as text that ends in a newline; empty for a cancelled statement.
  package func text(_ failure: Failure, in source: SourceText?, statement: SourceSpan? = nil) -> String {
    switch failure {
    case .diagnostics(let findings):
      return findings.map { finding in
        isJSON
          ? jsonLine(finding, in: source)
          : draw(finding, in: source, visible: statement, style: style, form: form)
      }.joined(separator: isJSON || form == .brief ? "" : "\n")
    case .refusal(let refusal, let rewrites):
      let lesson = PrivacyRules.lesson(for: refusal.code)
      return isJSON
        ? jsonLine(refusal, title: lesson.title, reason: lesson.reason, in: source, rewrites: rewrites)
        : draw(
          refusal, title: lesson.title, reason: lesson.reason, in: source, rewrites: rewrites, style: style,
          form: form)
    case .refusedFile(let refusal, let file):
      let lesson = PrivacyRules.lesson(for: refusal.code)
      let people = PeopleFile(refusal)
      // At the prompt the words stand below the reason.
      let told =
        form == .full && !isJSON
        ? "" : PeopleFile.evidence(of: refusal).map { " What tells it: \($0)." } ?? ""
      let reason = "\(people?.reason ?? lesson.reason)\(told) \(people?.instead ?? lesson.instead)"
      return isJSON
        ? jsonLine(refusal, title: lesson.title, reason: reason, in: SourceText("", name: file), rewrites: [])
        : draw(
          refusal, title: "\(file): \(lesson.title)", reason: reason, in: nil, rewrites: [], style: style,
          form: form)
    case .inReport(let report, let failure): return text(failure, in: report.source)
    case .cancelled: return ""
    }
  }

  /// A load report where a program reads messages; empty where people do, since batch is silent on success.
  package func report(_ report: LoadReport) -> String { isJSON ? report.record.jsonLine : "" }

  /// What a policy file says that is not as it was meant.
  package func notice(_ notice: PolicyNotice) -> String {
    let (code, file) = (notice.code.rawValue, notice.file)
    if isJSON {
      return noticeLine(code, notice.message, file: file, line: notice.line, column: notice.column)
    }
    let place = ([file] + [notice.line, notice.column].compactMap { $0.map(String.init) })
      .joined(separator: ":")
    return wrap(SafeText.forPeople("\(place): \(code) \(notice.message)"), style: style) + "\n"
  }

  /// A note about what an answer rests on.
  package func note(_ sentence: String) -> String {
    isJSON ? noteLine(sentence) : "note: \(sentence)\n"
  }
}
