// From the bytes of the terminal to keys. libedit is never shown an escape sequence: it would type the rest of one
// that it does not know into the line.

#include "Editor.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

/// Waits for input or a signal. Same results as `tally_next_byte`, and 0 when there is input.
static int wait_for_input(tally_editor *editor, int timeout, bool reports_resize) {
  for (;;) {
    if (editor->interrupted || editor->ended) return -1;
    struct pollfd sources[2] = {
        {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = tally_signals_descriptor(), .events = POLLIN}};
    int ready = poll(sources, 2, timeout);
    if (ready < 0 && errno != EINTR) return -1;
    if (ready < 0) continue;
    if (ready == 0) return -2;
    if (sources[1].revents & POLLIN) {
      if (!tally_signals_receive(editor)) continue;
      if (reports_resize) return -3;
      tally_draw(editor, TALLY_DRAW_RESIZED);
      continue;
    }
    if (sources[0].revents) return 0;
  }
}

bool tally_input_is_pending(tally_editor *editor) {
  if (editor->input_start < editor->input_end) return true;
  struct pollfd source = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&source, 1, 0) == 1 && (source.revents & POLLIN);
}

/// Between two texts the terminal collects lines by itself, and keeps a Ctrl-D of that time as NUL.
static void restore_end_keys(unsigned char *bytes, size_t count) {
  for (size_t at = 0; at < count; at++)
    if (bytes[at] == 0) bytes[at] = 'D' - 64;
}

int tally_next_byte(tally_editor *editor, int timeout, bool reports_resize) {
  while (editor->input_start == editor->input_end) {
    struct pollfd source = {.fd = STDIN_FILENO, .events = POLLIN};
    bool typed_ahead = editor->reads_ahead && poll(&source, 1, 0) == 1;
    editor->reads_ahead = false;
    int waited = wait_for_input(editor, timeout, reports_resize);
    if (waited != 0) return waited;
    ssize_t count = read(STDIN_FILENO, editor->input, sizeof editor->input);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) {
      editor->ended = true;
      return -1;
    }
    if (typed_ahead) restore_end_keys(editor->input, (size_t)count);
    editor->input_start = 0;
    editor->input_end = (size_t)count;
  }
  // Ctrl-C overtakes what was typed before it.
  if (editor->interrupted) return -1;
  return editor->input[editor->input_start++];
}

/// Gives back the byte that was read last.
static void unread(tally_editor *editor) {
  if (editor->input_start > 0) editor->input_start--;
}

static int32_t key_of_stop(int result) {
  return result == -3 ? TALLY_KEY_RESIZED : result == -2 ? TALLY_KEY_UNKNOWN : TALLY_KEY_STOP;
}

/// `ESC [` has been read: parameters, then a final byte (ECMA-48, 5.4).
static int32_t decode_control_sequence(tally_editor *editor) {
  char parameters[16];
  size_t length = 0;
  bool known = true;
  int byte;
  while ((byte = tally_next_byte(editor, -1, false)) >= 0x20 && byte < 0x40) {
    if (length + 1 < sizeof parameters) parameters[length++] = (char)byte;
    else known = false;
  }
  if (byte < 0) return TALLY_KEY_STOP;
  if (byte < 0x20 || byte > 0x7E) {
    unread(editor);
    return TALLY_KEY_UNKNOWN;
  }
  parameters[length] = 0;
  if (!known) return TALLY_KEY_UNKNOWN;
  // 3 is Alt, 5 is Ctrl, 7 is both.
  const char *modifier = strchr(parameters, ';');
  bool by_word = modifier && (modifier[1] == '3' || modifier[1] == '5' || modifier[1] == '7') && !modifier[2];
  switch (byte) {
    case 'A': return TALLY_KEY_UP;
    case 'B': return TALLY_KEY_DOWN;
    case 'C': return by_word ? TALLY_KEY_WORD_RIGHT : TALLY_KEY_RIGHT;
    case 'D': return by_word ? TALLY_KEY_WORD_LEFT : TALLY_KEY_LEFT;
    case 'H': return TALLY_KEY_HOME;
    case 'F': return TALLY_KEY_END;
    case '~': break;
    default: return TALLY_KEY_UNKNOWN;
  }
  if (strcmp(parameters, "1") == 0 || strcmp(parameters, "7") == 0) return TALLY_KEY_HOME;
  if (strcmp(parameters, "4") == 0 || strcmp(parameters, "8") == 0) return TALLY_KEY_END;
  if (strcmp(parameters, "3") == 0) return TALLY_KEY_DELETE;
  if (strcmp(parameters, "3;5") == 0) return TALLY_KEY_ALT | 'd';
  if (strcmp(parameters, "200") == 0) return TALLY_KEY_PASTE;
  return TALLY_KEY_UNKNOWN;
}

static int32_t decode_escape(tally_editor *editor, int timeout) {
  int byte;
  do {
    byte = tally_next_byte(editor, timeout, false);
  } while (byte == 0x1B);
  if (byte == -2) return TALLY_KEY_ESCAPE;
  if (byte < 0) return TALLY_KEY_STOP;
  if (byte == '[') return decode_control_sequence(editor);
  if (byte == 'O') {
    switch (tally_next_byte(editor, -1, false)) {
      case -1: return TALLY_KEY_STOP;
      case 'A': return TALLY_KEY_UP;
      case 'B': return TALLY_KEY_DOWN;
      case 'C': return TALLY_KEY_RIGHT;
      case 'D': return TALLY_KEY_LEFT;
      case 'H': return TALLY_KEY_HOME;
      case 'F': return TALLY_KEY_END;
      default: return TALLY_KEY_UNKNOWN;
    }
  }
  return byte < 0x80 ? TALLY_KEY_ALT | byte : TALLY_KEY_UNKNOWN;
}

/// The rest of a character of several bytes; a sequence that is not UTF-8 is dropped.
static int32_t decode_character(tally_editor *editor, int lead) {
  char bytes[4] = {(char)lead};
  int count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  for (int at = 1; at < count; at++) {
    int byte = tally_next_byte(editor, -1, false);
    if (byte < 0) return TALLY_KEY_STOP;
    if ((byte & 0xC0) != 0x80) {
      unread(editor);
      return TALLY_KEY_UNKNOWN;
    }
    bytes[at] = (char)byte;
  }
  wchar_t *decoded = tally_decode_text(bytes, (size_t)count);
  int32_t key = decoded && decoded[0] ? (int32_t)decoded[0] : TALLY_KEY_UNKNOWN;
  free(decoded);
  return key;
}

int32_t tally_decode_key(tally_editor *editor, int escape_timeout, bool reports_resize) {
  int byte = tally_next_byte(editor, -1, reports_resize);
  if (byte < 0) return key_of_stop(byte);
  if (byte == 0x1B) return decode_escape(editor, escape_timeout);
  if (byte < 0x80) return byte;
  if (byte < 0xC2 || byte > 0xF4) return TALLY_KEY_UNKNOWN;
  return decode_character(editor, byte);
}
