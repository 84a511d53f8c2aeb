#include "CMachine.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// How many bytes from a place on are letters of ASCII, and not zero; at least so many of them as are in whole groups.
static inline size_t plain(const uint8_t *bytes, size_t place, size_t count) {
  size_t start = place;
#if defined(__SSE2__)
  for (; count - place >= 16; place += 16) {
    __m128i sixteen = _mm_loadu_si128((const __m128i *)(bytes + place));
    // Signed, zero and everything outside of ASCII is less than one.
    int others = _mm_movemask_epi8(_mm_cmplt_epi8(sixteen, _mm_set1_epi8(1)));
    if (others != 0) return place - start + (size_t)__builtin_ctz((unsigned)others);
  }
#endif
  while (place < count && bytes[place] - 1u < 0x7F) place++;
  return place - start;
}

static inline bool follows(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// The length of the character at a place; 0 where none is whole.
static inline size_t character(const uint8_t *bytes, size_t left) {
  uint8_t first = bytes[0];
  if (first < 0xC2 || first > 0xF4 || left < 2) return 0;
  uint8_t second = bytes[1];
  if (first < 0xE0) return follows(second) ? 2 : 0;
  if (left < 3 || !follows(second) || !follows(bytes[2])) return 0;
  if (first < 0xF0) {
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
    return 3;
  }
  if (left < 4 || !follows(bytes[3])) return 0;
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
  return 4;
}

bool machine_is_text(const uint8_t *bytes, size_t count) {
  size_t place = 0;
  while (true) {
    place += plain(bytes, place, count);
    if (place == count) return true;
    size_t length = character(bytes + place, count - place);
    if (length == 0) return false;
    place += length;
  }
}
