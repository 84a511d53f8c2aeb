#include "CMachine.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>

/// A mapped file.
typedef struct {
  /// 0 where the place is free, 1 while it is being filled.
  _Atomic(uintptr_t) start;
  _Atomic(size_t) size;
  atomic_bool is_broken;
} region;

enum { REGIONS = 64 };
static region regions[REGIONS];
static struct sigaction before;

static region *region_at(uintptr_t address) {
  for (int place = 0; place < REGIONS; place++) {
    uintptr_t start = atomic_load(&regions[place].start);
    if (start > 1 && address >= start && address - start < atomic_load(&regions[place].size)) return &regions[place];
  }
  return NULL;
}

/// Puts zeros where a mapped file has no bytes any more, up to its end.
static void fill(int number, siginfo_t *information, void *context) {
  (void)number;
  (void)context;
  uintptr_t address = (uintptr_t)information->si_addr;
  region *broken = region_at(address);
  if (broken != NULL) {
    uintptr_t page = address / 4096 * 4096;
    size_t rest = atomic_load(&broken->start) + atomic_load(&broken->size) - page;
    atomic_store(&broken->is_broken, true);
    void *zeros = mmap(
        (void *)page, rest, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
    if (zeros != MAP_FAILED) return;
  }
  // It is none of ours: as if nobody had caught it, it comes again.
  sigaction(SIGBUS, &before, NULL);
}

static void catch_missing_bytes(void) {
  static atomic_flag is_caught = ATOMIC_FLAG_INIT;
  if (atomic_flag_test_and_set(&is_caught)) return;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_SIGINFO;
  action.sa_sigaction = fill;
  sigaction(SIGBUS, &action, &before);
}

const uint8_t *machine_map(int descriptor, size_t size) {
  region *own = NULL;
  for (int place = 0; place < REGIONS && own == NULL; place++) {
    uintptr_t unused = 0;
    if (atomic_compare_exchange_strong(&regions[place].start, &unused, 1)) own = &regions[place];
  }
  if (own == NULL) return NULL;
  catch_missing_bytes();
  void *mapped = mmap(NULL, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (mapped == MAP_FAILED) {
    atomic_store(&own->start, 0);
    return NULL;
  }
  atomic_store(&own->size, size);
  atomic_store(&own->is_broken, false);
  atomic_store(&own->start, (uintptr_t)mapped);
  return mapped;
}

bool machine_is_broken(const uint8_t *mapping) {
  region *own = region_at((uintptr_t)mapping);
  return own != NULL && atomic_load(&own->is_broken);
}

void machine_unmap(const uint8_t *mapping, size_t size) {
  region *own = region_at((uintptr_t)mapping);
  munmap((void *)(uintptr_t)mapping, size);
  if (own != NULL) atomic_store(&own->start, 0);
}
