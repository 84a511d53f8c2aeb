// From keys to commands. libedit's own key table is not used at all: some of its emacs commands (set mark, kill
// region) follow a mark that its buffers leave behind when they grow, and quoted insert lets control characters in.
// Each command is bound to one of the 32 code points U+0080...U+009F, which nobody can type here.

#include "Editor.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum command {
  COMMAND_ENTER = 0x80,
  COMMAND_ACCEPT,
  COMMAND_NEW_LINE,
  COMMAND_CONTINUE,
  COMMAND_COMPLETE,
  COMMAND_UP,
  COMMAND_DOWN,
  COMMAND_LINE_UP,
  COMMAND_LINE_DOWN,
  COMMAND_LEFT,
  COMMAND_RIGHT,
  COMMAND_HOME,
  COMMAND_END,
  COMMAND_WORD_LEFT,
  COMMAND_WORD_RIGHT,
  COMMAND_DELETE,
  COMMAND_BACKSPACE,
  COMMAND_DELETE_OR_LEAVE,
  COMMAND_DELETE_WORD,
  COMMAND_BACKSPACE_WORD,
  COMMAND_KILL_TO_END,
  COMMAND_KILL_TO_START,
  COMMAND_YANK,
  COMMAND_TRANSPOSE,
  COMMAND_CLEAR_SCREEN,
  COMMAND_SEARCH,
  COMMAND_PASTE,
  COMMAND_BEGIN,
};

wchar_t tally_command_begin(void) { return COMMAND_BEGIN; }

static enum command command_of_key(int32_t key) {
  switch (key) {
    case '\r': case '\n': return COMMAND_ENTER;
    case '\t': return COMMAND_COMPLETE;
    case TALLY_KEY_UP: case 'P' - 64: case TALLY_KEY_ALT | 'p': return COMMAND_UP;
    case TALLY_KEY_DOWN: case 'N' - 64: case TALLY_KEY_ALT | 'n': return COMMAND_DOWN;
    case TALLY_KEY_LEFT: case 'B' - 64: return COMMAND_LEFT;
    case TALLY_KEY_RIGHT: case 'F' - 64: return COMMAND_RIGHT;
    case TALLY_KEY_HOME: case 'A' - 64: return COMMAND_HOME;
    case TALLY_KEY_END: case 'E' - 64: return COMMAND_END;
    case TALLY_KEY_WORD_LEFT: case TALLY_KEY_ALT | 'b': return COMMAND_WORD_LEFT;
    case TALLY_KEY_WORD_RIGHT: case TALLY_KEY_ALT | 'f': return COMMAND_WORD_RIGHT;
    case TALLY_KEY_DELETE: return COMMAND_DELETE;
    case 0x7F: case 'H' - 64: return COMMAND_BACKSPACE;
    case 'D' - 64: return COMMAND_DELETE_OR_LEAVE;
    case TALLY_KEY_ALT | 'd': return COMMAND_DELETE_WORD;
    case 'W' - 64: case TALLY_KEY_ALT | 0x7F: case TALLY_KEY_ALT | ('H' - 64): return COMMAND_BACKSPACE_WORD;
    case 'K' - 64: return COMMAND_KILL_TO_END;
    case 'U' - 64: return COMMAND_KILL_TO_START;
    case 'Y' - 64: return COMMAND_YANK;
    case 'T' - 64: return COMMAND_TRANSPOSE;
    case 'L' - 64: return COMMAND_CLEAR_SCREEN;
    case 'R' - 64: return COMMAND_SEARCH;
    case TALLY_KEY_ALT | '\r': case TALLY_KEY_ALT | '\n': return COMMAND_NEW_LINE;
    case TALLY_KEY_PASTE: return COMMAND_PASTE;
    default: return 0;
  }
}

static tally_editor *editor_of(EditLine *line) {
  tally_editor *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return editor;
}

/// libedit's source of characters: 1 with a character, -1 where there is none any more.
int tally_read_character(EditLine *line, wchar_t *character) {
  tally_editor *editor = editor_of(line);
  *character = 0;
  if (editor->next_command) {
    *character = editor->next_command;
    editor->next_command = 0;
    return 1;
  }
  for (;;) {
    if (!tally_input_is_pending(editor)) tally_draw(editor, TALLY_DRAW_CHANGED);
    // Escape waits for its key: pressed one after the other they are the same as with Alt.
    int32_t key = tally_decode_key(editor, -1, false);
    if (key == TALLY_KEY_STOP) {
      tally_draw(editor, editor->interrupted ? TALLY_DRAW_CANCELLED : TALLY_DRAW_LEFT);
      return -1;
    }
    if (key >= 0x20 && key < 0x7F) {
      *character = (wchar_t)key;
      return 1;
    }
    if (key >= 0xA0 && key < 0x110000) {
      *character = (wchar_t)key;
      return 1;
    }
    *character = (wchar_t)command_of_key(key);
    if (*character) return 1;
  }
}

// MARK: Commands

static size_t cursor_index(const LineInfoW *line) { return (size_t)(line->cursor - line->buffer); }
static size_t text_length(const LineInfoW *line) { return (size_t)(line->lastchar - line->buffer); }

