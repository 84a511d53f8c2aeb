// Keeps what is in memory out of files, should the program ever be stopped by a signal.

#include "CLineEditor.h"

#include <sys/prctl.h>
#include <sys/resource.h>

void tally_leave_no_core_dumps(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  // The limit does not hold where the system hands a dump to another program.
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
