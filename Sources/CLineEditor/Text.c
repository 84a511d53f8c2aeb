// Between libedit's wide characters and UTF-8, and where one visible character ends.

#include "Editor.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

void tally_use_utf8_characters(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  // Without this, LC_ALL=C would make libedit drop every byte above 127.
  if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "en_US.UTF-8");
}

int tally_scalar_columns(uint32_t scalar) {
  int columns = wcwidth((wchar_t)scalar);
  if (columns >= 0) return columns;
  // Not in this system's tables: an emoji that is younger than they are, or a control character.
  if (scalar >= 0x1F000 && scalar < 0x20000) return 2;
  return scalar < 0xA0 ? 0 : 1;
}

static size_t encode_scalar(uint32_t scalar, char out[4]) {
  if (scalar < 0x80) {
    out[0] = (char)scalar;
    return 1;
  }
  if (scalar < 0x800) {
    out[0] = (char)(0xC0 | scalar >> 6);
    out[1] = (char)(0x80 | (scalar & 0x3F));
    return 2;
  }
  if (scalar < 0x10000) {
    out[0] = (char)(0xE0 | scalar >> 12);
    out[1] = (char)(0x80 | (scalar >> 6 & 0x3F));
    out[2] = (char)(0x80 | (scalar & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | (scalar >> 18 & 0x07));
  out[1] = (char)(0x80 | (scalar >> 12 & 0x3F));
  out[2] = (char)(0x80 | (scalar >> 6 & 0x3F));
  out[3] = (char)(0x80 | (scalar & 0x3F));
  return 4;
}

bool tally_encode_text(tally_editor *editor, const wchar_t *start, const wchar_t *end) {
  size_t needed = (size_t)(end - start) * 4 + 1;
  if (needed > editor->text_capacity) {
    char *larger = realloc(editor->text, needed * 2);
    if (!larger) return false;
    editor->text = larger;
    editor->text_capacity = needed * 2;
  }
  size_t length = 0;
  for (const wchar_t *at = start; at < end; at++)
    length += encode_scalar((uint32_t)*at, editor->text + length);
  editor->text[length] = 0;
  editor->text_length = length;
  return true;
}

/// The scalar at the start of the bytes and how many it takes; 0 bytes where they are not UTF-8.
static size_t decode_scalar(const unsigned char *bytes, size_t length, uint32_t *scalar) {
  unsigned char lead = bytes[0];
  size_t count = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (count == 0 || count > length) return 0;
  uint32_t value = count == 1 ? lead : lead & (0x7Fu >> count);
  for (size_t at = 1; at < count; at++) {
    if ((bytes[at] & 0xC0) != 0x80) return 0;
    value = value << 6 | (bytes[at] & 0x3F);
  }
  bool overlong = (count == 3 && value < 0x800) || (count == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return 0;
  *scalar = value;
  return count;
}

wchar_t *tally_decode_text(const char *text, size_t length) {
  if (length > SIZE_MAX / sizeof(wchar_t) - 1) return NULL;
  wchar_t *out = malloc((length + 1) * sizeof *out);
  if (!out) return NULL;
  const unsigned char *bytes = (const unsigned char *)text;
  size_t count = 0;
  for (size_t at = 0; at < length;) {
    uint32_t scalar = 0;
    size_t taken = decode_scalar(bytes + at, length - at, &scalar);
    if (taken == 0) {
      at++;
      continue;
    }
    at += taken;
    // Line ends become one newline and tabs a space: libedit would draw both in columns that nobody can count.
    if (scalar == '\r') {
      if (at >= length || bytes[at] != '\n') out[count++] = L'\n';
    } else if (scalar == '\t') {
      out[count++] = L' ';
    } else if (scalar == '\n' || (scalar >= 0x20 && scalar < 0x7F) || scalar >= 0xA0) {
      out[count++] = (wchar_t)scalar;
    }
  }
  out[count] = 0;
  return out;
}

// A grapheme here is a base with marks, joiners, selectors and skin tones behind it, a chain of such bases held by
// ZWJ, or a pair of regional indicators.

enum { ZERO_WIDTH_JOINER = 0x200D };

static bool extends(wchar_t scalar) {
  return (scalar >= 0x1F3FB && scalar <= 0x1F3FF) || (scalar >= 0x300 && wcwidth(scalar) == 0);
}

static bool is_regional(wchar_t scalar) { return scalar >= 0x1F1E6 && scalar <= 0x1F1FF; }

size_t tally_previous_boundary(const wchar_t *text, size_t index) {
  if (index == 0) return 0;
  size_t at = index - 1;
  while (at > 0) {
    if (extends(text[at])) {
      at--;
    } else if (text[at - 1] == ZERO_WIDTH_JOINER && at >= 2) {
      at -= 2;
    } else {
      break;
    }
  }
  if (is_regional(text[at])) {
    size_t run = 0;
    while (run < at && is_regional(text[at - 1 - run])) run++;
    if (run % 2 == 1) at--;
  }
  return at;
}

size_t tally_next_boundary(const wchar_t *text, size_t index, size_t length) {
  if (index >= length) return length;
  size_t at = index + 1;
  if (is_regional(text[index]) && at < length && is_regional(text[at])) at++;
  while (at < length) {
    if (extends(text[at])) {
      at++;
    } else if (text[at - 1] == ZERO_WIDTH_JOINER) {
      at++;
    } else {
      break;
    }
  }
  return at;
}
