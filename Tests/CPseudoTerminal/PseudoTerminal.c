#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

pid_t pty_start(
    const char *path, char *const arguments[], char *const environment[], int columns, int rows, int *terminal) {
  struct winsize window = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  pid_t process = forkpty(terminal, NULL, NULL, &window);
  if (process != 0) {
    if (process > 0) fcntl(*terminal, F_SETFD, FD_CLOEXEC);
    return process;
  }
  // Only calls that are safe after a fork of a program with threads.
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  syscall(SYS_close_range, 3u, ~0u, 0u);
  execve(path, arguments, environment);
  _exit(127);
}

ssize_t pty_read(int terminal, unsigned char *bytes, size_t capacity, int timeout) {
  struct pollfd source = {.fd = terminal, .events = POLLIN};
  int ready = poll(&source, 1, timeout);
  if (ready <= 0) return -1;
  ssize_t count = read(terminal, bytes, capacity);
  return count < 0 ? 0 : count;
}

ssize_t pty_write(int terminal, const unsigned char *bytes, size_t length) {
  size_t done = 0;
  while (done < length) {
    ssize_t count = write(terminal, bytes + done, length - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return -1;
    done += (size_t)count;
  }
  return (ssize_t)done;
}

void pty_resize(int terminal, int columns, int rows) {
  struct winsize window = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  ioctl(terminal, TIOCSWINSZ, &window);
}

int pty_wait(pid_t process, int timeout) {
  int handle = (int)syscall(SYS_pidfd_open, process, 0);
  if (handle < 0) return -1;
  struct pollfd source = {.fd = handle, .events = POLLIN};
  int ready = poll(&source, 1, timeout);
  close(handle);
  int status = 0;
  if (ready != 1 || waitpid(process, &status, 0) != process) return -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void pty_end(pid_t process, int terminal) {
  close(terminal);
  // 0 and below do not name one process: kill would reach others.
  if (process <= 0) return;
  int status = 0;
  if (waitpid(process, &status, WNOHANG) == 0) {
    kill(process, SIGKILL);
    waitpid(process, &status, 0);
  }
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)kind, (void)place;
  return remove(path);
}

void remove_folder(const char *path) { nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS); }
