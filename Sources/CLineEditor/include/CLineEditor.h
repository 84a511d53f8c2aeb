// The part of the line editor that Swift cannot write itself: libedit's calls are variadic, its text is wchar_t, and
// signal handlers may not be Swift. libedit keeps the line, the kill ring and the state of the terminal. It does not
// draw: its screen model loses marks of no width and misplaces wide characters that it inserts in the middle of a
// row. Drawing, like everything that can be decided in Swift, is done there, through the callbacks below.
//
// All text crosses this border as UTF-8 with a length; offsets are byte offsets on scalar boundaries.
#ifndef C_LINE_EDITOR_H
#define C_LINE_EDITOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: Editing

typedef struct tally_editor tally_editor;

/// Why the line is to be drawn.
typedef enum {
  /// Text or cursor may have changed.
  TALLY_DRAW_CHANGED = 0,
  /// The window has a new size, and the terminal has wrapped the rows on it anew.
  TALLY_DRAW_RESIZED,
  /// The screen was emptied and the cursor is in its corner.
  TALLY_DRAW_CLEARED,
  /// The line is done, or the program stops for a while: the cursor goes below the text.
  TALLY_DRAW_LEFT,
  /// The same, and it shows that the line was dropped.
  TALLY_DRAW_CANCELLED,
} tally_draw_reason;

/// Questions that the editor asks while a line is being typed. The text is valid during the call only.
typedef struct {
  void *context;
  /// Enter was pressed: true runs the text, false continues it on a new line.
  bool (*is_complete)(void *context, const char *text, size_t length);
  /// The empty line is there, and text may be put on it.
  void (*begin)(void *context);
  /// Tab was pressed with the cursor at a byte offset.
  void (*complete)(void *context, const char *text, size_t length, size_t cursor);
  /// Up (older) or Down was pressed where no line of the text lies that way.
  void (*recall)(void *context, bool older, const char *text, size_t length);
  /// Ctrl-R was pressed. Returns true to run the text that it left in the editor.
  bool (*search)(void *context, const char *text, size_t length);
  /// Called before the editor waits, unless more input is there already.
  void (*draw)(void *context, tally_draw_reason reason, const char *text, size_t length, size_t cursor);
} tally_editor_callbacks;

typedef enum {
  TALLY_READ_TEXT = 0,
  /// Ctrl-C: the line is dropped.
  TALLY_READ_CANCELLED = 1,
  /// Ctrl-D on an empty line, or the terminal is gone.
  TALLY_READ_END = 2,
} tally_read_status;

/// Opens an editor on descriptors 0 and 1; NULL where they are no terminals, or TERM says that the cursor cannot move.
tally_editor *tally_editor_open(tally_editor_callbacks callbacks);
void tally_editor_close(tally_editor *editor);

/// Reads one text, beginning with what the callback puts on the line where `begins`. The text, which may have several lines, `*text`, belongs to the editor and is valid until the next call.
tally_read_status tally_editor_read(tally_editor *editor, bool begins, const char **text, size_t *length);

// MARK: For use inside a callback

/// Replaces bytes start..<end with text, control characters left out, and puts the cursor after it.
void tally_editor_replace(tally_editor *editor, size_t start, size_t end, const char *text, size_t length);
/// Sends bytes to the terminal.
void tally_editor_write(const char *bytes, size_t length);

/// Keys that are no characters, above the last Unicode scalar.
enum {
  TALLY_KEY_UP = 0x110000,
  TALLY_KEY_DOWN,
  TALLY_KEY_LEFT,
  TALLY_KEY_RIGHT,
  TALLY_KEY_HOME,
  TALLY_KEY_END,
  TALLY_KEY_DELETE,
  TALLY_KEY_WORD_LEFT,
  TALLY_KEY_WORD_RIGHT,
  TALLY_KEY_PASTE,
  /// Escape alone.
  TALLY_KEY_ESCAPE,
  /// The window has a new size.
  TALLY_KEY_RESIZED,
  /// Ctrl-C, or the end of input: the caller must return at once.
  TALLY_KEY_STOP,
  /// A key without meaning here.
  TALLY_KEY_UNKNOWN,
  /// Added to the character that was typed together with Alt.
  TALLY_KEY_ALT = 0x200000,
};
/// Waits for the next key.
int32_t tally_editor_read_key(tally_editor *editor);

// MARK: Measures

/// Columns that a scalar takes on the terminal, 0...2.
int tally_scalar_columns(uint32_t scalar);
/// Size of the window on descriptor 1, 80 x 24 where it is unknown.
void tally_window_size(int *columns, int *rows);
/// Makes characters UTF-8 whatever the environment says, because the text of a query is.
void tally_use_utf8_characters(void);

// MARK: Interrupting a running query

/// What Ctrl-C does while no line is being edited.
typedef enum {
  /// Sets the flag, each time.
  TALLY_INTERRUPT_SETS_FLAG = 0,
  /// Sets the flag; the second time ends the program with status 130.
  TALLY_INTERRUPT_THEN_EXITS = 1,
} tally_interrupt_policy;

/// Takes over SIGINT and gives SIGPIPE its default action back, which ends the program quietly.
void tally_interrupt_install(tally_interrupt_policy policy);
void tally_interrupt_clear(void);
/// May be called on any thread.
bool tally_interrupt_is_set(void);

// MARK: Ending

/// No signal makes the system or the language write the memory of this program anywhere, from now on and whatever was
/// set before.
void tally_leave_no_core_dumps(void);

#endif
