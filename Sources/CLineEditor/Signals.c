// Signals while a line is edited: the handler writes their number into a pipe that is polled together with the
// terminal, so that everything they cause happens in ordinary code.

#include "Editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static int pipe_ends[2] = {-1, -1};

/// The ones that end the program do so after the terminal has been put right.
static const int handled[] = {SIGINT, SIGTSTP, SIGWINCH, SIGCONT, SIGTERM, SIGHUP, SIGQUIT};
enum { HANDLED = sizeof handled / sizeof *handled };
static struct sigaction before[HANDLED];

static void note(int signal_number) {
  int error = errno;
  unsigned char byte = (unsigned char)signal_number;
  ssize_t written = write(pipe_ends[1], &byte, 1);
  (void)written;
  errno = error;
}

bool tally_signals_open(void) {
  return pipe_ends[0] >= 0 || pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) == 0;
}

int tally_signals_descriptor(void) { return pipe_ends[0]; }

static void catch_signal(int signal_number, struct sigaction *previous) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = note;
  sigaction(signal_number, &action, previous);
}

void tally_signals_begin(void) {
  for (int at = 0; at < HANDLED; at++) catch_signal(handled[at], &before[at]);
}

void tally_signals_end(void) {
  for (int at = 0; at < HANDLED; at++) sigaction(handled[at], &before[at], NULL);
}

void tally_signals_drain(void) {
  unsigned char bytes[64];
  while (read(pipe_ends[0], bytes, sizeof bytes) > 0) continue;
}

static void leave_terminal(tally_editor *editor) {
  tally_draw(editor, TALLY_DRAW_LEFT);
  tally_mark_pastes(false);
  el_set(editor->line, EL_PREP_TERM, 0);
}

static void enter_terminal(tally_editor *editor) {
  el_set(editor->line, EL_PREP_TERM, 1);
  tally_mark_pastes(true);
}

/// Stops as the system would have, so that the kernel may decide not to: where no shell could wake the program again,
/// as in a container, Ctrl-Z has no effect.
static void stop(tally_editor *editor) {
  leave_terminal(editor);
  signal(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
  catch_signal(SIGTSTP, NULL);
  tally_signals_drain();
  enter_terminal(editor);
}

static void end_program(tally_editor *editor, int signal_number) {
  leave_terminal(editor);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

bool tally_signals_receive(tally_editor *editor) {
  unsigned char byte;
  if (read(pipe_ends[0], &byte, 1) != 1) return false;
  switch (byte) {
    case SIGINT:
      editor->interrupted = true;
      return false;
    case SIGTSTP:
      stop(editor);
      return true;
    case SIGWINCH:
      return true;
    case SIGCONT:
      // Stopped and woken from outside: the terminal may have been used by others.
      tally_draw(editor, TALLY_DRAW_LEFT);
      enter_terminal(editor);
      return true;
    default:
      end_program(editor, byte);
      return false;
  }
}
