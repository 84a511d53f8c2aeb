// Opens and closes the editor, reads one text, and the calls that change text or screen from inside a callback.

#include "Editor.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char tally_paste_marks_on[] = "\033[?2004h";
const char tally_paste_marks_off[] = "\033[?2004l";

static char *current_prompt(EditLine *line) {
  tally_editor *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  static char none[] = "";
  return editor && editor->prompt ? editor->prompt : none;
}

/// A terminal that cannot move its cursor would show the marks instead of obeying them.
static bool terminal_obeys(void) {
  const char *name = getenv("TERM");
  return name && *name && strcmp(name, "dumb") != 0;
}

tally_editor *tally_editor_open(tally_editor_callbacks callbacks) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return NULL;
  tally_use_utf8_characters();
  if (!tally_signals_open()) return NULL;
  tally_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->callbacks = callbacks;
  int descriptor = dup(STDOUT_FILENO);
  editor->output = descriptor < 0 ? NULL : fdopen(descriptor, "w");
  if (!editor->output) {
    if (descriptor >= 0) close(descriptor);
    free(editor);
    return NULL;
  }
  setvbuf(editor->output, NULL, _IOFBF, 1 << 16);
  editor->line = el_init_fd(
      "tally", stdin, editor->output, stderr, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO);
  if (!editor->line) {
    fclose(editor->output);
    free(editor);
    return NULL;
  }
  el_set(editor->line, EL_CLIENTDATA, editor);
  el_set(editor->line, EL_PROMPT, current_prompt);
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
  el_end(editor->line);
  fclose(editor->output);
  free(editor->prompt);
  free(editor->prompt_characters);
  free(editor->text);
  free(editor);
}

tally_read_status tally_editor_read(
    tally_editor *editor, const char *prompt, const char **text, size_t *length) {
  *text = "";
  *length = 0;
  char *copy = strdup(prompt);
  wchar_t *characters = tally_decode_text(prompt, strlen(prompt));
  if (!copy || !characters) {
    free(copy);
    free(characters);
    return TALLY_READ_END;
  }
  free(editor->prompt);
  free(editor->prompt_characters);
  editor->prompt = copy;
  editor->prompt_characters = characters;
  editor->interrupted = editor->ended = false;
  editor->next_command = 0;
  // A Ctrl-C that was meant for the query that just ended must not cancel this line.
  tally_signals_drain();
  tally_signals_begin();
  if (terminal_obeys()) fputs(tally_paste_marks_on, editor->output);
  int count = 0;
  const wchar_t *line = el_wgets(editor->line, &count);
  if (terminal_obeys()) fputs(tally_paste_marks_off, editor->output);
  if (editor->interrupted || !line || count < 0) el_reset(editor->line);
  fflush(editor->output);
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

void tally_editor_move_below(tally_editor *editor) {
  int columns, rows;
  tally_place cursor, end;
  tally_window_size(&columns, &rows);
  tally_layout(editor, columns, rows, &cursor, &end);
  for (int row = cursor.row; row <= end.row; row++) fputs("\r\n", editor->output);
}

void tally_editor_erase(tally_editor *editor) {
  int columns, rows;
  tally_place cursor, end;
  tally_window_size(&columns, &rows);
  tally_layout(editor, columns, rows, &cursor, &end);
  fputc('\r', editor->output);
  if (cursor.row > 0) fprintf(editor->output, "\033[%dA", cursor.row);
  fputs("\033[J", editor->output);
}

void tally_editor_write(tally_editor *editor, const char *bytes, size_t length) {
  if (length > 0) fwrite(bytes, 1, length, editor->output);
}

void tally_editor_redraw(tally_editor *editor) {
  el_resize(editor->line);
  fputc('\r', editor->output);
  el_set(editor->line, EL_REFRESH);
}

void tally_editor_beep(tally_editor *editor) { el_beep(editor->line); }

int32_t tally_editor_read_key(tally_editor *editor) {
  fflush(editor->output);
  // Long enough for the rest of an arrow key over a slow line, short enough for a finger on Escape.
  int32_t key = tally_decode_key(editor, 100, true);
  if (key == TALLY_KEY_PASTE) return TALLY_KEY_UNKNOWN;
  return key;
}
