/// A sound as platforms name it after whoever made it, `original sound - anna`, with a handle in the place of the name.
///
/// What stands behind the platform's own words is an account; a song has a title of its own. Handles are masked like any.
///
/// - Complexity: O(length).
package func soundWithHandle(_ name: String) -> String {
  guard let dash = name.unicodeScalars.firstIndex(where: { "-–—".unicodeScalars.contains($0) }) else {
    return name
  }
  let words = foldedLetters(String(name[..<dash])).split(separator: " ").joined(separator: " ")
  return originalSounds.contains(words) ? "\(name[..<dash])- @somebody" : name
}

/// What platforms call a sound without a title, letters folded.
private let originalSounds: Set<String> = Set(
  [
    "original sound", "original audio", "Originalton", "Original-Ton", "son original", "audio d'origine",
    "sonido original",
    "audio original", "som original", "áudio original", "suono originale", "audio originale",
    "origineel geluid",
    "oryginalny dźwięk", "orijinal ses", "оригинальный звук", "оригинальное аудио", "оригінальний звук",
    "âm thanh gốc",
    "nhạc nền", "suara asli", "audio asli", "オリジナル楽曲", "オリジナル音源", "オリジナルサウンド", "오리지널 사운드", "원본 오디오", "原声",
    "原聲", "originalljud", "original lyd", "الصوت الأصلي", "मूल ध्वनि", "เสียงต้นฉบับ",
  ].map(foldedLetters))
