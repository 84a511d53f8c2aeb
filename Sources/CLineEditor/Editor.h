// What the files of this target share.
#ifndef EDITOR_H
#define EDITOR_H

// wcwidth, pipe2; must come before the first system header.
#define _GNU_SOURCE

#include "CLineEditor.h"

#include <histedit.h>
#include <stdio.h>

struct tally_editor {
  EditLine *line;
  tally_editor_callbacks callbacks;
  /// Where libedit draws and complains: nowhere.
  FILE *nowhere;

  /// Bytes read from the terminal that are not decoded yet.
  unsigned char input[4096];
  size_t input_start, input_end;
  /// Nothing has been read since this text was asked for.
  bool reads_ahead;

  /// A command that an editing function asks for next, or 0; see Keys.c.
  wchar_t next_command;
  bool interrupted, ended;

  /// The text as UTF-8, with the size of its allocation.
  char *text;
  size_t text_length, text_capacity;
};

// Keys.c
int tally_read_character(EditLine *line, wchar_t *character);
bool tally_bind_keys(tally_editor *editor);
/// The command that asks for the text with which a line begins.
wchar_t tally_command_begin(void);

// Input.c
/// The next byte, -1 at the end of input or after Ctrl-C, -2 when nothing came in time (milliseconds; -1 waits), or
/// -3 when the window was resized and the caller wants to know.
int tally_next_byte(tally_editor *editor, int timeout, bool reports_resize);
/// Whether the next byte is there without waiting.
bool tally_input_is_pending(tally_editor *editor);
int32_t tally_decode_key(tally_editor *editor, int escape_timeout, bool reports_resize);

// Signals.c
bool tally_signals_open(void);
void tally_signals_begin(void);
void tally_signals_end(void);
int tally_signals_descriptor(void);
/// Acts on a signal that arrived while a line was edited. Returns true where the screen has to be drawn again.
bool tally_signals_receive(tally_editor *editor);
/// Reads away what arrived between two lines.
void tally_signals_drain(void);

// Text.c
/// Writes the line as UTF-8 into `text` and returns false where memory is short.
bool tally_encode_text(tally_editor *editor, const wchar_t *start, const wchar_t *end);
/// Decodes bytes into a new zero-terminated array, control characters left out; NULL where memory is short.
wchar_t *tally_decode_text(const char *bytes, size_t length);
/// Where the grapheme that ends (or begins) at an index begins (or ends), near enough for editing.
size_t tally_previous_boundary(const wchar_t *text, size_t index);
size_t tally_next_boundary(const wchar_t *text, size_t index, size_t length);

// Editor.c
void tally_draw(tally_editor *editor, tally_draw_reason reason);
/// Sent while a line is edited: a paste comes marked, so that it is not taken for typing.
void tally_mark_pastes(bool on);

#endif