static unsigned char then(EditLine *line, enum command command) {
  editor_of(line)->next_command = (wchar_t)command;
  return CC_NORM;
}

static unsigned char enter(EditLine *line, int key) {
  (void)key;
  tally_editor *editor = editor_of(line);
  const LineInfoW *now = el_wline(line);
  if (!tally_encode_text(editor, now->buffer, now->lastchar)) return CC_ERROR;
  bool runs = editor->callbacks.is_complete(editor->callbacks.context, editor->text, editor->text_length);
  if (!runs) return then(line, COMMAND_CONTINUE);
  tally_draw(editor, TALLY_DRAW_LEFT);
  return then(line, COMMAND_ACCEPT);
}

static unsigned char new_line(EditLine *line, int key) {
  (void)key;
  return el_winsertstr(line, L"\n") == 0 ? CC_REFRESH : CC_ERROR;
}

/// A row that belongs to the statement before it is set in: the language tells it from a new one by that.
static unsigned char continue_statement(EditLine *line, int key) {
  (void)key;
  return el_winsertstr(line, L"\n  ") == 0 ? CC_REFRESH : CC_ERROR;
}

static unsigned char begin(EditLine *line, int key) {
  (void)key;
  tally_editor *editor = editor_of(line);
  editor->callbacks.begin(editor->callbacks.context);
  return CC_REFRESH;
}

static unsigned char complete(EditLine *line, int key) {
  (void)key;
  tally_editor *editor = editor_of(line);
  const LineInfoW *now = el_wline(line);
  if (!tally_encode_text(editor, now->buffer, now->cursor)) return CC_ERROR;
  size_t cursor = editor->text_length;
  if (!tally_encode_text(editor, now->buffer, now->lastchar)) return CC_ERROR;
  editor->callbacks.complete(editor->callbacks.context, editor->text, editor->text_length, cursor);
  return CC_REFRESH;
}

static unsigned char recall(EditLine *line, bool older) {
  tally_editor *editor = editor_of(line);
  const LineInfoW *now = el_wline(line);
  if (!tally_encode_text(editor, now->buffer, now->lastchar)) return CC_ERROR;
  editor->callbacks.recall(editor->callbacks.context, older, editor->text, editor->text_length);
  return CC_REFRESH;
}

static unsigned char up(EditLine *line, int key) {
  (void)key;
  const LineInfoW *now = el_wline(line);
  if (wmemchr(now->buffer, L'\n', cursor_index(now))) return then(line, COMMAND_LINE_UP);
  return recall(line, true);
}

static unsigned char down(EditLine *line, int key) {
  (void)key;
  const LineInfoW *now = el_wline(line);
  if (wmemchr(now->cursor, L'\n', (size_t)(now->lastchar - now->cursor))) return then(line, COMMAND_LINE_DOWN);
  return recall(line, false);
}

static unsigned char left(EditLine *line, int key) {
  (void)key;
  const LineInfoW *now = el_wline(line);
  size_t index = cursor_index(now);
  el_cursor(line, -(int)(index - tally_previous_boundary(now->buffer, index)));
  return CC_REFRESH;
}

static unsigned char right(EditLine *line, int key) {
  (void)key;
  const LineInfoW *now = el_wline(line);
  size_t index = cursor_index(now);
  el_cursor(line, (int)(tally_next_boundary(now->buffer, index, text_length(now)) - index));
  return CC_REFRESH;
}

/// To the start of the line in which the cursor is, of the several that a text may have.
static unsigned char home(EditLine *line, int key) {
  (void)key;
  const LineInfoW *now = el_wline(line);
  const wchar_t *start = now->cursor;
  while (start > now->buffer && start[-1] != L'\n') start--;
  el_cursor(line, -(int)(now->cursor - start));
  return CC_REFRESH;
}

static unsigned char end_of_line(EditLine *line, int key) {
  (void)key;
  const LineInfoW *now = el_wline(line);
  const wchar_t *end = now->cursor;
  while (end < now->lastchar && *end != L'\n') end++;
  el_cursor(line, (int)(end - now->cursor));
  return CC_REFRESH;
}

static unsigned char backspace(EditLine *line, int key) {
  (void)key;
  const LineInfoW *now = el_wline(line);
  size_t index = cursor_index(now);
  el_deletestr(line, (int)(index - tally_previous_boundary(now->buffer, index)));
  return CC_REFRESH;
}

static unsigned char delete_next(EditLine *line, int key) {
  const LineInfoW *now = el_wline(line);
  size_t index = cursor_index(now);
  size_t next = tally_next_boundary(now->buffer, index, text_length(now));
  (void)key;
  if (next == index) return CC_NORM;
  el_cursor(line, (int)(next - index));
  el_deletestr(line, (int)(next - index));
  return CC_REFRESH;
}

static unsigned char delete_or_leave(EditLine *line, int key) {
  if (text_length(el_wline(line)) > 0) return delete_next(line, key);
  tally_draw(editor_of(line), TALLY_DRAW_LEFT);
  return CC_EOF;
}

