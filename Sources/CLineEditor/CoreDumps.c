// Keeps what is in memory out of files, should the program ever be stopped by a signal.

#include "CLineEditor.h"

#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>

void tally_leave_no_core_dumps(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  // The limit does not hold where the system hands a dump to another program.
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  // On a terminal, Swift's own handlers would print registers and the memory around them, and ask for more.
  const int crashes[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  for (size_t index = 0; index < sizeof crashes / sizeof *crashes; index++) signal(crashes[index], SIG_DFL);
}
