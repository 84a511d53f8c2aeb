// Starts a program on a pseudo-terminal of its own and talks to it; no call waits longer than it is told to.
#ifndef C_PSEUDO_TERMINAL_H
#define C_PSEUDO_TERMINAL_H

#include <stddef.h>
#include <sys/types.h>

/// Starts a program as the leader of a new session with the terminal as its controlling one.
/// Returns its process id, or -1; `*terminal` is the other side of the terminal.
pid_t pty_start(
    const char *path, char *const arguments[], char *const environment[], int columns, int rows, int *terminal);
/// Bytes read, 0 when the program has closed its side, -1 when nothing came within so many milliseconds.
ssize_t pty_read(int terminal, unsigned char *bytes, size_t capacity, int timeout);
/// Bytes written, all of them or -1.
ssize_t pty_write(int terminal, const unsigned char *bytes, size_t length);
void pty_resize(int terminal, int columns, int rows);
/// The exit status, 128 and the signal's number where a signal ended it, -1 when it still runs after so many milliseconds.
int pty_wait(pid_t process, int timeout);
/// Ends the program, whatever it does, and closes the terminal; with 0 it only closes the terminal.
void pty_end(pid_t process, int terminal);

/// Removes a folder and what is in it.
void remove_folder(const char *path);

#endif
