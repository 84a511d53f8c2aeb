// Ctrl-C while a query runs: a flag that the engine polls on any thread.

#include "CLineEditor.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static atomic_bool interrupted;
static atomic_int current_policy;

static void set_flag(int signal_number) {
  (void)signal_number;
  bool again = atomic_exchange_explicit(&interrupted, true, memory_order_relaxed);
  if (again && atomic_load_explicit(&current_policy, memory_order_relaxed) == TALLY_INTERRUPT_THEN_EXITS) _exit(130);
}

void tally_interrupt_install(tally_interrupt_policy policy) {
  atomic_store_explicit(&current_policy, (int)policy, memory_order_relaxed);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  // No SA_RESTART: a read that waits for more of a script must come back.
  action.sa_handler = set_flag;
  sigaction(SIGINT, &action, NULL);
  // Some parents start their children with SIGPIPE ignored.
  signal(SIGPIPE, SIG_DFL);
}

void tally_interrupt_clear(void) { atomic_store_explicit(&interrupted, false, memory_order_relaxed); }

bool tally_interrupt_is_set(void) { return atomic_load_explicit(&interrupted, memory_order_relaxed); }
