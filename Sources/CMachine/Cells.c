#include "CMachine.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// One bit for each of 64 bytes that is a given one.
static inline uint64_t equal(const uint8_t *bytes, uint8_t byte) {
#if defined(__SSE2__)
  __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t found = 0;
  for (int part = 0; part < 4; part++) {
    __m128i sixteen = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
    found |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(sixteen, wanted)) << (16 * part);
  }
  return found;
#else
  uint64_t found = 0;
  for (int place = 0; place < 64; place++) found |= (uint64_t)(bytes[place] == byte) << place;
  return found;
#endif
}

/// Each bit becomes whether an odd number of bits is set up to it.
static inline uint64_t odd_up_to(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// The 64 bytes from a place on; those behind the end as zero.
static inline const uint8_t *load(const uint8_t *text, size_t place, size_t end, uint8_t *room) {
  if (end - place >= 64) return text + place;
  memset(room, 0, 64);
  memcpy(room, text + place, end - place);
  return room;
}

static inline bool is_break(uint8_t byte) { return byte == '\n' || byte == '\r'; }

machine_survey machine_survey_records(const uint8_t *text, size_t start, size_t end) {
  machine_survey survey = {{0, 0}, {end, end}, false};
  uint8_t room[64];
  uint64_t behind_break = start > 0 && is_break(text[start - 1]);
  uint64_t inside = 0;
  for (size_t place = start; place < end; place += 64) {
    const uint8_t *bytes = load(text, place, end, room);
    uint64_t quotes = equal(bytes, '"');
    uint64_t breaks = equal(bytes, '\n') | equal(bytes, '\r');
    uint64_t ends = breaks & ~(breaks << 1 | behind_break);
    behind_break = breaks >> 63;
    if (quotes != 0 || inside != 0) {
      uint64_t state = odd_up_to(quotes) ^ inside;
      inside = (uint64_t)((int64_t)state >> 63);
      uint64_t quoted = ends & state;
      if (quoted != 0) {
        if (survey.ends[1] == 0) survey.first[1] = place + (size_t)__builtin_ctzll(quoted);
        survey.ends[1] += (size_t)__builtin_popcountll(quoted);
        ends &= ~state;
      }
    }
    if (ends != 0) {
      if (survey.ends[0] == 0) survey.first[0] = place + (size_t)__builtin_ctzll(ends);
      survey.ends[0] += (size_t)__builtin_popcountll(ends);
    }
  }
  survey.changes_state = inside != 0;
  return survey;
}

machine_cells machine_find_cells(
    const uint8_t *text, size_t start, size_t end, uint8_t separator, uint32_t *ends, size_t capacity) {
  uint8_t room[64];
  uint32_t *next = ends;
  uint64_t behind_break = 1, behind_mark = 1, behind_closing = 0, inside = 0, wrong = 0;
  size_t place = start, records = 0;
  for (; place < end && (size_t)(next - ends) + 64 <= capacity; place += 64) {
    const uint8_t *bytes = load(text, place, end, room);
    uint64_t quotes = equal(bytes, '"');
    uint64_t breaks = equal(bytes, '\n') | equal(bytes, '\r');
    uint64_t separators = equal(bytes, separator);
    uint64_t found_ends = breaks & ~(breaks << 1 | behind_break);
    uint64_t found = separators | found_ends;
    uint64_t marks = separators | breaks | quotes;
    behind_break = breaks >> 63;
    wrong |= behind_closing & ~marks;
    behind_closing = 0;
    if (quotes != 0 || inside != 0) {
      uint64_t state = odd_up_to(quotes) ^ inside;
      uint64_t closing = quotes & ~state;
      wrong |= quotes & state & ~(marks << 1 | behind_mark);
      // What is behind the end of the text is no mark, and closes nothing wrongly.
      uint64_t known = end - place >= 64 ? ~(1ull << 63) : (1ull << (end - place - 1)) - 1;
      wrong |= closing & known & ~(marks >> 1);
      if (end - place > 64) behind_closing = closing >> 63;
      inside = (uint64_t)((int64_t)state >> 63);
      found &= ~state;
      found_ends &= ~state;
    }
    records += (size_t)__builtin_popcountll(found_ends);
    behind_mark = marks >> 63;
    uint32_t base = (uint32_t)(place - start);
    while (found != 0) {
      *next++ = base + (uint32_t)__builtin_ctzll(found);
      found &= found - 1;
    }
    if (wrong != 0) break;
  }
  machine_cells cells = {
      (size_t)(next - ends), records, place < end ? place : end, wrong == 0, inside != 0};
  return cells;
}
