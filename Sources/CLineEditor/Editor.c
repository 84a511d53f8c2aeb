// Opens and closes the editor, reads one text, and the calls that change the text from inside a callback.

#include "Editor.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static char *no_prompt(EditLine *line) {
  (void)line;
  static char none[] = "";
  return none;
}

static bool terminal_moves_cursor(void) {
  const char *name = getenv("TERM");
  return name && *name && strcmp(name, "dumb") != 0;
}

tally_editor *tally_editor_open(tally_editor_callbacks callbacks) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !terminal_moves_cursor()) return NULL;
  tally_use_utf8_characters();
  if (!tally_signals_open()) return NULL;
  tally_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->callbacks = callbacks;
  editor->nowhere = fopen("/dev/null", "we");
  if (editor->nowhere)
    editor->line = el_init_fd(
        "tally", stdin, editor->nowhere, editor->nowhere, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO);
  if (!editor->line) {
    tally_editor_close(editor);
    return NULL;
  }
  el_set(editor->line, EL_CLIENTDATA, editor);
  el_set(editor->line, EL_PROMPT, no_prompt);
  // With its own handlers libedit sends a signal on to the whole process group, the calling script included.
  el_set(editor->line, EL_SIGNAL, 0);
  el_set(editor->line, EL_EDITOR, "emacs");
  el_set(editor->line, EL_GETCFN, tally_read_character);
  if (!tally_bind_keys(editor)) {
    tally_editor_close(editor);
    return NULL;
  }
  return editor;
}

void tally_editor_close(tally_editor *editor) {
  if (!editor) return;
  if (editor->line) el_end(editor->line);
  if (editor->nowhere) fclose(editor->nowhere);
  free(editor->text);
  free(editor);
}

tally_read_status tally_editor_read(tally_editor *editor, bool begins, const char **text, size_t *length) {
  *text = "";
  *length = 0;
  editor->interrupted = editor->ended = false;
  editor->next_command = begins ? tally_command_begin() : 0;
  editor->reads_ahead = true;
  // A Ctrl-C that was meant for the query that just ended must not cancel this line.
  tally_signals_drain();
  tally_signals_begin();
  tally_mark_pastes(true);
  int count = 0;
  const wchar_t *line = el_wgets(editor->line, &count);
  tally_mark_pastes(false);
  if (editor->interrupted || !line || count < 0) el_reset(editor->line);
  tally_signals_end();
  if (editor->interrupted) {
    editor->input_start = editor->input_end = 0;
    return TALLY_READ_CANCELLED;
  }
  if (!line || count <= 0) return TALLY_READ_END;
  const wchar_t *end = line + count;
  if (end[-1] == L'\n') end--;
  if (!tally_encode_text(editor, line, end)) return TALLY_READ_CANCELLED;
  *text = editor->text;
  *length = editor->text_length;
  return TALLY_READ_TEXT;
}

void tally_draw(tally_editor *editor, tally_draw_reason reason) {
  const LineInfoW *now = el_wline(editor->line);
  if (!tally_encode_text(editor, now->buffer, now->cursor)) return;
  size_t cursor = editor->text_length;
  if (!tally_encode_text(editor, now->buffer, now->lastchar)) return;
  editor->callbacks.draw(editor->callbacks.context, reason, editor->text, editor->text_length, cursor);
}

void tally_mark_pastes(bool on) {
  const char *mark = on ? "\033[?2004h" : "\033[?2004l";
  tally_editor_write(mark, strlen(mark));
}

/// Scalars in the first bytes of valid UTF-8.
static int scalars_before(const char *text, size_t length) {
  int count = 0;
  for (size_t at = 0; at < length; at++) count += ((unsigned char)text[at] & 0xC0) != 0x80;
  return count;
}

void tally_editor_replace(tally_editor *editor, size_t start, size_t end, const char *text, size_t length) {
  const LineInfoW *now = el_wline(editor->line);
  if (!tally_encode_text(editor, now->buffer, now->lastchar)) return;
  if (end > editor->text_length) end = editor->text_length;
  if (start > end) start = end;
  wchar_t *inserted = tally_decode_text(text, length);
  if (!inserted) return;
  int first = scalars_before(editor->text, start);
  int last = scalars_before(editor->text, end);
  el_cursor(editor->line, last - (int)(now->cursor - now->buffer));
  el_deletestr(editor->line, last - first);
  if (*inserted) el_winsertstr(editor->line, inserted);
  free(inserted);
}

void tally_editor_write(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

void tally_window_size(int *columns, int *rows) {
  struct winsize window = {0};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0) window.ws_col = window.ws_row = 0;
  *columns = window.ws_col < 2 ? 80 : window.ws_col;
  *rows = window.ws_row < 1 ? 24 : window.ws_row;
}

int32_t tally_editor_read_key(tally_editor *editor) {
  // Long enough for the rest of an arrow key over a slow line, short enough for a finger on Escape.
  int32_t key = tally_decode_key(editor, 100, true);
  if (key == TALLY_KEY_PASTE) return TALLY_KEY_UNKNOWN;
  return key;
}
