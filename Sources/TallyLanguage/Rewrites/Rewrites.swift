package import TallyPrivacy

/// Questions that can be asked instead of a refused one, best first.
package func rewrites(for refusal: Refusal, in words: [ScannedWord]) -> [Query] { [] }
