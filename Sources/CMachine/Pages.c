#include "CMachine.h"

#include <stdlib.h>

#if defined(__linux__)
#include <sys/mman.h>
#endif

/// A cache line, which is also as wide as any vector register.
static const size_t line = 64;
static const size_t large_page = (size_t)2 << 20;

#if defined(__linux__)
/// Mapped memory that starts at a large page; the kernel then has fewer pages to clear, where it has large ones.
static void *map_large(size_t size) {
  size_t room = size + large_page;
  uint8_t *mapped = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) return NULL;
  size_t before = (large_page - (uintptr_t)mapped % large_page) % large_page;
  if (before > 0) munmap(mapped, before);
  munmap(mapped + before + size, large_page - before);
  madvise(mapped + before, size, MADV_HUGEPAGE);
  return mapped + before;
}

static bool is_large(size_t size) { return size > large_page; }
static size_t rounded(size_t size) { return (size + 4095) / 4096 * 4096; }
#endif

void *machine_allocate(size_t size) {
#if defined(__linux__)
  if (is_large(size)) return map_large(rounded(size));
#endif
  void *memory = NULL;
  return posix_memalign(&memory, line, size > 0 ? size : 1) == 0 ? memory : NULL;
}

void machine_free(void *memory, size_t size) {
#if defined(__linux__)
  if (is_large(size)) {
    munmap(memory, rounded(size));
    return;
  }
#endif
  free(memory);
}
