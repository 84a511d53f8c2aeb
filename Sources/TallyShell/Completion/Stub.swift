struct CompletionWords {}
func complete(_ t: String, at: Int, with: CompletionWords) -> Completions { .none(at: at) }
extension Prompt { var completionWords: CompletionWords { CompletionWords() } }
