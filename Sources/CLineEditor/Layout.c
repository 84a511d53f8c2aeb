// Repeats libedit's rule for where characters stand, because libedit does not tell.

#include "Editor.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>
#include <wctype.h>

void tally_window_size(int *columns, int *rows) {
  struct winsize window = {0};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0) window.ws_col = window.ws_row = 0;
  *columns = window.ws_col < 2 ? 80 : window.ws_col;
  *rows = window.ws_row < 1 ? 24 : window.ws_row;
}

/// A character that fills the row moves on to the next; a wide one that does not fit leaves a gap before it.
static void advance(tally_place *place, int width, int columns) {
  if (place->column + width > columns) *place = (tally_place){place->row + 1, 0};
  place->column += width;
  if (place->column >= columns) *place = (tally_place){place->row + 1, 0};
}

/// libedit spells out what it cannot print, `\U+1FAE9`, one cell a character.
static void advance_over(wchar_t character, tally_place *place, int columns) {
  if (character == L'\n') {
    *place = (tally_place){place->row + 1, 0};
  } else if (iswprint((wint_t)character)) {
    advance(place, tally_scalar_columns((uint32_t)character), columns);
  } else {
    int cells = character > 0xFFFF ? 8 : 7;
    for (int cell = 0; cell < cells; cell++) advance(place, 1, columns);
  }
}

void tally_layout(const tally_editor *editor, int columns, int rows, tally_place *cursor, tally_place *end) {
  tally_place place = {0, 0};
  for (const wchar_t *at = editor->prompt_characters; at && *at; at++) advance_over(*at, &place, columns);
  const LineInfoW *line = el_wline(editor->line);
  *cursor = place;
  for (const wchar_t *at = line->buffer; at < line->lastchar; at++) {
    if (at == line->cursor) {
      *cursor = place;
      if (place.column + tally_scalar_columns((uint32_t)*at) > columns) *cursor = (tally_place){place.row + 1, 0};
    }
    advance_over(*at, &place, columns);
  }
  if (line->cursor >= line->lastchar) *cursor = place;
  *end = place;
  // A text taller than the window is scrolled by libedit: no row is further than the window is high.
  if (cursor->row >= rows) cursor->row = rows - 1;
  if (end->row >= rows) end->row = rows - 1;
}

void tally_resized(tally_editor *editor) {
  // The terminal has wrapped the rows anew already, so the way up is counted in the new width.
  tally_editor_erase(editor);
  tally_editor_redraw(editor);
  fflush(editor->output);
}