static unsigned char clear_screen(EditLine *line, int key) {
  (void)key;
  tally_editor_write("\033[H\033[2J", 7);
  tally_draw(editor_of(line), TALLY_DRAW_CLEARED);
  return CC_NORM;
}

static unsigned char search(EditLine *line, int key) {
  (void)key;
  tally_editor *editor = editor_of(line);
  const LineInfoW *now = el_wline(line);
  if (!tally_encode_text(editor, now->buffer, now->lastchar)) return CC_ERROR;
  bool runs = editor->callbacks.search(editor->callbacks.context, editor->text, editor->text_length);
  return runs ? then(line, COMMAND_ENTER) : CC_NORM;
}

enum { LONGEST_PASTE = 1 << 20 };
static const char end_of_paste[] = "\033[201~";

/// Reads to the end mark. What is longer than the limit is read and dropped, so that it is not taken for typing.
/// Returns a malloc'ed array, or NULL after Ctrl-C, at the end of input and where memory is short.
static char *read_paste(tally_editor *editor, size_t *length) {
  const size_t mark = sizeof end_of_paste - 1;
  char *bytes = malloc(LONGEST_PASTE);
  if (!bytes) return NULL;
  size_t count = 0, matched = 0;
  while (matched < mark) {
    int byte = tally_next_byte(editor, -1, false);
    if (byte < 0) {
      free(bytes);
      return NULL;
    }
    // The mark's first byte stands nowhere else in it, so a mismatch can only begin it anew.
    matched = byte == end_of_paste[matched] ? matched + 1 : byte == end_of_paste[0] ? 1 : 0;
    if (count < LONGEST_PASTE) bytes[count++] = (char)byte;
  }
  if (count >= mark && memcmp(bytes + count - mark, end_of_paste, mark) == 0) count -= mark;
  *length = count;
  return bytes;
}

static unsigned char paste(EditLine *line, int key) {
  (void)key;
  size_t length = 0;
  char *bytes = read_paste(editor_of(line), &length);
  if (!bytes) return CC_NORM;
  wchar_t *text = tally_decode_text(bytes, length);
  free(bytes);
  if (!text) return CC_ERROR;
  size_t count = wcslen(text);
  while (count > 0 && text[count - 1] == L'\n') text[--count] = 0;
  if (count > 0) el_winsertstr(line, text);
  free(text);
  return CC_REFRESH;
}

// MARK: Binding

typedef unsigned char (*function)(EditLine *, int);

/// A command and the function that does it: ours, or libedit's by its name.
static const struct {
  enum command command;
  const char *name;
  function function;
} commands[] = {
    {COMMAND_ENTER, "tally-enter", enter},
    {COMMAND_ACCEPT, "ed-newline", NULL},
    {COMMAND_NEW_LINE, "tally-new-line", new_line},
    {COMMAND_CONTINUE, "tally-continue", continue_statement},
    {COMMAND_COMPLETE, "tally-complete", complete},
    {COMMAND_UP, "tally-up", up},
    {COMMAND_DOWN, "tally-down", down},
    {COMMAND_LINE_UP, "ed-prev-line", NULL},
    {COMMAND_LINE_DOWN, "ed-next-line", NULL},
    {COMMAND_LEFT, "tally-left", left},
    {COMMAND_RIGHT, "tally-right", right},
    {COMMAND_HOME, "tally-home", home},
    {COMMAND_END, "tally-end", end_of_line},
    {COMMAND_WORD_LEFT, "ed-prev-word", NULL},
    {COMMAND_WORD_RIGHT, "em-next-word", NULL},
    {COMMAND_DELETE, "tally-delete", delete_next},
    {COMMAND_BACKSPACE, "tally-backspace", backspace},
    {COMMAND_DELETE_OR_LEAVE, "tally-delete-or-leave", delete_or_leave},
    {COMMAND_DELETE_WORD, "em-delete-next-word", NULL},
    {COMMAND_BACKSPACE_WORD, "ed-delete-prev-word", NULL},
    {COMMAND_KILL_TO_END, "ed-kill-line", NULL},
    {COMMAND_KILL_TO_START, "vi-kill-line-prev", NULL},
    {COMMAND_YANK, "em-yank", NULL},
    {COMMAND_TRANSPOSE, "ed-transpose-chars", NULL},
    {COMMAND_CLEAR_SCREEN, "tally-clear-screen", clear_screen},
    {COMMAND_SEARCH, "tally-search", search},
    {COMMAND_PASTE, "tally-paste", paste},
    {COMMAND_BEGIN, "tally-begin", begin},
};

bool tally_bind_keys(tally_editor *editor) {
  for (size_t at = 0; at < sizeof commands / sizeof *commands; at++) {
    // U+0080...U+009F as UTF-8.
    const char key[] = {(char)0xC2, (char)commands[at].command, 0};
    if (commands[at].function &&
        el_set(editor->line, EL_ADDFN, commands[at].name, commands[at].name, commands[at].function) != 0)
      return false;
    if (el_set(editor->line, EL_BIND, key, commands[at].name, NULL) != 0) return false;
  }
  return true;
}
